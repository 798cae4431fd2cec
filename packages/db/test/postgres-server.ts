import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/**
 * One PostgreSQL server for a run of tests, in a folder of its own, reached by a socket in that folder alone. It is
 * started when the first test asks for it, and ended with the run, however that ends.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-postgres-'));
  let server: Promise<ChildProcess> | null = null;
  const door = createServer(async (asker) => {
    server ??= startServer(folder);
    asker.end(
      await server.then(
        () => JSON.stringify({ folder }),
        (error: Error) => JSON.stringify({ problem: error.message }),
      ),
    );
  });
  const postgresDoor = join(folder, 'door');
  door.listen(postgresDoor);
  await once(door, 'listening');
  project.provide('postgresDoor', postgresDoor);
  return async () => {
    door.close();
    const running = await server?.catch(() => null);
    if (running) await stopServer(running);
    rmSync(folder, { recursive: true });
  };
}

async function startServer(folder: string): Promise<ChildProcess> {
  const data = join(folder, 'data');
  const user = ownerFor(folder);
  const initdb = [programPath('initdb'), '--pgdata', data, '--username=alize', '--auth=trust', '--no-sync'];
  const [program = '', ...args] = [...user, ...initdb, '--encoding=UTF8', '--locale=C.UTF-8'];
  execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  // Nothing here outlives the run, so nothing need be safe from a power cut.
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
  ];
  const command = [programPath('postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const [first = '', ...rest] = [...(user.length > 0 ? user : ['setpriv']), '--pdeathsig', 'INT', ...command];
  const child = spawn(first, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await becomesReady(child);
  return child;
}

/** PostgreSQL does not run as root: who runs it then, and owns the folder. */
function ownerFor(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const name = isUser('postgres') ? 'postgres' : 'nobody';
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name])));
  chownSync(folder, uid ?? 0, gid ?? 0);
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

function isUser(name: string): boolean {
  try {
    execFileSync('id', ['-u', name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Debian keeps the server's programs out of the path, by version. */
function programPath(program: string): string {
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    ...globSync('/usr/lib/postgresql/*/bin').sort().reverse(),
  ];
  const found = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
  if (!found)
    throw new Error(
      'PostgreSQL is not installed, and these tests need it: run `npm test`, or install the package postgresql.',
    );
  return found;
}

/** The log is read to its end, or the server would wait for us. */
function becomesReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said = (said + text).slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  await gone;
}
