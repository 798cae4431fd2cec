import type { ColumnTarget } from '@alize/leads';
import { recogniseHeadings } from '@alize/leads';
import { FileError } from './file-error.ts';
import type { CellRow } from './record-reader.ts';

const columnsMax = 500;
/** A row of so many has another delimiter than the file was thought to have. */
const wildColumns = 10_000;
const headingLengthMax = 200;

/** The columns of a file. */
export interface Columns {
  readonly hasHeading: boolean;
  /** One for each column, none empty, none twice. */
  readonly headings: readonly string[];
  /** The rows that are no heading and no title above it. */
  readonly rows: readonly CellRow[];
  /** Line of the first of them; 0 when there are none. */
  readonly firstLine: number;
}

/**
 * The columns that the first rows of a file tell: named by the first row below any title, unless that is a row like
 * the others; `hasHeading` null finds out. Throws FileError.
 */
export function columnsOf(given: readonly CellRow[], hasHeading: boolean | null): Columns {
  if (given.some(({ cells }) => cells.length > wildColumns)) throw new FileError('too_many_columns');
  const rows = given.slice(titlesCount(given));
  const [first, ...others] = rows;
  if (!first) throw new FileError('empty_file');
  const isHeading = hasHeading ?? !isData(first.cells);
  if (isHeading && first.isBroken) throw new FileError('heading_unreadable');
  const data = isHeading ? others : rows;
  const count = isHeading
    ? Math.max(first.cells.length, median(data, filledColumns))
    : median(data, allColumns);
  if (count > columnsMax) throw new FileError('too_many_columns');
  const names = Array.from({ length: count }, (_, at) => (isHeading ? (first.cells[at] ?? '') : ''));
  return {
    hasHeading: isHeading,
    headings: unique(names.map(headingText)),
    rows: data,
    firstLine: data[0]?.line ?? 0,
  };
}

const titlesMax = 10;

/** Rows above the heading of a table that say what it is: they fill one cell, and the table three or more. */
function titlesCount(rows: readonly CellRow[]): number {
  if (median(rows, filledCount) < 3) return 0;
  const count = rows.findIndex((row) => !isTitle(row));
  return count > titlesMax ? 0 : Math.max(count, 0);
}

function isTitle(row: CellRow): boolean {
  return filledCount(row) === 1 && !isData(row.cells) && !recogniseHeadings(row.cells).some(isKnown);
}

function filledCount({ cells }: CellRow): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** Of the rows that can be read; 0 when there are none. */
function median(rows: readonly CellRow[], countOf: (row: CellRow) => number): number {
  const counts = rows.filter(({ isBroken }) => !isBroken).map(countOf);
  return counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)] ?? 0;
}

function allColumns({ cells }: CellRow): number {
  return cells.length;
}

/** A delimiter at the end of each row makes no column; a heading that is too short hides none. */
function filledColumns({ cells }: CellRow): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

/** Whether a first row is a row like the others: it holds a number or an address, or values and hardly a heading. */
function isData(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim());
  if (texts.some(isContact)) return true;
  const values = texts.filter((text) => value.test(text)).length;
  const known = recogniseHeadings(texts, []).filter(isKnown).length;
  return values > 0 && known < 2;
}

/** `0612345678`, `anne@exemple.fr`. */
function isContact(text: string): boolean {
  if (/^[^@\s]+@[^@\s]+\.[a-z]+$/i.test(text)) return true;
  return /^[=+('"]*\d[\d\s().-]*"?$/.test(text) && text.replace(/\D/g, '').length >= 9;
}

/** `31/12/2026`, `2026001`: what may also head a column, as months do. */
const value = /^\d[\d\s./:-]{5,}$/;

function isKnown({ kind }: ColumnTarget): boolean {
  return kind !== 'custom' && kind !== 'ignore';
}

function headingText(cell: string): string {
  return cell.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, headingLengthMax);
}

/** `#3` for a column without a heading, `Nom (2)` for a repeated one. */
function unique(texts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return texts.map((text, at) => {
    const heading = text === '' ? `#${at + 1}` : text;
    let name = heading;
    for (let count = 2; taken.has(name); count += 1) name = `${heading} (${count})`;
    taken.add(name);
    return name;
  });
}
