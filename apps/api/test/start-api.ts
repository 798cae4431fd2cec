import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '@alize/db';
import { engines } from '@alize/db/engines';
import { type Clock, createIds, createLog, readSettings, type Settings, systemClock } from '@alize/runtime';
import { createApi, type RunningApi, seedDemonstration, syncTrunks } from '../src/index.ts';

export const origin = 'http://localhost:8500';
export const password = 'une-phrase-d-essai';

/** A request in somebody's name; `body` goes as JSON, unless it is bytes or a header says otherwise. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  more?: Readonly<Record<string, string>>,
) => Promise<Response>;

/**
 * A whole api over a database of its own, filled with the demonstration; what it writes is gone after `close`. SQLite,
 * unless ALIZE_TEST_ENGINE says `PostgreSQL`.
 */
export async function startApi(change: Partial<Settings> = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'alize-api-'));
  const made = await engines.find(({ name }) => name === process.env.ALIZE_TEST_ENGINE)?.make();
  const settings = {
    ...readSettings({
      ALIZE_DATA: dataFolder,
      ALIZE_PORT: '8500',
      ALIZE_SEAT_KEY: 'essai',
      ALIZE_SECRET_KEY: 'essai',
      ALIZE_SEATS: '2',
    }),
    ...(made && { databasePlace: made.place }),
    ...change,
  };
  const database = openDatabase(settings.databasePlace);
  await migrate(database.db);
  const clock = movableClock();
  const random = (bytesCount: number) => randomBytes(bytesCount);
  const ids = createIds(clock);
  await syncTrunks({ db: database.db, ids }, settings.trunks);
  await seedDemonstration({ db: database.db, clock, ids, random }, password);
  const log = createLog({ name: 'api', level: 'silent' });
  const parts = { settings, database, clock, ids, log, random, consoleFolder: dataFolder };
  const api = await createApi(parts);
  const servers: Server[] = [];
  return {
    api,
    parts,
    clock,
    ids,
    db: database.db,
    logIn: (login: string) => logIn(api, login),
    /** The same api on a real port; answers its address without scheme. */
    async listen(): Promise<string> {
      const server = createServer();
      api.attach(server);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      // An address is a text for pipes only.
      return `127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    async close() {
      await api.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      await database.close();
      await made?.remove();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
export type TestApi = Awaited<ReturnType<typeof startApi>>;

/** Logs somebody in; answers how to ask in their name, and their cookie. */
async function logIn(api: RunningApi, login: string): Promise<{ ask: Ask; cookie: string }> {
  const response = await askAs(api, null)('POST', '/v1/session', { login, password });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ask: askAs(api, cookie), cookie };
}

/** Asks with a cookie, or as a stranger, from a page of the console. */
export function askAs(api: RunningApi, cookie: string | null): Ask {
  return async (method, path, body, more = {}) => {
    const headers: Record<string, string> = { origin };
    if (cookie) headers.cookie = cookie;
    if (body !== undefined) {
      headers['content-type'] = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
    }
    Object.assign(headers, more);
    const sent = body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
    return api.app.request(path, { method, headers, ...(body !== undefined && { body: sent }) });
  };
}

/** The machine's clock, which can be put forward. */
function movableClock(): Clock & { forward(ms: number): void } {
  let aheadMs = 0;
  return {
    nowMs: () => systemClock.nowMs() + aheadMs,
    setTimer: systemClock.setTimer,
    forward(ms) {
      aheadMs += ms;
    },
  };
}
