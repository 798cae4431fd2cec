import { recogniseHeading } from '@alize/leads';
import { detectDelimiter } from './delimiter.ts';
import { Decoder, slices, sniffEncoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import type { CellRow } from './parse-records.ts';
import { rowsOf } from './read-leads.ts';
import { RecordSplitter } from './record-splitter.ts';

/** Headings by which a column is known besides the number's: lower case, without accents, letters and digits only. */
export type TableColumns<C extends string> = Readonly<Record<C, readonly string[]>>;

/** A row with the cells that were asked for, trimmed, `''` where there is none; `cells` is null when its quotes are broken. */
export interface TableRow<C extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<C | 'phoneNumber', string>> | null;
}

/**
 * The rows of a file of numbers, piece by piece in the file's order. A file whose first row holds a number, as
 * `isNumber` has it, has no heading: its first column is the number. Encoding and delimiter are found as for leads. Throws FileError.
 */
export function* readTable<C extends string>(
  bytes: Uint8Array,
  columns: TableColumns<C>,
  isNumber: (text: string) => boolean,
): Generator<readonly TableRow<C>[], void, undefined> {
  let places: Map<C | 'phoneNumber', number> | null = null;
  for (const rows of piecesOf(bytes)) {
    const [first, ...others] = rows;
    if (!first) continue;
    const isHeading: boolean = places === null && !first.cells?.some(isNumber);
    places ??= isHeading ? placesOf(first, columns) : new Map([['phoneNumber', 0]]);
    const found = places;
    const names = ['phoneNumber', ...Object.keys(columns)] as (C | 'phoneNumber')[];
    yield (isHeading ? others : rows).map((row) => toTableRow(row, names, found));
  }
  if (places === null) throw new FileError('empty_file');
}

function* piecesOf(bytes: Uint8Array): Generator<readonly CellRow[]> {
  const encoding = sniffEncoding(bytes);
  const decoder = new Decoder(encoding);
  let splitter: RecordSplitter | null = null;
  let delimiter: ReturnType<typeof detectDelimiter> = ';';
  for (const piece of slices(bytes)) {
    const text = decoder.push(piece);
    if (!splitter) {
      delimiter = detectDelimiter(text);
      splitter = new RecordSplitter(delimiter);
    }
    yield rowsOf(splitter.push(text), delimiter);
  }
  if (!splitter) return;
  yield rowsOf(splitter.push(decoder.end()), delimiter);
  yield rowsOf(splitter.end(), delimiter);
}

/** Where each column stands; the first of several of one meaning. Throws FileError when none is the number. */
function placesOf<C extends string>({ cells }: CellRow, columns: TableColumns<C>) {
  if (cells === null) throw new FileError('heading_unreadable');
  const places = new Map<C | 'phoneNumber', number>();
  const phone = cells.findIndex((cell) => recogniseHeading(cell) === 'phoneNumber');
  if (phone < 0) throw new FileError('no_phone_column');
  places.set('phoneNumber', phone);
  const plain = cells.map(plainHeading);
  // The keys of a record of columns are columns.
  for (const column of Object.keys(columns) as C[]) {
    const at = plain.findIndex((heading) => columns[column].includes(heading));
    if (at >= 0) places.set(column, at);
  }
  return places;
}

function plainHeading(cell: string): string {
  return cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function toTableRow<C extends string>(
  { line, cells }: CellRow,
  names: readonly (C | 'phoneNumber')[],
  places: ReadonlyMap<C | 'phoneNumber', number>,
): TableRow<C> {
  if (cells === null) return { line, cells: null };
  const entries = names.map((name) => [name, textAt(cells, places.get(name))]);
  // One entry for each name.
  return { line, cells: Object.fromEntries(entries) as Record<C | 'phoneNumber', string> };
}

/** A `'` before a text is how exports keep it from being a formula. */
function textAt(cells: readonly string[], at: number | undefined): string {
  if (at === undefined) return '';
  return (cells[at] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
}
