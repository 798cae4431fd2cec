import type { ImportReport, ImportSettings } from '@alize/leads';
import {
  type CampaignId,
  type ClientId,
  type ImportId,
  type ImportPhase,
  type ImportState,
  importStates,
  type ListId,
  type UploadId,
  type UserId,
} from '@alize/model';
import { insertRows } from './insert-rows.ts';
import type { Db } from './open-database.ts';

/** One file on its way into a list, or what became of it. */
export interface StoredImport {
  readonly id: ImportId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  /** Null while the list is still to be made. */
  readonly listId: ListId | null;
  readonly listName: string;
  /** The upload may have been swept since. */
  readonly uploadId: UploadId | null;
  readonly fileName: string;
  readonly fileSha256: string | null;
  readonly settings: ImportSettings;
  readonly state: ImportState;
  readonly phase: ImportPhase | null;
  /** Of the dry run, until it is imported: of what was done then. Null before, and for files of older versions. */
  readonly report: ImportReport | null;
  /** A code of the file's fault, or `interrupted`. */
  readonly failure: string | null;
  /** The last line of the file whose row is stored. */
  readonly cursorLine: number;
  /** Rows of the file that are stored or passed over. */
  readonly rowsDone: number;
  /** Leads of it that are there. */
  readonly leadsCount: number;
  /** Rows in its file of errors. */
  readonly errorsCount: number;
  readonly createdBy: UserId | null;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  readonly importedAtMs: number | null;
  readonly undoneAtMs: number | null;
}

export type NewImport = Pick<
  StoredImport,
  | 'id'
  | 'clientId'
  | 'campaignId'
  | 'listId'
  | 'listName'
  | 'uploadId'
  | 'fileName'
  | 'fileSha256'
  | 'settings'
  | 'createdBy'
>;

/** Adds an import, in state `checking`. */
export async function insertImport(db: Db, made: NewImport, atMs: number): Promise<void> {
  await db
    .insertInto('import')
    .values({
      id: made.id,
      client_id: made.clientId,
      campaign_id: made.campaignId,
      list_id: made.listId,
      list_name: made.listName,
      upload_id: made.uploadId,
      file_name: made.fileName,
      file_sha256: made.fileSha256,
      settings: JSON.stringify(made.settings),
      state: 'checking',
      created_by: made.createdBy,
      created_at: atMs,
      changed_at: atMs,
    })
    .execute();
}

/** An import; null when the client has none of that id. */
export async function findImport(db: Db, clientId: ClientId, id: ImportId): Promise<StoredImport | null> {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row ? toImport(row) : null;
}

interface ImportPage {
  /** Older ones than this. */
  readonly before?: ImportId | null;
  readonly limit?: number;
}

/** Imports of a campaign, newest first, 200 at most. Index import_campaign. */
export async function importsOfCampaign(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  page: ImportPage = {},
): Promise<readonly StoredImport[]> {
  return newestFirst(selectImports(db, clientId).where('campaign_id', '=', campaignId), page);
}

/** Imports into a list, newest first, 200 at most. Index import_list. */
export async function importsOfList(
  db: Db,
  clientId: ClientId,
  listId: ListId,
  page: ImportPage = {},
): Promise<readonly StoredImport[]> {
  return newestFirst(selectImports(db, clientId).where('list_id', '=', listId), page);
}

function selectImports(db: Db, clientId: ClientId) {
  return db.selectFrom('import').selectAll().where('client_id', '=', clientId);
}

async function newestFirst(
  query: ReturnType<typeof selectImports>,
  { before = null, limit = 200 }: ImportPage,
): Promise<readonly StoredImport[]> {
  const rows = await query
    .$if(before !== null, (older) => older.where('id', '<', before as ImportId))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toImport);
}

export interface ImportChange {
  readonly state: ImportState;
  /** Left out: as it is. */
  readonly phase?: ImportPhase | null;
  readonly listId?: ListId;
  readonly fileSha256?: string;
  readonly failure?: string | null;
  readonly importedAtMs?: number;
  readonly undoneAtMs?: number;
  readonly atMs: number;
  /** Only when it is in one of these states. */
  readonly from?: readonly ImportState[];
}

