import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate, openDatabase } from '@alize/db';
import type { Settings } from '@alize/runtime';
import { LaunchError } from './steps.ts';

const run = promisify(execFile);

/** Brings the tables to the newest shape; makes the file when there is none. Throws LaunchError when it cannot. */
export async function migrateDatabase(settings: Settings): Promise<void> {
  try {
    const database = openDatabase(settings.databaseFile);
    await migrate(database.db).finally(() => database.close());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LaunchError(`The database ${settings.databaseFile} could not be prepared: ${reason}`);
  }
}

/** Fills an empty database with the demonstration client; what it has to say (the first log-ins) comes back. */
export async function seedDatabase(house: string, env: NodeJS.ProcessEnv): Promise<string> {
  const file = join(house, 'apps/api/src/seed-process.ts');
  if (!existsSync(file)) return '';
  try {
    const { stdout } = await run(process.execPath, [file], { env, cwd: house });
    return stdout.trim();
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new LaunchError(`The demonstration data could not be written: ${reason}`);
  }
}
