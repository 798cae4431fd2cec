import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { LaunchError, type Say, step } from './steps.ts';

/** What the built pages are made of. */
const sources = [
  'apps/console/src',
  'apps/console/public',
  'apps/console/index.html',
  'apps/console/package.json',
  'apps/console/vite.config.ts',
  'apps/api/src/client.ts',
  'apps/api/src/contract',
  'packages/model/src',
  'packages/scripts/src',
  'package-lock.json',
] as const;

/** Builds the console into `apps/console/dist` when its sources changed since. Throws LaunchError when vite refuses. */
export async function buildConsole(
  house: string,
  { say, logFile, signal }: { readonly say: Say; readonly logFile: string; readonly signal: AbortSignal },
): Promise<void> {
  const folder = join(house, 'apps/console');
  const stampFile = join(folder, 'dist/.built-from');
  const hash = hashOf(house, sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  await rm(stampFile, { force: true });
  await step(say, 'Building the console', async () => {
    const vite = join(house, 'node_modules/vite/bin/vite.js');
    const code = await runProgram({
      program: process.execPath,
      args: [vite, 'build', '--logLevel', 'warn'],
      cwd: folder,
      logFile,
      signal,
    });
    if (code !== 0)
      throw new LaunchError(`The console could not be built: the reason stands at the end of ${logFile}.`);
  });
  await writeFile(stampFile, hash);
}

/** One hash over the names and contents of files and folders; what is missing counts as missing. */
export function hashOf(house: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(house, path)))
      hash.update(`${file.slice(house.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  try {
    const entries = readdirSync(path, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}
