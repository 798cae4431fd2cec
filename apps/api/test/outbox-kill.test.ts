import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  announce,
  type Database,
  enqueue,
  insertClient,
  migrate,
  type Notice,
  openDatabase,
} from '@alize/db';
import { encipher, makeWebhookSecret } from '@alize/delivery';
import { createIds, readSettings, systemClock } from '@alize/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Heard, type Receiver, startReceiver } from './receiver.ts';
import { until } from './until.ts';

const script = fileURLToPath(new URL('./outbox-process.ts', import.meta.url));
const ids = createIds(systemClock);
const clientId = ids.make('client');
const campaignId = ids.make('campaign');
let folder: string;
let database: Database;
let receiver: Receiver;
let env: NodeJS.ProcessEnv;
let answer: (heard: Heard, count: number) => number | Promise<number> = () => 200;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  receiver = await startReceiver((heard, count) => answer(heard, count));
  folder = mkdtempSync(join(tmpdir(), 'alize-outbox-'));
  env = { ...process.env, ALIZE_DATA: folder, ALIZE_SECRET_KEY: 'essai', ALIZE_PRIVATE_HOSTS: '127.0.0.1' };
  database = openDatabase(readSettings(env).databasePlace);
  await migrate(database.db);
  const atMs = systemClock.nowMs();
  await insertClient(database.db, { id: clientId, name: 'Boréal' }, atMs);
  const secret = encipher('essai', makeWebhookSecret(randomBytes));
  await database.db.transaction().execute(async (tx) => {
    const id = ids.make('webhook');
    const row = { id, client_id: clientId, url: receiver.url, description: '', kinds: '[]', secret };
    await tx
      .insertInto('webhook')
      .values({
        ...{ ...row, secret_before: null, secret_before_until: null, disabled_reason: null },
        ...{ failing_since: null, created_by: null, created_at: atMs, changed_at: atMs },
      })
      .execute();
  });
});
afterAll(async () => {
  for (const child of running) await kill(child);
  receiver.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A process that sends; answers when it has begun. */
async function start(aheadMs: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, String(aheadMs)], {
    ...{ env, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  running.add(child);
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

/** As by the kernel when memory runs out: no handler runs. */
async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const notice = (): Notice => ({
  ...{ clientId, atMs: systemClock.nowMs(), data: {}, campaignId: null, leadId: null },
  kind: 'call.disposed',
});
const tell = () =>
  database.db.transaction().execute((tx) => announce(tx, notice(), () => ids.make('delivery')));
const states = async () =>
  (await database.db.selectFrom('delivery').select(['id', 'state']).execute()).map((row) => row.state);

test('kill -9 at any moment of sending loses nothing, and what comes twice bears the same id', {
  timeout: 120_000,
}, async () => {
  const told: string[] = [];
  for (let n = 0; n < 60; n += 1) told.push(...(await tell()));
  let aheadMs = 0;
  for (const killAt of [1, 9, 20, 33]) {
    // The answer to the one that is heard last never comes: the process dies with it in flight.
    answer = (_heard, count) => (count < killAt ? 200 : new Promise<number>(() => {}));
    const child = await start(aheadMs);
    await receiver.until((heard) => heard.length >= killAt);
    await kill(child);
    // What it was sending is free again.
    aheadMs += 130_000;
  }
  answer = () => 200;
  const last = await start(aheadMs);
  await until(async () => (await states()).every((state) => state === 'sent'));
  await kill(last);
  const heard = new Set(receiver.heard.map(({ id }) => id));
  expect([...heard].sort()).toEqual([...told].sort());
  // At most as many again as were in flight at the four deaths.
  expect(receiver.heard.length).toBeGreaterThan(60);
  expect(receiver.heard.length).toBeLessThanOrEqual(60 + 4 * 4);
  const bodies = Map.groupBy(receiver.heard, ({ id }) => id);
  for (const same of bodies.values()) expect(new Set(same.map(({ body }) => body)).size).toBe(1);
});

test('two processes never send the same at once', { timeout: 120_000 }, async () => {
  receiver.heard.length = 0;
  answer = () => 200;
  const told: string[] = [];
  for (let n = 0; n < 40; n += 1) told.push(...(await tell()));
  const pair = [await start(0), await start(0)];
  await until(async () => (await states()).every((state) => state === 'sent'));
  for (const child of pair) await kill(child);
  expect(receiver.heard.map(({ id }) => id).sort()).toEqual([...told].sort());
});

test('a row of a file stands there once, wherever the process dies', { timeout: 120_000 }, async () => {
  const atMs = systemClock.nowMs();
  const rows: string[] = [];
  for (let n = 0; n < 30; n += 1) {
    const id = ids.make('handover');
    rows.push(id);
    const payload = { fileName: '2026-11-24.csv', id, headings: ['Nom'], row: [`n° ${n}`] };
    await enqueue(
      database.db,
      {
        ...{ clientId, way: 'csv_drop', target: campaignId, noticeKind: 'lead.qualified', payload },
        ...{ orderKey: payload.fileName, leadId: null, campaignId, atMs },
      },
      ids.make('delivery'),
    );
  }
  const path = join(folder, 'drops', clientId, campaignId);
  const lines = () => {
    try {
      return readFileSync(join(path, '2026-11-24.csv'), 'utf8').trim().split('\r\n').slice(1);
    } catch {
      return [];
    }
  };
  let aheadMs = 0;
  for (const killAt of [3, 11, 20]) {
    const child = await start(aheadMs);
    await until(() => lines().length >= killAt);
    await kill(child);
    aheadMs += 130_000;
  }
  const last = await start(aheadMs);
  await until(async () => (await states()).every((state) => state === 'sent'));
  await kill(last);
  expect(lines().map((line) => line.split(';')[0])).toEqual(rows);
  expect(readdirSync(path)).toEqual(['2026-11-24.csv']);
});
