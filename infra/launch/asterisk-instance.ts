import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '@alize/runtime';
import { placeAt } from '../asterisk/place.ts';
import { configuration, writeConfiguration } from '../asterisk/write-configuration.ts';
import { waitForAmi } from './ami-ready.ts';
import { programPath } from './host-packages.ts';
import { localAddresses } from './local-addresses.ts';
import { tailOf } from './run-program.ts';
import { LaunchError } from './steps.ts';

/** One Asterisk of several that can run from the same root, each with its own ports and folder. */
export interface InstanceOptions {
  /** As `prepareAsteriskRoot` made it. */
  readonly root: string;
  /** Lower-case letters, digits and `-`; the instance lies in `<root>/srv/alize/<name>`. */
  readonly name: string;
  /** Ports, AMI secret, seats and trunks; the secrets must be set. */
  readonly settings: Settings;
}

/** A running Asterisk. */
export interface RunningAsterisk {
  readonly pid: number;
  /** `<root>/srv/alize/<name>`, with etc, run, log, spool and lib in it. */
  readonly folder: string;
  /** What Asterisk printed: warnings and errors. */
  readonly logFile: string;
  /** Resolves when AMI answers and everything is loaded; rejects with LaunchError when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Ends it (all calls with it), by force when it has not gone after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  /** kill -9, for tests. */
  kill(): void;
}

/** Writes an instance's configuration and makes its folders; gives back its folder. Overwrites what was there. */
export async function writeInstance({ root, name, settings }: InstanceOptions): Promise<string> {
  if (!/^[a-z0-9-]+$/.test(name)) throw new TypeError(`Instance name "${name}"`);
  const inside = `/srv/alize/${name}`;
  const folder = join(root, inside);
  const place = placeAt(inside);
  await Promise.all(Object.values(place).map((path) => mkdir(join(root, path), { recursive: true })));
  await mkdir(join(root, place.lib, 'keys'), { recursive: true });
  await writeConfiguration(
    join(root, place.etc),
    configuration(settings, place, await localAddresses(settings)),
  );
  await copyNameResolution(root);
  await giveToAsterisk(root, folder);
  return folder;
}

/** Starts an instance that `writeInstance` wrote. Needs root; Asterisk itself runs as the user `asterisk`. */
export function startAsterisk({ root, name, settings }: InstanceOptions): RunningAsterisk {
  const folder = join(root, 'srv/alize', name);
  const logFile = join(folder, 'log/asterisk.out');
  const output = openSync(logFile, 'w', 0o640);
  const child = spawn(programPath('chroot') ?? 'chroot', [root, ...asteriskCommand(name)], {
    env: {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      LC_ALL: 'C.UTF-8',
      HOME: '/var/lib/asterisk',
      TERM: 'dumb',
    },
    stdio: ['ignore', output, output],
    // A group of its own: a Ctrl-C in the terminal is ours to pass on, in order.
    detached: true,
  });
  closeSync(output);
  if (child.pid === undefined) throw new LaunchError('chroot could not be started: is coreutils installed?');
  const exited = exitOf(child);
  const ready = becomesReady({ settings, exited, logFile });
  // Whoever waits for `ready` gets the error; nobody has to.
  ready.catch(() => {});
  return {
    pid: child.pid,
    folder,
    logFile,
    ready,
    exited,
    stop: (graceMs = 5000) => stopChild(child, exited, graceMs),
    kill: () => void child.kill('SIGKILL'),
  };
}

/** setpriv: not root any more, and ended with us should we be killed outright. */
function asteriskCommand(name: string): readonly string[] {
  return [
    ...['setpriv', '--reuid=asterisk', '--regid=asterisk', '--init-groups', '--pdeathsig', 'TERM'],
    // -f: in the foreground. -n: no colours.
    ...['asterisk', '-f', '-n', '-C', `/srv/alize/${name}/etc/asterisk.conf`],
  ];
}

interface Becoming {
  readonly settings: Settings;
  readonly exited: RunningAsterisk['exited'];
  readonly logFile: string;
}

async function becomesReady({ settings, exited, logFile }: Becoming): Promise<void> {
  const controller = new AbortController();
  const isReady = await Promise.race([
    waitForAmi(settings.ami, { waitMs: 30_000, signal: controller.signal }),
    exited.then(() => false),
  ]);
  controller.abort();
  if (isReady) return;
  throw new LaunchError(
    `Asterisk did not start; its last words (the rest stands in ${logFile}):\n${tailOf(logFile, 8)}`,
  );
}

async function stopChild(child: ChildProcess, exited: Promise<unknown>, graceMs: number): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await exited;
  clearTimeout(force);
}

function exitOf(child: ChildProcess): RunningAsterisk['exited'] {
  return new Promise((resolve) => {
    child.on('error', () => resolve({ code: 127, signal: null }));
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** Carriers are often given by name. */
async function copyNameResolution(root: string): Promise<void> {
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) {
    if (!existsSync(file)) continue;
    await rm(join(root, file), { force: true });
    await copyFile(file, join(root, file));
  }
}

/** Configuration belongs to root and is read by Asterisk; the other folders are its own. */
async function giveToAsterisk(root: string, folder: string): Promise<void> {
  const { userId, groupId } = asteriskUser(root);
  await chmod(folder, 0o755);
  for (const name of ['etc', 'run', 'log', 'spool', 'lib']) {
    const owner = name === 'etc' ? 0 : userId;
    await chown(join(folder, name), owner, groupId);
    await chmod(join(folder, name), 0o750);
    for (const file of await readdir(join(folder, name), { recursive: true })) {
      await chown(join(folder, name, file), owner, groupId);
    }
  }
}

function asteriskUser(root: string): { readonly userId: number; readonly groupId: number } {
  const line = readFileSync(join(root, 'etc/passwd'), 'utf8').match(/^asterisk:[^:]*:(\d+):(\d+):/m);
  if (!line) throw new LaunchError(`${root} holds no Asterisk: delete it, and the next start makes it anew.`);
  return { userId: Number(line[1]), groupId: Number(line[2]) };
}
