import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchError } from './steps.ts';

const names = ['ALIZE_AMI_SECRET', 'ALIZE_SEAT_KEY', 'ALIZE_SECRET_KEY'] as const;
/** Secrets by the environment variable that carries them to the processes. */
export type Secrets = Readonly<Record<(typeof names)[number], string>>;

/**
 * The secrets from the environment, else from `secrets.json` in the data folder, else new ones (256 bits each), kept
 * there for the next start and readable by their owner only. Throws LaunchError when the file cannot be read.
 */
export function readSecrets(dataFolder: string, env: NodeJS.ProcessEnv): Secrets {
  const file = join(dataFolder, 'secrets.json');
  const kept = existsSync(file) ? parseSecrets(file) : {};
  const secrets = named((name) => kept[name] ?? newSecret());
  if (names.some((name) => kept[name] === undefined)) keep(file, dataFolder, secrets);
  return named((name) => env[name]?.trim() || secrets[name]);
}

function named(secretOf: (name: (typeof names)[number]) => string): Secrets {
  const [ami, seat, key] = names;
  return { [ami]: secretOf(ami), [seat]: secretOf(seat), [key]: secretOf(key) };
}

function keep(file: string, dataFolder: string, secrets: Secrets): void {
  // The database in it holds people’s numbers.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  chmodSync(file, 0o600);
}

/** What is kept; a secret that came with a later version may be missing, the first of them not. */
function parseSecrets(file: string): Partial<Secrets> {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const read = (name: string) => {
    const secret: unknown =
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    return typeof secret === 'string' && secret.length > 0 ? secret : undefined;
  };
  const kept = Object.fromEntries(names.map((name) => [name, read(name)]));
  if (kept.ALIZE_AMI_SECRET !== undefined) return kept;
  throw new LaunchError(
    `${file} lacks ALIZE_AMI_SECRET: delete the file, and new secrets are made at the next start.`,
  );
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
