import {
  type DuplicateKey,
  type Mapping,
  type RowErrorCode,
  type RowNote,
  type RowOptions,
  rowReader,
} from '@alize/leads';
import type { LeadFields } from '@alize/model';
import type { Delimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import { openFile } from './open-file.ts';
import { parsePhones } from './parse-phones.ts';
import { rowSource } from './read-rows.ts';
import type { CellRow } from './record-reader.ts';
import { Repeats } from './repeats.ts';

/** How a file is read: as `inspectFile` found it, or as the person who sends it set it. */
export interface ReadPlan {
  /** Null: not looked at, as in a workbook. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly part: string | null;
  /** Line of the first lead; what stands above it is none. */
  readonly firstLine: number;
  /** One for each column. */
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** Country in which national numbers are read, ISO 3166. */
  readonly country: string;
  /** Zone in which dates without one are read. */
  readonly timeZone: string;
  /** What makes a row the repeat of an earlier one; none: the number. */
  readonly by: readonly DuplicateKey[];
  /** Rows up to this line were dealt with before: they are read again, for what repeats them, and not given. */
  readonly afterLine?: number;
  /** Rows in a batch, 500 unless told. */
  readonly batchRows?: number;
}

/** One row, with the line of the file that it starts on (of a sheet: the row), from 1. */
export type ReadRow = { readonly line: number } & (
  | { readonly kind: 'lead'; readonly fields: LeadFields; readonly changes: readonly RowNote[] }
  /** Repeats an earlier row of the file. */
  | {
      readonly kind: 'repeat';
      readonly key: DuplicateKey;
      readonly ofLine: number;
      readonly fields: LeadFields;
    }
  | {
      readonly kind: 'error';
      readonly code: RowErrorCode;
      /** Heading of the column at fault. */
      readonly column: string | null;
      readonly value: string | null;
      /** The row as it stands in the file, to be corrected and sent again. */
      readonly cells: readonly string[];
    }
);

/** Rows in the file's order, and how many bytes of the file on disk had been read when the last of them came. */
export interface RowBatch {
  readonly rows: readonly ReadRow[];
  readonly bytesRead: number;
}

/**
 * The rows of a file on disk in batches. Reads no further than it is asked to, so memory stays flat but for the keys
 * seen, 20 to 45 bytes each. The same file and plan give the same rows. Throws FileError, also after rows were given.
 */
export async function* readLeads(path: string, plan: ReadPlan): AsyncGenerator<RowBatch, void, undefined> {
  const { mapping, headings, firstLine, afterLine = 0, batchRows = 500 } = plan;
  if (!hasPhone(mapping)) throw new FileError('no_phone_column');
  if (mapping.columns.length !== headings.length) throw new FileError('mapping_mismatch');
  const source = await rowSource(await openFile(path, plan.part), plan);
  const read = leadReader(plan);
  let hasRows = false;
  let batch: ReadRow[] = [];
  for await (const { rows, bytesRead } of source.rows()) {
    for (const row of rows) {
      if (row.line < firstLine) continue;
      hasRows = true;
      const done = read(row);
      if (row.line > afterLine) batch.push(done);
      if (batch.length < batchRows) continue;
      yield { rows: batch, bytesRead };
      batch = [];
    }
  }
  if (!hasRows) throw new FileError('heading_only');
  if (batch.length > 0) yield { rows: batch, bytesRead: source.bytesAll };
}

/** Numbers may also come from a constant. */
function hasPhone({ columns, constants }: Mapping): boolean {
  return (
    columns.some(({ kind }) => kind === 'phone') || constants.some(({ target }) => target.kind === 'phone')
  );
}

/** A reader of the rows of one file, in their order: it knows the rows that it has read. */
export function leadReader(
  plan: Pick<ReadPlan, 'mapping' | 'headings' | 'country' | 'timeZone' | 'by'>,
): (row: CellRow) => ReadRow {
  const { mapping, headings, country, timeZone } = plan;
  const options: RowOptions = { mapping, headings, country, timeZone, parsePhones };
  const read = rowReader(options);
  const repeats = new Repeats(plan.by);
  return ({ line, cells, isBroken }) => {
    if (isBroken) {
      const value = cells.join(' ').slice(0, 200);
      return { line, kind: 'error', code: 'quote_broken', column: null, value, cells };
    }
    const row = read(cells);
    if (row.kind === 'error') return { line, ...row, cells };
    const repeat = repeats.of(line, row.fields);
    if (repeat) return { line, kind: 'repeat', ...repeat, fields: row.fields };
    return { line, ...row };
  };
}
