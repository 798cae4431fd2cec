import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A CalDAV server of the distribution with one empty collection, gone after `stop`. */
export interface CaldavServer {
  /** Of the collection. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Puts a file of iCalendar into the collection, as another program would. */
  put(name: string, text: string): Promise<void>;
  /** What lies in the collection under a name; null when nothing does. */
  get(name: string): Promise<string | null>;
  stop(): Promise<void>;
}

/** Starts Radicale (Debian package `radicale`) on a free port of this machine. */
export async function startRadicale(): Promise<CaldavServer> {
  const folder = await mkdtemp(join(tmpdir(), 'alize-radicale-'));
  const port = await freePort();
  const user = 'agence';
  const password = 'un mot de passe : é';
  await writeFile(join(folder, 'users'), `${user}:${password}\n`);
  const options = [
    ...['--server-hosts', `127.0.0.1:${port}`, '--storage-filesystem-folder', join(folder, 'collections')],
    ...['--auth-type', 'htpasswd', '--auth-htpasswd-filename', join(folder, 'users')],
    ...['--auth-htpasswd-encryption', 'plain', '--auth-delay', '0', '--config', ''],
  ];
  const child = spawn('radicale', options, { stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}`;
  const url = `${base}/${user}/rendez-vous/`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const ask = (method: string, address: string, body?: string) =>
    fetch(address, { method, headers: { authorization }, ...(body !== undefined && { body }) });
  await untilUp(child, base);
  await ask('MKCALENDAR', url);
  return {
    ...{ url, user, password },
    async put(name, text) {
      const { status } = await ask('PUT', `${url}${name}`, text);
      if (status >= 300) throw new Error(`Radicale answered ${status}`);
    },
    async get(name) {
      const response = await ask('GET', `${url}${name}`);
      return response.ok ? response.text() : null;
    },
    async stop() {
      child.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilUp(child: ChildProcess, base: string): Promise<void> {
  while (child.exitCode === null) {
    const isUp = await fetch(base, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Radicale has ended: is the package radicale installed?');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
