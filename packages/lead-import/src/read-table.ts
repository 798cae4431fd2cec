import { recogniseHeading } from '@alize/leads';
import type { FileSource } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';
import { openFile } from './open-file.ts';
import { rowSource } from './read-rows.ts';
import type { CellRow } from './record-reader.ts';

/** Headings by which a column is known besides the number's: lower case, without accents, letters and digits only. */
export type TableColumns<C extends string> = Readonly<Record<C, readonly string[]>>;

/** A row with the cells that were asked for, trimmed, `''` where there is none; `cells` is null when its quotes are broken. */
export interface TableRow<C extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<C | 'phoneNumber', string>> | null;
}

/**
 * The rows of a file of numbers, piece by piece in the file's order: of text or a workbook, as it is or in gzip or
 * zip, read as lead files are. A file whose first row holds a number, as `isNumber` has it, has no heading: its first
 * column is the number. Throws FileError.
 */
export async function* readTable<C extends string>(
  source: FileSource,
  columns: TableColumns<C>,
  isNumber: (text: string) => boolean,
): AsyncGenerator<readonly TableRow<C>[], void, undefined> {
  const file = await rowSource(await openFile(source, null), { encoding: null, delimiter: null, part: null });
  let places: Map<C | 'phoneNumber', number> | null = null;
  for await (const { rows } of file.rows()) {
    const [first, ...others] = rows;
    if (!first) continue;
    const isHeading: boolean = places === null && (first.isBroken || !first.cells.some(isNumber));
    places ??= isHeading ? placesOf(first, columns) : new Map([['phoneNumber', 0]]);
    const found = places;
    // The keys of a record of columns are columns.
    const names = ['phoneNumber', ...Object.keys(columns)] as (C | 'phoneNumber')[];
    yield (isHeading ? others : rows).map((row) => toTableRow(row, names, found));
  }
  if (places === null) throw new FileError('empty_file');
}

/** Where each column stands; the first of several of one meaning. Throws FileError when none is the number. */
function placesOf<C extends string>({ cells, isBroken }: CellRow, columns: TableColumns<C>) {
  if (isBroken) throw new FileError('heading_unreadable');
  const places = new Map<C | 'phoneNumber', number>();
  const phone = cells.findIndex((cell) => recogniseHeading(cell).kind === 'phone');
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
  { line, cells, isBroken }: CellRow,
  names: readonly (C | 'phoneNumber')[],
  places: ReadonlyMap<C | 'phoneNumber', number>,
): TableRow<C> {
  if (isBroken) return { line, cells: null };
  const entries = names.map((name) => [name, textAt(cells, places.get(name))]);
  // One entry for each name.
  return { line, cells: Object.fromEntries(entries) as Record<C | 'phoneNumber', string> };
}

/** A `'` before a text is how exports keep it from being a formula. */
function textAt(cells: readonly string[], at: number | undefined): string {
  if (at === undefined) return '';
  return (cells[at] ?? '')
    .replaceAll('\0', '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
}
