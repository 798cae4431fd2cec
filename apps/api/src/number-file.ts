import { setImmediate as breathe } from 'node:timers/promises';
import { readNumber } from '@alize/compliance';
import {
  describeFileError,
  FileError,
  readTable,
  type TableColumns,
  type TableRow,
} from '@alize/lead-import';
import type { Language, PhoneNumber } from '@alize/model';
import { CellFault, describeCellFault } from './cell.ts';
import { Problem } from './problem.ts';
import { isZone } from './zone-name.ts';

/** How the lines of a file of numbers become entries. */
export interface NumberFileReading<C extends string, T> {
  readonly columns: TableColumns<C>;
  /** Whose national numbers it may hold, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly timeZone: string;
  readonly language: Language;
  /** The entry that a line makes. Throws CellFault. */
  readonly toEntry: (phoneNumber: PhoneNumber, cells: Readonly<Record<C, string>>) => T;
}

/** A line of a file that became nothing, and why. */
export interface LineFault {
  readonly line: number;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

/** The entries made of a file's lines, how many lines made none, and the first thousand of them. */
export interface NumberFile<T> {
  readonly entries: readonly T[];
  readonly errorsCount: number;
  readonly errors: LineFault[];
}

const errorsShown = 1_000;
const valueLengthMax = 200;

/**
 * Reads a file of numbers to its end, before anything of it is stored; other requests pass between its pieces. Throws
 * the Problem `file_unreadable` when it is no such file, `time_zone_unknown`.
 */
export async function readNumberFile<C extends string, T>(
  bytes: Uint8Array,
  reading: NumberFileReading<C, T>,
): Promise<NumberFile<T>> {
  if (!isZone(reading.timeZone)) throw new Problem('time_zone_unknown');
  const entries: T[] = [];
  const faults: { readonly line: number; readonly fault: CellFault }[] = [];
  for await (const rows of piecesOf(bytes, reading)) {
    for (const row of rows) {
      const entry = entryOf(row, reading);
      if (entry instanceof CellFault) faults.push({ line: row.line, fault: entry });
      else entries.push(entry);
    }
  }
  const errors = faults.slice(0, errorsShown).map(({ line, fault: { code, value } }) => ({
    line,
    value: value.slice(0, valueLengthMax),
    code,
    reason: describeCellFault(code, reading.language),
  }));
  return { entries, errorsCount: faults.length, errors };
}

async function* piecesOf<C extends string, T>(bytes: Uint8Array, reading: NumberFileReading<C, T>) {
  const { columns, country, language } = reading;
  try {
    for await (const rows of readTable(bytes, columns, (text) => readNumber(text, country) !== null)) {
      yield rows;
      await breathe();
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const detail = describeFileError(error.code, language);
    throw new Problem('file_unreadable', { errors: [{ pointer: `/${error.code}`, detail }] });
  }
}

function entryOf<C extends string, T>(row: TableRow<C>, reading: NumberFileReading<C, T>): T | CellFault {
  if (row.cells === null) return new CellFault('quote_broken', '');
  const written = row.cells.phoneNumber;
  const number = readNumber(written, reading.country);
  if (number === null) return new CellFault(numberFault(written), written);
  try {
    return reading.toEntry(number, row.cells);
  } catch (error) {
    if (error instanceof CellFault) return error;
    throw error;
  }
}

function numberFault(written: string): string {
  if (written === '') return 'phone_missing';
  return /^[+-]?\d+(?:[.,]\d+)?E\+?\d+$/i.test(written) ? 'phone_excel_number' : 'phone_unreadable';
}
