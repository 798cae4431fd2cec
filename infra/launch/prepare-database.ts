import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LaunchError } from './steps.ts';

const run = promisify(execFile);

/**
 * Brings the database to the newest shape and, when it is new, fills it with the demonstration client. What it has to
 * say (the first log-ins, one JSON object a line) comes back. Throws LaunchError when it cannot.
 */
export async function prepareDatabase(house: string, env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const file = join(house, 'apps/api/src/seed-process.ts');
    const { stdout } = await run(process.execPath, [file], { env, cwd: house });
    return stdout.trim();
  } catch (error) {
    throw new LaunchError(`The database could not be prepared: ${reasonOf(error)}`);
  }
}

/** The sentence of the error that ended the process, without its stack. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return /^(?:\w*Error): (.+)$/m.exec(said)?.[1] ?? said.trim();
}
