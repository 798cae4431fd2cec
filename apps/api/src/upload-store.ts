import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import {
  deleteUpload,
  findUpload,
  insertUpload,
  type StoredUpload,
  setUploadReceived,
  uploadsToSweep,
} from '@alize/db';
import type { ClientId, UploadId, UserId } from '@alize/model';
import type { ApiParts } from './api-parts.ts';
import { Problem } from './problem.ts';

/** Larger than any list of leads: 30 million rows are about 3 GB. */
export const uploadBytesMax = 4 * 1024 ** 3;
/** What an upload must leave free on the disk, for the ledger of calls goes there too. */
const bytesLeftFree = 512 * 1024 ** 2;
/** A writer that has sent nothing for so long has lost its connection, and gives way to the next. */
const silentMs = 3_000;
const keptMs = 48 * 3_600_000;

/** What is known of an upload; `bytesReceived` is what lies on the disk. */
export type Upload = StoredUpload;

/** Files that come in piece by piece, in `<data>/uploads`. The length of the file on the disk is the truth. */
export interface UploadStore {
  /** Where the bytes of an upload lie. */
  pathOf(id: UploadId): string;
  /** Makes room for a file. Throws `upload_too_large`, `disk_full`. */
  begin(file: NewUpload): Promise<Upload>;
  /** A whole file in one piece, of a length that nobody has announced. Throws as the others do, and `file_unreadable`. */
  receive(
    file: Omit<NewUpload, 'bytesAll'>,
    body: ReadableStream<Uint8Array> | null,
  ): Promise<Pick<Upload, 'id' | 'bytesAll'>>;
  /** Throws `not_found`. */
  find(clientId: ClientId, id: UploadId): Promise<Upload>;
  /**
   * Adds a piece that begins at `offset`; answers where the next begins. A connection that is cut leaves what has
   * arrived. Throws `upload_offset_wrong`, `upload_busy`, `upload_longer_than_announced`, `disk_full`.
   */
  append(upload: Upload, offset: number, body: ReadableStream<Uint8Array> | null): Promise<number>;
  /** Takes the file away. Throws `upload_in_use` while an import has still to read it. */
  remove(upload: Upload): Promise<void>;
  /** Takes away what nobody has touched for two days and no import needs. */
  sweep(): Promise<void>;
}

export interface NewUpload {
  readonly clientId: ClientId;
  readonly fileName: string;
  readonly bytesAll: number;
  readonly createdBy: UserId;
}

/** Whoever is sending a piece of a file right now. */
interface Writer {
  heardAtMs: number;
  readonly stop: () => Promise<void>;
  readonly ended: Promise<unknown>;
}

