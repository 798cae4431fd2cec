import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of the bench's own, as Debian sets one up: every commit waits for the disk. */
export interface Postgres {
  /** Makes a database of that name, empty or like another, and answers its address. */
  makeDatabase(name: string, like?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a server in a folder that it makes, reached by a socket in it alone. As root it runs as `postgres`. */
export async function startPostgres(folder: string): Promise<Postgres> {
  mkdirSync(folder);
  const programs = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  if (!programs) throw new Error('PostgreSQL is not installed: install the package postgresql.');
  const user = runner(folder);
  const [first = '', ...rest] = [...user, join(programs, 'initdb'), '-D', join(folder, 'data')];
  execFileSync(first, [...rest, '-U', 'alize', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const [program = '', ...args] = [
    ...user,
    join(programs, 'postgres'),
    '-D',
    join(folder, 'data'),
    ...settings,
  ];
  const server = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server);
  const addressOf = (name: string) => `postgresql://alize@/${name}?host=${folder}`;
  return {
    async makeDatabase(name, like = 'template0') {
      const client = new pg.Client(addressOf('postgres'));
      await client.connect();
      await client.query(`create database ${name} template ${like} encoding 'UTF8' locale 'C.UTF-8'`);
      await client.end();
      return addressOf(name);
    },
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
    },
  };
}

/** PostgreSQL does not run as root. */
function runner(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'])));
  chownSync(folder, uid, gid);
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', (text: Buffer) => {
      if (text.includes('ready to accept connections')) resolve();
    });
    server.on('exit', () => reject(new Error('PostgreSQL did not start')));
  });
}
