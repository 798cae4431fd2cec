import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, findImport, insertImport, insertUpload, migrate, openDatabase } from '@alize/db';
import { standardImportSettings } from '@alize/leads';
import { createIds, readSettings, systemClock } from '@alize/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemonstration, syncTrunks } from '../src/index.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const ids = createIds(systemClock);
let folder: string;
let database: Database;
let child: ChildProcess | null = null;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alize-kill-'));
  env = { ...process.env, ALIZE_DATA: folder, ALIZE_PORT: String(await freePort()), ALIZE_SEAT_KEY: 'essai' };
  const settings = readSettings(env);
  database = openDatabase(settings.databasePlace);
  const { db } = database;
  await migrate(db);
  await syncTrunks({ db, ids }, settings.trunks);
  const random = (bytesCount: number) => crypto.getRandomValues(new Uint8Array(bytesCount));
  await seedDemonstration({ db, clock: systemClock, ids, random }, 'une-phrase-d-essai');
});
afterAll(async () => {
  await kill();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The api as it runs in a centre, a process of its own. */
function start(): void {
  child = spawn(process.execPath, [main], { env, stdio: 'ignore' });
}

/** As by the kernel when memory runs out: no handler runs. */
async function kill(): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('kill -9 at any moment of an import loses no row and repeats none', { timeout: 120_000 }, async () => {
  const { db } = database;
  const rows = 3000;
  const text = Array.from(
    { length: rows },
    (_, index) => `063998${String(index).padStart(4, '0')};M-${index}`,
  );
  const campaign = await db.selectFrom('campaign').select(['id', 'client_id']).executeTakeFirstOrThrow();
  const clientId = campaign.client_id;
  const [id, uploadId] = [ids.make('import'), ids.make('upload')];
  mkdirSync(join(folder, 'uploads'));
  writeFileSync(join(folder, 'uploads', uploadId), `Téléphone;Référence\n${text.join('\n')}\n`);
  const atMs = systemClock.nowMs();
  await insertUpload(db, { id: uploadId, clientId, fileName: 'a.csv', bytesAll: 1, createdBy: null }, atMs);
  const target = { clientId, campaignId: campaign.id, listId: null, listName: 'Essai' };
  const file = { uploadId, fileName: 'a.csv', fileSha256: null, createdBy: null };
  // The numbers of the demonstration's own leads are among them.
  const duplicates = { ...standardImportSettings.duplicates, action: 'keep' } as const;
  const settings = { ...standardImportSettings, duplicates };
  await insertImport(db, { id, ...target, ...file, settings }, atMs);
  await db.updateTable('import').set({ state: 'importing' }).where('id', '=', id).execute();

  const standing = async () => {
    const found = await findImport(db, clientId, id);
    return `${found?.state} ${found?.phase} ${found?.cursorLine}`;
  };
  const stops = new Set<string>();
  for (let kills = 0; kills < 4; kills += 1) {
    const before = await standing();
    start();
    await expect.poll(standing, { interval: 1, timeout: 30_000 }).not.toBe(before);
    await kill();
    stops.add(await standing());
  }
  start();
  await expect
    .poll(async () => (await findImport(db, clientId, id))?.state, { interval: 50, timeout: 60_000 })
    .toBe('imported');
  expect(stops.size).toBeGreaterThan(2);
  const leads = await db
    .selectFrom('lead')
    .select(['import_line', 'phone_number', 'state'])
    .where('import_id', '=', id)
    .orderBy('import_line')
    .execute();
  expect(leads.map((lead) => [lead.import_line, lead.phone_number, lead.state])).toEqual(
    text.map((row, index) => [index + 2, `+33${row.slice(1, 10)}`, 'open']),
  );
  const found = await findImport(db, clientId, id);
  expect(found).toMatchObject({ rowsDone: rows, leadsCount: rows, report: { rows, fates: { added: rows } } });
});
