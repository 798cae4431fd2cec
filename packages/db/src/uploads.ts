import type { ClientId, ImportState, UploadId, UserId } from '@alize/model';
import type { Db } from './open-database.ts';

/** A file that is sent piece by piece; its bytes lie in a file named after its id. */
export interface StoredUpload {
  readonly id: UploadId;
  readonly clientId: ClientId;
  readonly fileName: string;
  readonly bytesAll: number;
  readonly bytesReceived: number;
  readonly createdBy: UserId | null;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
}

/** States in which an import still reads its file. */
const readingStates = ['checking', 'checked', 'importing'] as const satisfies readonly ImportState[];

/** Adds an upload of which nothing has come yet. */
export async function insertUpload(
  db: Db,
  upload: Omit<StoredUpload, 'bytesReceived' | 'createdAtMs' | 'changedAtMs'>,
  atMs: number,
): Promise<void> {
  await db
    .insertInto('upload')
    .values({
      id: upload.id,
      client_id: upload.clientId,
      file_name: upload.fileName,
      bytes_all: upload.bytesAll,
      created_by: upload.createdBy,
      created_at: atMs,
      changed_at: atMs,
    })
    .execute();
}

/** An upload; null when the client has none of that id. */
export async function findUpload(db: Db, clientId: ClientId, id: UploadId): Promise<StoredUpload | null> {
  const row = await selectUploads(db)
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes how many bytes of an upload are on disk. */
export async function setUploadReceived(
  db: Db,
  clientId: ClientId,
  id: UploadId,
  bytesReceived: number,
  atMs: number,
): Promise<void> {
  await db
    .updateTable('upload')
    .set({ bytes_received: bytesReceived, changed_at: atMs })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}

/** Uploads of every client that nothing was added to since `beforeMs`, and that no import has still to read. */
export async function uploadsToSweep(db: Db, beforeMs: number): Promise<readonly StoredUpload[]> {
  return selectUploads(db)
    .where('changed_at', '<', beforeMs)
    .where('id', 'not in', (query) =>
      query
        .selectFrom('import')
        .select('upload_id')
        .where('state', 'in', [...readingStates])
        .where('upload_id', 'is not', null)
        .$narrowType<{ upload_id: UploadId }>(),
    )
    .execute();
}

/** Forgets an upload; who calls removes its file first, so that a stop in between leaves no file without a row. */
export async function deleteUpload(db: Db, clientId: ClientId, id: UploadId): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).where('client_id', '=', clientId).execute();
}

function selectUploads(db: Db) {
  return db
    .selectFrom('upload')
    .select([
      'id',
      'client_id as clientId',
      'file_name as fileName',
      'bytes_all as bytesAll',
      'bytes_received as bytesReceived',
      'created_by as createdBy',
      'created_at as createdAtMs',
      'changed_at as changedAtMs',
    ]);
}