export function createUploadStore(api: ApiParts): UploadStore {
  const { db } = api.database;
  const folder = join(api.settings.dataFolder, 'uploads');
  const pathOf = (id: UploadId) => join(folder, id);
  const writers = new Map<UploadId, Writer>();

  const removeOne = async ({ clientId, id }: Pick<Upload, 'clientId' | 'id'>) => {
    await rm(pathOf(id), { force: true });
    await deleteUpload(db, clientId, id);
  };

  /** Lets go of a writer whose line is dead. */
  const endSilent = async (id: UploadId) => {
    const writer = writers.get(id);
    if (!writer || api.clock.nowMs() - writer.heardAtMs < silentMs) return;
    await writer.stop();
    await writer.ended;
  };

  const write = async (upload: Upload, offset: number, piece: Piece) => {
    const path = pathOf(upload.id);
    if ((await sizeOf(path)) !== offset) throw new Problem('upload_offset_wrong');
    const file = await open(path, 'a', 0o600).catch(diskProblem);
    try {
      const isWhole = await copy(piece, file, upload.bytesAll - offset);
      if (!isWhole) await truncate(path, offset);
      await file.datasync();
      if (!isWhole) throw new Problem('upload_longer_than_announced');
    } catch (error) {
      diskProblem(error);
    } finally {
      await file.close();
      const { clientId, id } = upload;
      await setUploadReceived(db, clientId, id, await sizeOf(path), api.clock.nowMs());
    }
    return sizeOf(path);
  };

  return {
    pathOf,
    async begin({ clientId, fileName, bytesAll, createdBy }) {
      if (bytesAll > uploadBytesMax) throw new Problem('upload_too_large');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < bytesAll + bytesLeftFree) throw new Problem('disk_full');
      const id = api.ids.make('upload');
      await insertUpload(db, { id, clientId, fileName, bytesAll, createdBy }, api.clock.nowMs());
      await (await open(pathOf(id), 'w', 0o600).catch(diskProblem)).close();
      const made = await findUpload(db, clientId, id);
      if (!made) throw new Error('an upload is gone as soon as it is made');
      return made;
    },
    async receive(file, body) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const id = api.ids.make('upload');
      const bytesAll = await receiveAt(`${pathOf(id)}${partEnding}`, body);
      await rename(`${pathOf(id)}${partEnding}`, pathOf(id));
      const nowMs = api.clock.nowMs();
      await insertUpload(db, { id, ...file, bytesAll }, nowMs);
      await setUploadReceived(db, file.clientId, id, bytesAll, nowMs);
      return { id, bytesAll };
    },
    async find(clientId, id) {
      const upload = await findUpload(db, clientId, id);
      const bytesReceived = upload && (await sizeOf(pathOf(id)));
      if (!upload || bytesReceived === null || bytesReceived < 0) throw new Problem('not_found');
      return { ...upload, bytesReceived };
    },
    async append(upload, offset, body) {
      await endSilent(upload.id);
      if (writers.has(upload.id)) throw new Problem('upload_busy');
      const piece = pieceOf(body, () => {
        const writer = writers.get(upload.id);
        if (writer) writer.heardAtMs = api.clock.nowMs();
      });
      const ended = Promise.withResolvers<void>();
      writers.set(upload.id, { heardAtMs: api.clock.nowMs(), stop: piece.stop, ended: ended.promise });
      try {
        return await write(upload, offset, piece);
      } finally {
        writers.delete(upload.id);
        ended.resolve();
      }
    },
    async remove(upload) {
      const unneeded = await uploadsToSweep(db, Number.MAX_SAFE_INTEGER);
      if (!unneeded.some(({ id }) => id === upload.id)) throw new Problem('upload_in_use');
      await removeOne(upload);
    },
    async sweep() {
      const beforeMs = api.clock.nowMs() - keptMs;
      for (const upload of await uploadsToSweep(db, beforeMs)) await removeOne(upload);
      await removeParts(folder, beforeMs);
    },
  };
}

/** The bytes of one request, until they end or their connection does. */
interface Piece {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly stop: () => Promise<void>;
}

function pieceOf(body: ReadableStream<Uint8Array> | null, onHeard: () => void): Piece {
  const reader = body?.getReader();
  async function* chunks() {
    for (;;) {
      // A connection that is cut ends the piece: what has arrived of it counts.
      const next = await reader?.read().catch(() => undefined);
      if (!next || next.done) return;
      onHeard();
      yield next.value;
    }
  }
  return { chunks: chunks(), stop: async () => void (await reader?.cancel().catch(() => undefined)) };
}

/** Writes the piece to the end of the file; false when it is longer than it may be. */
async function copy(piece: Piece, file: FileHandle, bytesMax: number): Promise<boolean> {
  let bytes = 0;
  for await (const chunk of piece.chunks) {
    bytes += chunk.length;
    if (bytes > bytesMax) {
      await piece.stop();
      return false;
    }
    await file.writeFile(chunk);
  }
  return true;
}

/** What `receive` leaves behind when the process dies. */
const partEnding = '.part';

async function removeParts(folder: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith(partEnding)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < beforeMs) await rm(path, { force: true });
  }
}

/** Writes a whole body to a file that is gone again when it does not arrive; answers its bytes. */
async function receiveAt(path: string, body: ReadableStream<Uint8Array> | null): Promise<number> {
  const file = await open(path, 'w', 0o600).catch(diskProblem);
  try {
    let bytes = 0;
    for await (const chunk of body ?? []) {
      bytes += chunk.length;
      if (bytes > uploadBytesMax) throw new Problem('upload_too_large');
      await file.writeFile(chunk);
    }
    if (bytes === 0) throw new Problem('file_unreadable');
    await file.datasync();
    return bytes;
  } catch (error) {
    await rm(path, { force: true });
    return diskProblem(error);
  } finally {
    await file.close();
  }
}

/** Bytes of a file; -1 when there is none. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => -1,
  );
}

/** A full disk is told to people; anything else stays what it is. */
function diskProblem(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  throw code === 'ENOSPC' || code === 'EDQUOT' ? new Problem('disk_full') : error;
}
