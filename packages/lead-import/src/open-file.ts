import { type FileSource, headOf, type Piece, piecesOf, sizeOf } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';
import { gunzipped } from './gzip.ts';
import { kindOfFile } from './kind-of-file.ts';
import { isWorkbook } from './workbook-files.ts';
import { memberPieces, membersOf, type ZipMember } from './zip.ts';

/** A file whose wrapping is known and whose text is not yet read. */
export type OpenedFile = {
  /** What the list is wrapped in. */
  readonly container: 'gzip' | 'zip' | null;
  readonly bytesAll: number;
  /** Files of the archive; empty when it is none. */
  readonly parts: readonly string[];
  /** The one that is read. */
  readonly part: string | null;
} & (
  | {
      readonly kind: 'text';
      /** From the beginning, each time it is called. */
      readonly pieces: () => AsyncIterable<Piece>;
    }
  /** The workbook on disk, or in memory when it had to be unwrapped. */
  | { readonly kind: 'workbook'; readonly source: FileSource }
);

/**
 * What a file is: text or workbook, as it is or in gzip or zip. `part` is the file of an archive that is wanted, null
 * for its first list. Throws FileError when it can be no list of leads.
 */
export async function openFile(source: FileSource, part: string | null): Promise<OpenedFile> {
  const bytesAll = await sizeOf(source);
  const kind = kindOfFile(await headOf(source));
  const bare = { container: null, bytesAll, parts: [], part: null };
  if (kind === 'text') return { kind, ...bare, pieces: () => piecesOf(source) };
  if (kind === 'gzip') return unwrapped({ ...bare, container: 'gzip', pieces: () => gunzipped(source) });
  const members = await membersOf(source);
  if (isWorkbook(members.map(({ name }) => name))) {
    return { kind: 'workbook', ...bare, source };
  }
  return unwrapped({ container: 'zip', bytesAll, ...chosen(members, part, source) });
}

type Wrapped = Omit<Extract<OpenedFile, { kind: 'text' }>, 'kind'>;

/** What an archive holds may itself be text or a workbook, but not an archive again. */
async function unwrapped(file: Wrapped): Promise<OpenedFile> {
  const kind = kindOfFile(await firstPiece(file.pieces()));
  if (kind === 'text') return { kind, ...file };
  if (kind === 'gzip') throw new FileError('archive_in_archive');
  const { pieces, ...named } = file;
  const bytes = await allBytes(pieces());
  const members = await membersOf(bytes);
  if (!isWorkbook(members.map(({ name }) => name))) throw new FileError('archive_in_archive');
  return { kind: 'workbook', ...named, source: bytes };
}

/** What systems put into archives by themselves. */
const hidden = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
const listName = /\.(?:csv|tsv|txt|tab|xlsx|xlsm|asc|dat|lst)$/i;

function chosen(members: readonly ZipMember[], part: string | null, source: FileSource) {
  const parts = members.filter(({ name, bytes }) => bytes > 0 && !hidden.test(name)).map(({ name }) => name);
  const found = part === null ? (parts.find((name) => listName.test(name)) ?? parts[0]) : part;
  if (found === undefined) throw new FileError('archive_empty');
  if (!parts.includes(found)) throw new FileError('part_missing');
  return { parts, part: found, pieces: () => memberPieces(source, found) };
}

async function firstPiece(pieces: AsyncIterable<Piece>): Promise<Uint8Array> {
  for await (const { bytes } of pieces) return bytes;
  return new Uint8Array();
}

const workbookBytesMax = 100 * 1024 * 1024;

/** Throws FileError `workbook_too_big`. */
async function allBytes(pieces: AsyncIterable<Piece>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const { bytes } of pieces) {
    length += bytes.length;
    if (length > workbookBytesMax) throw new FileError('workbook_too_big');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
