import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, seedDemonstration, syncTrunks } from '@alize/api';
import { migrate, openDatabase } from '@alize/db';
import { createIds, createLog, readSettings, systemClock } from '@alize/runtime';

/** The api with its demonstration, on a port of its own. */
export interface TestServer {
  readonly env: NodeJS.ProcessEnv;
  /** For the files of a test. */
  readonly folder: string;
  stop(): Promise<void>;
}

const password = 'un mot de passe long';

export async function startServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-cli-'));
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A TCP server has an address that is an object.
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const settings = readSettings({ ALIZE_DATA: folder, ALIZE_ORIGIN: origin, ALIZE_ASTERISK: 'fake' });
  const database = openDatabase(settings.databasePlace);
  await migrate(database.db);
  const ids = createIds(systemClock);
  const random = (bytesCount: number) => randomBytes(bytesCount);
  const log = createLog({ name: 'api', level: 'silent' });
  await syncTrunks({ db: database.db, ids }, settings.trunks);
  await seedDemonstration({ db: database.db, clock: systemClock, ids, random }, password);
  const api = await createApi({ settings, database, clock: systemClock, ids, log, random });
  api.attach(server);
  return {
    env: { ALIZE_URL: origin, ALIZE_API_KEY: await makeKey(origin), ALIZE_LANGUAGE: 'fr' },
    folder,
    async stop() {
      await api.close();
      server.closeAllConnections();
      server.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A key as a manager makes one in the console. */
async function makeKey(origin: string): Promise<string> {
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(body),
    });
  const session = await post('/v1/session', { login: 'responsable', password });
  const [cookie] = session.headers.getSetCookie();
  const scopes = ['campaigns:read', 'leads:write'];
  const made = await post('/v1/api-keys', { name: 'Import', scopes }, cookie?.split(';')[0]);
  const { key } = (await made.json()) as { key: string };
  return key;
}
