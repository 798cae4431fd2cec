import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { LaunchError, type Say, step } from './steps.ts';

/** A program, and the Debian package that brings it. */
export interface HostPackage {
  readonly program: string;
  readonly name: string;
}

/** Installs those of the packages whose program is missing. Throws LaunchError when that cannot be done. */
export async function installHostPackages(
  wanted: readonly HostPackage[],
  { say, logFile, signal }: { readonly say: Say; readonly logFile: string; readonly signal?: AbortSignal },
): Promise<void> {
  const missing = wanted.filter(({ program }) => !programPath(program)).map(({ name }) => name);
  if (missing.length === 0) return;
  const names = missing.join(', ');
  if (process.getuid?.() !== 0)
    throw new LaunchError(`Installing ${names} needs root: run as root, or install it first.`);
  if (!programPath('apt-get')) throw new LaunchError(`This is not Debian: install ${names} by hand.`);
  await step(say, `Installing ${names}`, async () => {
    const install = () => apt(['install', '--yes', '--no-install-recommends', ...missing], logFile, signal);
    // The lists of packages may be missing or old; asking for them costs more than trying first.
    if ((await install()) === 0) return;
    await apt(['update'], logFile, signal);
    if ((await install()) === 0) return;
    throw new LaunchError(`apt-get could not install ${names}: the reason stands at the end of ${logFile}.`);
  });
}

/** PostgreSQL's programs alone: Debian would start a server of its own with them, which nobody asked for. */
export async function installPostgres(how: Parameters<typeof installHostPackages>[1]): Promise<void> {
  const settingsFolder = '/etc/postgresql-common/createcluster.d';
  if (!programPath('initdb') && process.getuid?.() === 0 && programPath('apt-get')) {
    mkdirSync(settingsFolder, { recursive: true });
    writeFileSync(join(settingsFolder, 'alize.conf'), 'create_main_cluster = false\n');
  }
  await installHostPackages([{ program: 'initdb', name: 'postgresql' }], how);
}

/** Where a program lies on this machine, or null. PostgreSQL's server lies out of the path, by version. */
export function programPath(program: string): string | null {
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    ...['/usr/sbin', '/sbin'],
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file)) ?? null;
}

function apt(args: readonly string[], logFile: string, signal: AbortSignal | undefined): Promise<number> {
  return runProgram({
    program: 'apt-get',
    args: ['-o', 'Acquire::Check-Valid-Until=false', ...args],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    logFile,
    ...(signal ? { signal } : {}),
  });
}
