import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchError } from './steps.ts';

/** Secrets by the environment variable that carries them to the processes. */
export interface Secrets {
  readonly ALIZE_AMI_SECRET: string;
  readonly ALIZE_SEAT_KEY: string;
}

/**
 * The secrets from the environment, else from `secrets.json` in the data folder, else new ones (256 bits each), kept
 * there for the next start and readable by their owner only. Throws LaunchError when the file cannot be read.
 */
export function readSecrets(dataFolder: string, env: NodeJS.ProcessEnv): Secrets {
  const file = join(dataFolder, 'secrets.json');
  const kept = existsSync(file) ? parseSecrets(file) : null;
  const secrets = kept ?? { ALIZE_AMI_SECRET: newSecret(), ALIZE_SEAT_KEY: newSecret() };
  if (!kept) keep(file, dataFolder, secrets);
  return {
    ALIZE_AMI_SECRET: env.ALIZE_AMI_SECRET?.trim() || secrets.ALIZE_AMI_SECRET,
    ALIZE_SEAT_KEY: env.ALIZE_SEAT_KEY?.trim() || secrets.ALIZE_SEAT_KEY,
  };
}

function keep(file: string, dataFolder: string, secrets: Secrets): void {
  // The database in it holds people’s numbers.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  chmodSync(file, 0o600);
}

function parseSecrets(file: string): Secrets {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const read = (name: string) => {
    const secret: unknown =
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    if (typeof secret === 'string' && secret.length > 0) return secret;
    throw new LaunchError(
      `${file} lacks ${name}: delete the file, and new secrets are made at the next start.`,
    );
  };
  return { ALIZE_AMI_SECRET: read('ALIZE_AMI_SECRET'), ALIZE_SEAT_KEY: read('ALIZE_SEAT_KEY') };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
