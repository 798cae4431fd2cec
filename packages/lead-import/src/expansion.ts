import type { Piece } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';

/** Lists of people shrink to a tenth, repetitive ones to a fortieth; what shrinks further is made to fill a disk. */
const ratioMax = 200;
/** So much may come out of any archive, however small. */
const freeBytes = 16 * 1024 * 1024;
const bytesMax = 64 * 1024 ** 3;

/** The pieces that come out of an archive of this size. Throws FileError `expands_too_much` before memory or time do. */
export async function* bounded(
  pieces: AsyncIterable<Piece>,
  compressedBytes: number,
): AsyncGenerator<Piece, void, undefined> {
  const limit = Math.min(bytesMax, Math.max(freeBytes, ratioMax * compressedBytes));
  let expanded = 0;
  for await (const piece of pieces) {
    expanded += piece.bytes.length;
    if (expanded > limit) throw new FileError('expands_too_much');
    yield piece;
  }
}
