import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prompts, voice } from '../asterisk/prompts.ts';

const run = promisify(execFile);
const folder = 'usr/share/asterisk/sounds/fr/alize';

/**
 * Speaks our prompts into the sounds of an Asterisk root (8 kHz, 16 bit, mono: what a telephone carries), by the
 * espeak-ng and sox inside it. Rejects when one of them fails.
 */
export async function speakPrompts(root: string): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(prompts)) {
    const target = `/${folder}/${name}`;
    await inside(root, ['espeak-ng', ...voice, '-w', `${target}.22k.wav`, text]);
    await inside(root, [
      'sox',
      `${target}.22k.wav`,
      '-r',
      '8000',
      '-c',
      '1',
      '-b',
      '16',
      `${target}.wav`,
      'norm',
      '-3',
    ]);
    await rm(join(root, `${target}.22k.wav`));
  }
  await inside(root, [
    ...['sox', '-n', '-r', '8000', '-c', '1', '-b', '16', `/${folder}/tone.wav`],
    ...['synth', '0.5', 'sine', '1000', 'norm', '-6'],
  ]);
  await writeFile(join(root, folder, 'stamp'), promptsStamp());
}

/** What the prompts of a root were spoken from; without a root, what they should be. Differ: to be spoken again. */
export function promptsStamp(root?: string): string {
  if (root === undefined)
    return createHash('sha256')
      .update(JSON.stringify([prompts, voice]))
      .digest('hex');
  const file = join(root, folder, 'stamp');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function inside(root: string, command: readonly string[]): Promise<void> {
  await run('chroot', [root, ...command], {
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: '/' },
  });
}
