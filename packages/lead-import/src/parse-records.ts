import Papa from 'papaparse';
import type { Delimiter } from './delimiter.ts';
import type { TextRecord } from './record-splitter.ts';

/** A row with its cells; `cells` is null when its quotes are broken. */
export interface CellRow {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
}

/** The cells of each record, in order; records without any value are left out. */
export function parseRecords(records: readonly TextRecord[], delimiter: Delimiter): readonly CellRow[] {
  const whole = records.filter(({ kind, text }) => kind === 'whole' && text !== '');
  const together = parse(whole.map(({ text }) => text).join('\n'), delimiter);
  const cells =
    together.length === whole.length ? together : whole.map(({ text }) => parse(text, delimiter)[0] ?? []);
  const byRecord = new Map(whole.map((record, at) => [record, cells[at] ?? null]));
  return records
    .filter(({ kind, text }) => kind === 'broken' || text !== '')
    .map((record) => ({ line: record.line, text: record.text, cells: byRecord.get(record) ?? null }))
    .filter((row) => row.cells === null || row.cells.some((cell) => cell.trim() !== ''));
}

/** papaparse by index, never by heading: a column named `__proto__` would be lost, a repeated one renamed. */
function parse(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  if (text === '') return [];
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', header: false }).data;
}
