import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Bytes, and how many of the file on disk had been read when they came. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly bytesRead: number;
}

/** A file on disk, or one in memory. */
export type FileSource = string | Uint8Array;

const pieceBytes = 65_536;
const headBytes = 65_536;

/** Bytes of a file. Throws what the file system throws. */
export async function sizeOf(source: FileSource): Promise<number> {
  if (typeof source !== 'string') return source.length;
  await using handle = await open(source);
  return (await handle.stat()).size;
}

/** The first 64 kB of a file, or all of a shorter one. */
export async function headOf(source: FileSource): Promise<Uint8Array> {
  if (typeof source !== 'string') return source.subarray(0, headBytes);
  await using handle = await open(source);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  return buffer.subarray(0, bytesRead);
}

/** A file from its beginning, in pieces; reads no further than it is asked to. */
export async function* piecesOf(
  source: FileSource,
  size = pieceBytes,
): AsyncGenerator<Piece, void, undefined> {
  let bytesRead = 0;
  for await (const bytes of chunksOf(source, size)) {
    bytesRead += bytes.length;
    yield { bytes, bytesRead };
  }
}

/** `for await` over a stream destroys it when it is left early. */
function chunksOf(source: FileSource, size: number): Readable | Generator<Uint8Array> {
  return typeof source === 'string'
    ? createReadStream(source, { highWaterMark: size })
    : slices(source, size);
}

function* slices(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
