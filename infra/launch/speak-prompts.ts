import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ClientId, type Language, languages } from '@alize/model';
import { prompts, voiceOf } from '../asterisk/prompts.ts';

const run = promisify(execFile);
const folderOf = (language: Language) => `usr/share/asterisk/sounds/${language}/alize`;
const stampFile = (root: string) => join(root, folderOf('fr'), 'stamp');

/**
 * Speaks our prompts into the sounds of an Asterisk root, by the espeak-ng and sox inside it. Rejects when one of them
 * fails.
 */
export async function speakPrompts(root: string): Promise<void> {
  for (const language of languages) {
    for (const [name, text] of Object.entries(prompts[language])) await speak(root, { language, name, text });
  }
  await inside(root, [
    ...['sox', '-n', '-r', '8000', '-c', '1', '-b', '16', `/${folderOf('fr')}/tone.wav`],
    ...['synth', '0.5', 'sine', '1000', 'norm', '-6'],
  ]);
  await writeFile(stampFile(root), promptsStamp());
}

/** What the prompts of a root were spoken from; without a root, what they should be. Differ: to be spoken again. */
export function promptsStamp(root?: string): string {
  if (root === undefined) {
    const voices = languages.map(voiceOf);
    return createHash('sha256')
      .update(JSON.stringify([prompts, voices]))
      .digest('hex');
  }
  return textOf(stampFile(root));
}

/**
 * Speaks each client's name, which the recorded message says to whoever no agent could take; a name that was spoken
 * already is left. Rejects when it cannot be spoken.
 */
export async function speakClientNames(
  root: string,
  clients: readonly { readonly id: ClientId; readonly name: string }[],
): Promise<void> {
  for (const { id, name } of clients) {
    const spoken = join(root, folderOf('fr'), `client-${id}.txt`);
    if (textOf(spoken) === name) continue;
    for (const language of languages) await speak(root, { language, name: `client-${id}`, text: name });
    await writeFile(spoken, name);
  }
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** 8 kHz, 16 bit, mono: what a telephone carries. */
async function speak(
  root: string,
  { language, name, text }: { readonly language: Language; readonly name: string; readonly text: string },
): Promise<void> {
  const target = `/${folderOf(language)}/${name}`;
  // Inside, for some folders there are links that lead nowhere from outside.
  await inside(root, ['mkdir', '-p', `/${folderOf(language)}`]);
  // After `--` a name that begins with a dash is no option.
  await inside(root, ['espeak-ng', ...voiceOf(language), '-w', `${target}.22k.wav`, '--', text]);
  await inside(root, [
    ...['sox', `${target}.22k.wav`, '-r', '8000', '-c', '1', '-b', '16', `${target}.wav`, 'norm', '-3'],
  ]);
  await inside(root, ['rm', `${target}.22k.wav`]);
}

async function inside(root: string, command: readonly string[]): Promise<void> {
  await run('chroot', [root, ...command], {
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: '/' },
  });
}
