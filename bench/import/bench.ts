import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ApiProcess, type ImportAnswer } from './api-process.ts';
import { numbersAlone, parseAlone } from './floor.ts';
import { type InsertTarget, insertIntoPostgres, insertIntoSqlite } from './inserts.ts';
import { makeFile } from './make-file.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const usage = 'npm run import -w bench -- [--rows 1000000] [--store sqlite|postgres|both] [--port 34100]';
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    store: { type: 'string', default: 'both' },
    port: { type: 'string', default: '34100' },
  },
});
const rowsCount = Number(values.rows);
if (!Number.isInteger(rowsCount) || !['sqlite', 'postgres', 'both'].includes(values.store))
  throw new Error(usage);

const folder = mkdtempSync(join(tmpdir(), 'alize-bench-import-'));
// PostgreSQL runs as a user of its own and has to get to its part of it.
chmodSync(folder, 0o711);
try {
  const file = join(folder, 'leads.csv');
  await makeFile(file, rowsCount);
  const megabytes = (await stat(file)).size / 1e6;
  say(`${rowsCount.toLocaleString('en')} rows of 12 columns, 2 numbers each, ${megabytes.toFixed(0)} MB`);
  const parsing = await parseAlone(file);
  const numbers = numbersAlone(rowsCount);
  if (values.store !== 'postgres') await measure('SQLite', { file, parsing, numbers, database: null });
  if (values.store !== 'sqlite') {
    const postgres = await startPostgres(join(folder, 'postgres'));
    try {
      await measure('PostgreSQL', { file, parsing, numbers, database: postgres.makeDatabase });
    } finally {
      await postgres.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Imports the file through the running api, then makes the bare inserts into a twin of its database. */
async function measure(
  name: string,
  with_: {
    readonly file: string;
    readonly parsing: number;
    readonly numbers: number;
    /** Makes a PostgreSQL database of that name and answers its address; null: SQLite. */
    readonly database: Postgres['makeDatabase'] | null;
  },
): Promise<void> {
  const { file, parsing, numbers, database } = with_;
  const data = join(folder, name);
  const address = database && (await database('ours'));
  const twin = join(folder, 'twin.db');
  let twinAddress: string | null = null;
  const api = await ApiProcess.start(data, Number(values.port), address, async () => {
    if (database) twinAddress = await database('twin', 'ours');
    else copyFileSync(join(data, 'alize.sqlite'), twin);
  });
  try {
    const idle = api.residentMost / 1e6;
    const { target, checked, stored } = await importThrough(api, file);
    const memory = api.residentMost / 1e6;
    const inserts = twinAddress
      ? await insertIntoPostgres(twinAddress, target, rowsCount)
      : insertIntoSqlite(twin, target, rowsCount);
    const floor = parsing + numbers + inserts;
    say(`
${name}
  papaparse alone ${parsing.toFixed(1)} s + numbers alone ${numbers.toFixed(1)} s + bare inserts ${inserts.toFixed(1)} s = floor ${floor.toFixed(1)} s
  import          ${stored.toFixed(1)} s, ${perSecond(stored)} rows a second, ${(stored / floor).toFixed(2)} times the floor
  dry run         ${checked.toFixed(1)} s, ${perSecond(checked)} rows a second, rulings included
  memory          ${memory.toFixed(0)} MB at most, the whole api process; ${idle.toFixed(0)} MB before`);
  } finally {
    await api.stop();
  }
}

async function importThrough(api: ApiProcess, file: string) {
  const { data } = await api.ask<{ data: { id: string }[] }>('GET', '/v1/campaigns');
  const campaignId = data[0]?.id ?? '';
  const uploadId = await api.upload(file);
  const asked = { uploadId, listName: 'Un million' };
  const { id } = await api.ask<ImportAnswer>('POST', `/v1/campaigns/${campaignId}/imports`, asked);
  const checked = await api.until(id, 'checking');
  expect(checked.row, 'checked');
  await api.ask('POST', `/v1/imports/${id}/commit`);
  const stored = await api.until(id, 'importing');
  expect(stored.row, 'imported');
  const list = await api.ask<{ data: { id: string }[] }>('GET', `/v1/campaigns/${campaignId}/lists`);
  const { client } = await api.ask<{ client: { id: string } }>('GET', '/v1/session');
  const target: InsertTarget = { clientId: client.id, campaignId, listId: list.data.at(-1)?.id ?? '' };
  return { target, checked: checked.seconds, stored: stored.seconds };
}

function expect(row: ImportAnswer, state: string): void {
  const added = row.report?.fates.added;
  if (row.state !== state || added !== rowsCount)
    throw new Error(`${row.state}, ${added} added: ${JSON.stringify(row.report)}`);
}

function perSecond(seconds: number): string {
  return Math.round(rowsCount / seconds).toLocaleString('en');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
