import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type FileSource, type Piece, piecesOf, sizeOf } from './bytes-of-file.ts';
import { bounded } from './expansion.ts';
import { FileError } from './file-error.ts';

/** Small, so that `bytesRead` is not far ahead of the bytes that have come out. */
const readBytes = 16_384;
const pieceBytes = 65_536;

/** What a gzip file holds. Throws FileError. */
export async function* gunzipped(source: FileSource): AsyncGenerator<Piece, void, undefined> {
  yield* bounded(inflated(source), await sizeOf(source));
}

async function* inflated(source: FileSource): AsyncGenerator<Piece, void, undefined> {
  let bytesRead = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of piecesOf(source, readBytes)) {
      bytesRead = piece.bytesRead;
      yield piece.bytes;
    }
  }
  // Errors also come out of the last stream, where they are caught.
  const gunzip = pipeline(Readable.from(counted()), createGunzip({ chunkSize: pieceBytes }), () => undefined);
  try {
    for await (const bytes of gunzip) yield { bytes, bytesRead };
  } catch (cause) {
    throw isZlibError(cause) ? new FileError('archive_broken', { cause }) : cause;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_|^ERR_TRAILING/.test(String(error.code));
}
