import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { installHostPackages, programPath } from './host-packages.ts';
import { aptProxyLines, debianMirror, proxyEnvironment } from './mirror.ts';
import { runProgram } from './run-program.ts';
import { promptsStamp, speakPrompts } from './speak-prompts.ts';
import { LaunchError, type Say, step } from './steps.ts';

export interface AsteriskRootOptions {
  /** The folder that becomes the root of a small Debian with Asterisk in it. */
  readonly root: string;
  /** Where the log of the installation goes. */
  readonly logFolder: string;
  readonly say: Say;
  readonly signal?: AbortSignal;
}

/** Debian 12 and 13 carry no Asterisk; testing carries the 22 LTS. */
const suite = 'testing';
const packages = [
  'asterisk',
  'asterisk-core-sounds-en-gsm',
  'asterisk-core-sounds-fr-wav',
  'asterisk-prompt-fr-armelle',
  'espeak-ng',
  'sox',
] as const;
const stamp = JSON.stringify({ suite, packages });
const freeBytesMin = 1.5e9;

/**
 * Makes sure that `root` holds an Asterisk with our prompts; does nothing when it does. Needs root and the network the
 * first time (631 MB; about a minute). Made under another name and renamed at the end: it is whole or not there.
 * Throws LaunchError with a sentence that says what to do.
 */
export async function prepareAsteriskRoot(options: AsteriskRootOptions): Promise<void> {
  await mkdir(options.logFolder, { recursive: true });
  if (!hasStamp(options.root)) await install(options);
  if (promptsStamp(options.root) !== promptsStamp()) {
    await step(options.say, 'Speaking the prompts', () => speakPrompts(options.root));
  }
}

/** True when the root was prepared by this version. */
export function isAsteriskPrepared(root: string): boolean {
  return hasStamp(root) && promptsStamp(root) === promptsStamp();
}

async function install(options: AsteriskRootOptions): Promise<void> {
  const { root, say } = options;
  await mkdir(dirname(root), { recursive: true });
  refuseWhatCannotWork(root);
  const logFile = join(options.logFolder, 'install-asterisk.log');
  await installHostPackages([{ program: 'debootstrap', name: 'debootstrap' }], { ...options, logFile });
  await removeLeftovers(root);
  const making = `${root}.making-${process.pid}`;
  try {
    const work = { ...options, root: making, logFile };
    await step(say, 'Installing a small Debian for Asterisk', () => makeBase(work));
    await step(say, 'Installing Asterisk 22 into it', () => addPackages(work));
    await step(say, 'Speaking the prompts', () => speakPrompts(making));
    await writeFile(stampFile(making), stamp);
    await rm(root, { recursive: true, force: true });
    await rename(making, root);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

interface InstallWork extends AsteriskRootOptions {
  readonly logFile: string;
}

async function makeBase({ root, logFile, signal }: InstallWork): Promise<void> {
  const mirror = debianMirror();
  const proxies = aptProxyLines();
  const secure = mirror.startsWith('https:') ? ['--include=ca-certificates'] : [];
  const code = await runProgram({
    program: programPath('debootstrap') ?? 'debootstrap',
    // The script of sid serves testing, whose name an older debootstrap may not know.
    args: ['--variant=minbase', ...secure, suite, root, mirror, '/usr/share/debootstrap/scripts/sid'],
    env: { ...process.env, ...proxyEnvironment(proxies), PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
    logFile,
    ...(signal ? { signal } : {}),
  });
  if (code !== 0) throw refused('debootstrap', logFile, signal);
  await writeFile(
    join(root, 'etc/apt/apt.conf.d/90alize'),
    // A mirror may be a copy kept at a date: its index then counts as out of date.
    ['Acquire::Check-Valid-Until "false";', 'APT::Install-Recommends "false";', ...proxies, ''].join('\n'),
  );
  // Nothing is to start a daemon while packages are installed.
  await writeFile(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
}

async function addPackages({ root, logFile, signal }: InstallWork): Promise<void> {
  const inside = (...args: string[]) =>
    runProgram({
      program: programPath('chroot') ?? 'chroot',
      args: [root, ...args],
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      logFile,
      ...(signal ? { signal } : {}),
    });
  const steps = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '--yes', ...packages],
    ['apt-get', 'clean'],
  ];
  for (const [program = '', ...args] of steps) {
    if ((await inside(program, ...args)) !== 0) throw refused('apt-get', logFile, signal);
  }
}

function refused(program: string, logFile: string, signal: AbortSignal | undefined): LaunchError {
  if (signal?.aborted) return new LaunchError('Stopped; the next start begins the installation anew.');
  return new LaunchError(
    `${program} could not install Asterisk: the reason stands at the end of ${logFile}; mend it and start again, or set ALIZE_ASTERISK=fake (no real calls).`,
  );
}

function refuseWhatCannotWork(root: string): void {
  if (process.getuid?.() !== 0) {
    throw new LaunchError(
      'Installing Asterisk needs root: run as root, or set ALIZE_ASTERISK=external (your own Asterisk) or ALIZE_ASTERISK=fake (no real calls).',
    );
  }
  if (!programPath('apt-get')) {
    throw new LaunchError(
      'Asterisk is installed by the tools of Debian, and this is no Debian: set ALIZE_ASTERISK=external (your own Asterisk) or ALIZE_ASTERISK=fake (no real calls).',
    );
  }
  const { bavail, bsize } = statfsSync(dirname(root));
  if (bavail * bsize < freeBytesMin) {
    throw new LaunchError(
      `Asterisk needs 1.5 GB of free disk and ${dirname(root)} has ${(Number(bavail * bsize) / 1e9).toFixed(2)} GB: free some, or set ALIZE_DATA to a folder on a larger disk.`,
    );
  }
}

/** Half-made roots of runs that were killed. */
async function removeLeftovers(root: string): Promise<void> {
  const prefix = `${basename(root)}.making-`;
  const names = readdirSync(dirname(root)).filter((name) => name.startsWith(prefix));
  const dead = names.filter((name) => !existsSync(`/proc/${name.slice(prefix.length)}`));
  await Promise.all(dead.map((name) => rm(join(dirname(root), name), { recursive: true, force: true })));
}

function hasStamp(root: string): boolean {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === stamp;
}

function stampFile(root: string): string {
  return join(root, 'etc/alize-root.json');
}
