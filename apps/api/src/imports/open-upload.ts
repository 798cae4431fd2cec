import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StoredImport } from '@alize/db';
import { inspectFile, type ReadRow, readLeads } from '@alize/lead-import';
import type { ImportReport } from '@alize/leads';
import type { Workshop } from './workshop.ts';

/** The file of an import, ready to be read. */
export interface OpenedUpload {
  /** SHA-256 of its bytes as they lie there, in hexadecimal. */
  readonly sha256: string;
  /** How it is read. */
  readonly file: ImportReport['file'];
  /** Its rows behind a line, in their order, so many at a time, with how much of it has been read, 0 to 1. */
  rows(
    afterLine: number,
    atOnce: number,
  ): AsyncGenerator<{ readonly rows: readonly ReadRow[]; readonly share: number }, void, undefined>;
}

/** The file of an import is gone, or is not the one that was checked. */
export class UploadChanged extends Error {
  constructor(options?: ErrorOptions) {
    super('the file of an import is not as it was checked', options);
    this.name = 'UploadChanged';
  }
}

/** The file that an import was made of. Throws FileError and UploadChanged. */
export async function openUpload(
  { uploadsFolder }: Workshop,
  { uploadId, settings }: StoredImport,
): Promise<OpenedUpload> {
  if (uploadId === null) throw new UploadChanged();
  const file = join(uploadsFolder, uploadId);
  const sha256 = await sha256Of(file).catch(asChanged);
  const inspection = await inspectFile(file, settings);
  return {
    sha256,
    file: { encoding: inspection.encoding, delimiter: inspection.delimiter, headings: inspection.headings },
    async *rows(afterLine, batchRows) {
      const all = Math.max(1, inspection.bytesAll);
      const plan = { ...inspection, by: settings.duplicates.by, afterLine, batchRows };
      for await (const { rows, bytesRead } of readLeads(file, plan)) {
        yield { rows, share: Math.min(1, bytesRead / all) };
      }
    },
  };
}

function asChanged(error: unknown): never {
  const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  throw isGone ? new UploadChanged({ cause: error }) : error;
}

/** A second reading of the file costs a tenth of a second for 100 MB, and leaves it in the system's memory. */
async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1_048_576 }), hash);
  return hash.digest('hex');
}
