import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const house = new URL('../../', import.meta.url).pathname;
const password = 'un mot de passe long';
const pieceBytes = 16 * 1024 * 1024;

/** An import as the api tells it, as far as the bench reads it. */
export interface ImportAnswer {
  readonly id: string;
  readonly state: string;
  readonly report: {
    readonly rows: number;
    readonly seconds: number;
    readonly fates: Readonly<Record<string, number>>;
  } | null;
}

/** The api as people run it, over a database of its own with the demonstration's campaigns. */
export class ApiProcess {
  readonly #child: ChildProcess;
  readonly #origin: string;
  #cookie = '';

  private constructor(env: NodeJS.ProcessEnv, origin: string) {
    this.#origin = origin;
    this.#child = spawn(process.execPath, [join(house, 'apps/api/src/main.ts')], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  /** Seeds a new database and starts; `database` names a PostgreSQL one, else it is a file of the folder. */
  static async start(
    folder: string,
    port: number,
    database: string | null,
    beforeStart: () => Promise<void>,
  ): Promise<ApiProcess> {
    const origin = originOf(port);
    const env = envOf(folder, port, database);
    const seed = join(house, 'apps/api/src/seed-process.ts');
    execFileSync(process.execPath, [seed], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    await beforeStart();
    const api = new ApiProcess(env, origin);
    await api.#logIn();
    return api;
  }

  /** Starts over a database that has all it needs, for whoever has this session token. */
  static async startFor(folder: string, port: number, token: string): Promise<ApiProcess> {
    const api = new ApiProcess(envOf(folder, port, null), originOf(port));
    api.#cookie = `alize_session=${token}`;
    await api.#answers();
    return api;
  }

  /** Most memory that the process has held so far, in bytes; all its threads are in it. */
  get residentMost(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.#origin + path, {
      method,
      headers: { cookie: this.#cookie, origin: this.#origin, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Sends a file by tus; answers the upload's id. */
  async upload(path: string): Promise<string> {
    const { size } = await stat(path);
    const tus = { 'tus-resumable': '1.0.0', cookie: this.#cookie, origin: this.#origin };
    const begun = await fetch(`${this.#origin}/v1/uploads`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(size), 'upload-metadata': `filename ${btoa('leads.csv')}` },
    });
    const { id } = (await begun.json()) as { id: string };
    const file = await open(path);
    for (let offset = 0; offset < size; offset += pieceBytes) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(Math.min(pieceBytes, size - offset)), {
        position: offset,
      });
      const sent = await fetch(`${this.#origin}/v1/uploads/${id}`, {
        method: 'PATCH',
        headers: {
          ...tus,
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
        },
        body: buffer.subarray(0, bytesRead),
      });
      if (!sent.ok) throw new Error(`A piece was answered ${sent.status}: ${await sent.text()}`);
    }
    await file.close();
    return id;
  }

  /** Waits until an import has left a state; answers it with the seconds that it took. */
  async until(id: string, state: string): Promise<{ readonly row: ImportAnswer; readonly seconds: number }> {
    const beganMs = performance.now();
    for (;;) {
      const row = await this.ask<ImportAnswer>('GET', `/v1/imports/${id}`);
      if (row.state !== state) return { row, seconds: (performance.now() - beganMs) / 1000 };
      await pause(100);
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }

  async #logIn(): Promise<void> {
    await this.#answers();
    const answer = await fetch(`${this.#origin}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin },
      body: JSON.stringify({ login: 'responsable', password }),
    });
    if (!answer.ok) throw new Error(`Log-in answered ${answer.status}`);
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** Waits until the process answers at all. */
  async #answers(): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (await fetch(`${this.#origin}/v1/session`).catch(() => null)) return;
      await pause(100);
    }
    throw new Error('The api did not start: its own words stand above.');
  }
}

const originOf = (port: number) => `http://127.0.0.1:${port}`;

function envOf(folder: string, port: number, database: string | null): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ALIZE_DATA: folder,
    ALIZE_PORT: String(port),
    ALIZE_ORIGIN: originOf(port),
    ALIZE_FIRST_PASSWORD: password,
    ALIZE_ASTERISK: 'fake',
    ALIZE_LOG_LEVEL: 'warn',
    ...(database && { ALIZE_DATABASE: database }),
  };
}
