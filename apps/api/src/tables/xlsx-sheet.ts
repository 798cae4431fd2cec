import type { RowSource } from './row-source.ts';
import type { Cell } from './table-file.ts';
import { styles } from './xlsx-parts.ts';

/** What a sheet holds at most, its headings included (Excel specifications and limits). */
export const sheetRowsMax = 1_048_576;
const cellLengthMax = 32_767;
/** Of a column, in characters. */
const widthMin = 9;
const widthMax = 60;

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A sheet as XML: headings in bold and frozen, with a filter on each; then rows until the sheet is full. */
export async function* sheetXml(
  headings: readonly string[],
  rows: RowSource<readonly Cell[]>,
  rowsMax = sheetRowsMax,
): AsyncGenerator<string> {
  const names = headings.map((_, index) => columnName(index));
  let some = await rows.take(rowsMax - 1);
  yield before(headings, some);
  yield rowXml(headings, 1, names, styles.heading);
  let last = 1;
  while (some.length > 0) {
    yield some.map((cells, index) => rowXml(cells, last + 1 + index, names)).join('');
    last += some.length;
    some = last < rowsMax ? await rows.take(rowsMax - last) : [];
  }
  yield `</sheetData><autoFilter ref="A1:${names.at(-1)}${last}"/></worksheet>`;
}

function before(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const columns = headings.map((heading, index) => {
    // The arrow of the filter takes some room.
    const longest = rows.reduce((most, cells) => Math.max(most, lengthOf(cells[index])), heading.length + 3);
    const width = Math.min(widthMax, Math.max(widthMin, longest + 1));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${mainNamespace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

function lengthOf(cell: Cell | undefined): number {
  if (cell === null || cell === undefined) return 0;
  if (cell instanceof Temporal.PlainDateTime) return 16;
  return String(cell).length;
}

function rowXml(cells: readonly Cell[], row: number, names: readonly string[], style?: number): string {
  let xml = `<row r="${row}">`;
  for (let index = 0; index < names.length; index += 1) {
    const cell = cells[index];
    if (cell !== null && cell !== undefined) xml += cellXml(cell, `${names[index]}${row}`, style);
  }
  return `${xml}</row>`;
}

/** Texts are cells of texts, whatever they begin with: nothing is ever run as a formula. */
function cellXml(cell: Exclude<Cell, null>, at: string, style: number = styles.text): string {
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${at}"><v>${cell}</v></c>`;
  const day = typeof cell === 'object' ? dayNumber(cell) : null;
  if (day !== null) {
    const dateStyle = cell instanceof Temporal.PlainDate ? styles.date : styles.dateTime;
    return `<c r="${at}" s="${dateStyle}"><v>${day}</v></c>`;
  }
  return `<c r="${at}" s="${style}" t="inlineStr"><is>${textXml(String(cell))}</is></c>`;
}

function textXml(text: string): string {
  const open = /^\s|\s$|\n/.test(text) ? '<t xml:space="preserve">' : '<t>';
  return `${open}${escapeXml(text)}</t>`;
}

const dayMs = 86_400_000;
/** Day 0 by which days after February 1900 come out right: Excel counts a 29 February 1900 that never was. */
const dayZeroMs = Date.UTC(1899, 11, 30);
const firstSoundDay = 61;
/** The year 10000. */
const dayMax = 2_958_466;

/** The day as a workbook counts it, with its time as a fraction; null for one that a workbook cannot count. */
function dayNumber(at: Temporal.PlainDate | Temporal.PlainDateTime): number | null {
  const day = (Date.UTC(at.year, at.month - 1, at.day) - dayZeroMs) / dayMs;
  if (day < firstSoundDay || day >= dayMax) return null;
  if (at instanceof Temporal.PlainDate) return day;
  return day + (at.hour * 3600 + at.minute * 60 + at.second) / 86_400;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 does not allow them
const notPlain = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_x[0-9a-f]{4}_/gi;

/** `_x0041_` is how a workbook writes a character by its code (ECMA-376, ST_Xstring), so such a text is itself escaped. */
function escapeXml(text: string): string {
  if (text.length > cellLengthMax) text = text.slice(0, cellLengthMax);
  if (text.search(notPlain) < 0) return text;
  return text.replaceAll('\r\n', '\n').replace(notPlain, (found) => {
    if (found.length > 1) return `_x005F${found}`;
    return escapes[found] ?? '';
  });
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '\n' };

/** A, B, … Z, AA, AB, … */
function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (index % 26));
}
