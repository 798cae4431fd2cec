import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import {
  appendEvents,
  type Db,
  failList,
  type ListProgress,
  markListReady,
  markListStored,
  openDatabase,
  releaseLeads,
  saveListOutlook,
  storeListBatch,
} from '@alize/db';
import { FileError, previewFile, type ReadRow, readLeads } from '@alize/lead-import';
import { createIds, systemClock } from '@alize/runtime';
import type { ImportAnswer, ImportJob, ListImport, ListTarget } from './import-job.ts';
import { outlookOfList } from './list-outlook.ts';

/** Rows in a transaction, and the rest after it: the dialer must never wait long for the file's lock. */
const batchRows = 200;
const restMs = 2;
const releaseRows = 500;
/** How often the import says how far it has come. */
const tellEveryMs = 250;
const nothingYet: ListProgress = { rowsTotal: 0, leadsCount: 0, errorsCount: 0 };

const ids = createIds(systemClock);

/** Runs the one job that the thread was made for. The cast holds: only list-imports.ts makes these threads. */
parentPort?.postMessage(await run(workerData as ImportJob));

async function run(job: ImportJob): Promise<ImportAnswer> {
  try {
    if (job.kind === 'preview') {
      return { kind: 'previewed', preview: previewFile(job.bytes, job.mapping ?? undefined) };
    }
    const database = openDatabase(job.databaseFile);
    try {
      if (job.kind === 'import') await importList(database.db, job);
      else await recover(database.db, job);
    } finally {
      await database.close();
    }
    return { kind: 'imported' };
  } catch (error) {
    if (error instanceof FileError) return { kind: 'refused', code: error.code };
    throw error;
  }
}

/** All rows are stored, then all leads become due; a file that turns out unreadable leaves nothing behind. */
async function importList(db: Db, job: Extract<ImportJob, { kind: 'import' }>): Promise<void> {
  const { list, nowMs } = job;
  try {
    const bytes = await readFile(job.file);
    const { encoding, delimiter, mapping } = previewFile(bytes, job.mapping ?? undefined);
    const options = { mapping, encoding, delimiter, defaultCountry: 'FR', batchRows } as const;
    let progress = nothingYet;
    let toldAtMs = 0;
    for await (const rows of readLeads(bytes, options)) {
      const isToTell = performance.now() - toldAtMs > tellEveryMs;
      if (isToTell) toldAtMs = performance.now();
      progress = await storeRows(db, job, rows, isToTell);
      await pause(restMs);
    }
    await finish(db, list, progress, nowMs);
  } catch (error) {
    await fail(db, list, error instanceof FileError ? error.code : 'interrupted', nowMs);
    throw error;
  }
}

async function recover(db: Db, job: Extract<ImportJob, { kind: 'recover' }>): Promise<void> {
  if (!job.isStored) return fail(db, job.list, 'interrupted', job.nowMs);
  const progress = await storeRows(db, { ...job, consentsAreInformed: false }, [], false);
  await finish(db, job.list, progress, job.nowMs);
}

async function storeRows(
  db: Db,
  {
    list,
    nowMs: atMs,
    consentsAreInformed,
  }: Pick<ListImport, 'list' | 'consentsAreInformed'> & { nowMs: number },
  rows: readonly ReadRow[],
  isToTell: boolean,
): Promise<ListProgress> {
  const leads = rows.flatMap((row) =>
    row.kind === 'lead' ? [{ id: ids.make('lead'), line: row.line, fields: row.fields }] : [],
  );
  const errors = rows.flatMap((row) => (row.kind === 'error' ? [row] : []));
  return db.transaction().execute(async (tx) => {
    const progress = await storeListBatch(tx, { ...list, leads, errors, atMs, consentsAreInformed });
    if (isToTell) await tell(tx, list, 'importing', progress, atMs);
    return progress;
  });
}

async function finish(db: Db, list: ListTarget, progress: ListProgress, atMs: number): Promise<void> {
  await markListStored(db, list.listId, atMs);
  while ((await releaseLeads(db, list.listId, atMs, releaseRows)) === releaseRows) await pause(restMs);
  await db.transaction().execute(async (tx) => {
    await markListReady(tx, list.listId);
    await tell(tx, list, 'ready', progress, atMs);
  });
  await judgeLeads(db, list, progress, atMs);
}

/** The leads may be called by now; this only tells people what the rules will say. */
async function judgeLeads(db: Db, list: ListTarget, progress: ListProgress, atMs: number): Promise<void> {
  const outlook = await outlookOfList(db, list, atMs);
  if (!outlook) return;
  await db.transaction().execute(async (tx) => {
    await saveListOutlook(tx, list.clientId, list.listId, outlook);
    await tell(tx, list, 'ready', progress, atMs);
  });
}

async function fail(db: Db, list: ListTarget, code: string, atMs: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await failList(tx, list.listId, code, atMs);
    await tell(tx, list, 'failed', nothingYet, atMs);
  });
}

async function tell(
  db: Db,
  { listId, clientId, campaignId }: ListTarget,
  state: 'importing' | 'ready' | 'failed',
  progress: ListProgress,
  atMs: number,
): Promise<void> {
  const event = { kind: 'list.changed', listId, campaignId, state, ...progress } as const;
  await appendEvents(db, atMs, [{ clientId, event }]);
}
