import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import type { FileSource, Piece } from './bytes-of-file.ts';
import { sizeOf } from './bytes-of-file.ts';
import { bounded } from './expansion.ts';
import { FileError } from './file-error.ts';

/** No list comes in an archive of more files. */
const membersMax = 10_000;

/** One file of an archive. */
export interface ZipMember {
  readonly name: string;
  readonly compressedBytes: number;
  readonly bytes: number;
}

/** The files of an archive, in its order; without folders. Throws FileError. */
export async function membersOf(source: FileSource): Promise<readonly ZipMember[]> {
  const entries = await withZip(source, entriesOf);
  return entries.map(({ fileName, compressedSize, uncompressedSize }) => ({
    name: fileName,
    compressedBytes: compressedSize,
    bytes: uncompressedSize,
  }));
}

/** One file of an archive, from its beginning; `bytesRead` is its share of the archive. Throws FileError. */
export async function* memberPieces(
  source: FileSource,
  name: string,
): AsyncGenerator<Piece, void, undefined> {
  const [zip, bytesAll] = [await openZip(source), await sizeOf(source)];
  try {
    const entry = (await entriesOf(zip)).find(({ fileName }) => fileName === name);
    if (!entry) throw new FileError('part_missing');
    yield* bounded(inflated(zip, entry, bytesAll), entry.compressedSize);
  } finally {
    zip.close();
  }
}

async function* inflated(
  zip: ZipFile,
  entry: Entry,
  bytesAll: number,
): AsyncGenerator<Piece, void, undefined> {
  if (entry.isEncrypted()) throw new FileError('archive_locked');
  if (!entry.canDecodeFileData()) throw new FileError('other_archive');
  let [bytesDone, sum] = [0, 0];
  try {
    for await (const bytes of await zip.openReadStreamPromise(entry)) {
      bytesDone += bytes.length;
      sum = crc32(bytes, sum);
      yield { bytes, bytesRead: Math.round((bytesAll * bytesDone) / entry.uncompressedSize) };
    }
  } catch (cause) {
    throw broken(cause);
  }
  if (sum !== entry.crc32) throw new FileError('archive_broken');
}

async function withZip<T>(source: FileSource, read: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openZip(source);
  try {
    return await read(zip);
  } finally {
    zip.close();
  }
}

async function openZip(source: FileSource): Promise<ZipFile> {
  try {
    return await (typeof source === 'string'
      ? openPromise(source, { autoClose: false })
      : fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength)));
  } catch (cause) {
    throw broken(cause);
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      if (entries.length > membersMax) throw new FileError('expands_too_much');
    }
  } catch (cause) {
    throw broken(cause);
  }
  return entries;
}

/** What yauzl throws has no code; what the file system throws has, and is not the archive's fault. */
function broken(cause: unknown): unknown {
  const isOther = cause instanceof FileError || (cause instanceof Error && 'syscall' in cause);
  return isOther ? cause : new FileError('archive_broken', { cause });
}