/** Moves an import on. False when it is in none of the states that the change may begin from. */
export async function setImportState(db: Db, id: ImportId, change: ImportChange): Promise<boolean> {
  const result = await db
    .updateTable('import')
    .set({
      state: change.state,
      changed_at: change.atMs,
      ...(change.phase !== undefined && { phase: change.phase }),
      ...(change.listId !== undefined && { list_id: change.listId }),
      ...(change.fileSha256 !== undefined && { file_sha256: change.fileSha256 }),
      ...(change.fileSha256 !== undefined && { file_sha256: change.fileSha256 }),
      ...(change.failure !== undefined && { failure: change.failure }),
      ...(change.importedAtMs !== undefined && { imported_at: change.importedAtMs }),
      ...(change.undoneAtMs !== undefined && { undone_at: change.undoneAtMs }),
    })
    .where('id', '=', id)
    .where('state', 'in', [...(change.from ?? importStates)])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps the report of the dry run, or of what was done. */
export async function saveImportReport(db: Db, id: ImportId, report: ImportReport): Promise<void> {
  await db
    .updateTable('import')
    .set({ report: JSON.stringify(report) })
    .where('id', '=', id)
    .execute();
}

/** Imports that a stop of the process cut off, oldest first: all that are in a state which goes on by itself. */
export async function interruptedImports(db: Db): Promise<readonly StoredImport[]> {
  const rows = await db
    .selectFrom('import')
    .selectAll()
    .where('state', 'in', ['checking', 'importing', 'cancelling', 'undoing'])
    .orderBy('id')
    .execute();
  return rows.map(toImport);
}

/** A row of a file that became no lead, with its cells as they stood. */
export interface ImportError {
  readonly line: number;
  readonly code: string;
  readonly column: string | null;
  readonly value: string | null;
  readonly cells: readonly string[];
}

const valueLengthMax = 200;

/** Keeps rows that became no lead. A line that is kept already stays as it is. Call it in a transaction. */
export async function insertImportErrors(
  db: Db,
  { id, clientId }: Pick<StoredImport, 'id' | 'clientId'>,
  errors: readonly ImportError[],
): Promise<void> {
  if (errors.length === 0) return;
  const count = await insertRows(
    db,
    'import_error',
    ['import_id', 'line', 'client_id', 'code', 'column_name', 'value', 'cells'],
    errors.map((error) => [
      id,
      error.line,
      clientId,
      error.code,
      error.column,
      error.value?.slice(0, valueLengthMax) ?? null,
      JSON.stringify(error.cells),
    ]),
    'leave out',
  );
  await db
    .updateTable('import')
    .set((column) => ({ errors_count: column('errors_count', '+', count) }))
    .where('id', '=', id)
    .execute();
}

/** Forgets the errors of an import, before its dry run is done anew. */
export async function deleteImportErrors(db: Db, id: ImportId): Promise<void> {
  await db.deleteFrom('import_error').where('import_id', '=', id).execute();
  await db.updateTable('import').set({ errors_count: 0 }).where('id', '=', id).execute();
}

/** Errors of an import in the order of its file, after line `afterLine`. The primary key is the index. */
export async function importErrors(
  db: Db,
  clientId: ClientId,
  id: ImportId,
  page: { readonly afterLine: number; readonly limit: number },
): Promise<readonly ImportError[]> {
  const rows = await db
    .selectFrom('import_error')
    .select(['line', 'code', 'column_name as column', 'value', 'cells'])
    .where('import_id', '=', id)
    .where('client_id', '=', clientId)
    .where('line', '>', page.afterLine)
    .orderBy('line')
    .limit(page.limit)
    .execute();
  // Written by insertImportErrors alone.
  return rows.map((row) => ({ ...row, cells: JSON.parse(row.cells) as string[] }));
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof selectAll>['executeTakeFirstOrThrow']>>;
const selectAll = (db: Db) => db.selectFrom('import').selectAll();

function toImport(row: ImportRow): StoredImport {
  return {
    id: row.id,
    clientId: row.client_id,
    campaignId: row.campaign_id,
    listId: row.list_id,
    listName: row.list_name,
    uploadId: row.upload_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    // Settings and report are written by insertImport and saveImportReport alone.
    settings: JSON.parse(row.settings) as ImportSettings,
    state: row.state,
    phase: row.phase,
    report: row.report === null ? null : (JSON.parse(row.report) as ImportReport),
    failure: row.failure,
    cursorLine: row.cursor_line,
    rowsDone: row.rows_done,
    leadsCount: row.leads_count,
    errorsCount: row.errors_count,
    createdBy: row.created_by,
    createdAtMs: row.created_at,
    changedAtMs: row.changed_at,
    importedAtMs: row.imported_at,
    undoneAtMs: row.undone_at,
  };
}
