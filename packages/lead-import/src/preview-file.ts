import type { Mapping, RowErrorCode } from '@alize/leads';
import type { LeadFields, PhoneNumber } from '@alize/model';
import { type Delimiter, detectDelimiter } from './delimiter.ts';
import { Decoder, type Encoding, sniffEncoding } from './encoding.ts';
import { FileError } from './file-error.ts';
import { readHeading, withPhoneColumn } from './heading.ts';
import type { CellRow } from './parse-records.ts';
import { type ReadRow, readRow, rowOptions, rowsOf } from './read-leads.ts';
import { RecordSplitter } from './record-splitter.ts';

/** A row as it will be stored (fields that have a value, as text), or the name of its error. */
export type PreviewLead =
  | {
      readonly kind: 'lead';
      readonly phoneNumber: PhoneNumber;
      readonly fields: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'error';
      readonly code: RowErrorCode;
      readonly column: string | null;
      readonly value: string | null;
    };

export interface Preview {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** The first 50 rows as they stand in the file. */
  readonly rows: readonly (readonly string[])[];
  readonly leads: readonly PreviewLead[];
}

const previewRows = 50;
/** Enough of the file for its first rows. */
const previewBytes = 1_048_576;

/**
 * What the importer sees in a file, from its whole bytes: nothing is stored. With a `mapping` the rows are read by
 * it; without one the columns are recognised by their headings, the number's also by its values (it may be none:
 * then every row says so). Duplicates are not looked for. Throws FileError.
 */
export function previewFile(bytes: Uint8Array, mapping?: Mapping): Preview {
  const encoding = sniffEncoding(bytes);
  const text = startOf(bytes, encoding);
  const delimiter = detectDelimiter(text);
  const [first, ...following] = firstRows(text, delimiter, bytes.length <= previewBytes);
  if (!first) throw new FileError('empty_file');
  const heading = readHeading(first.cells);
  const rows = (heading.isData ? [first, ...following] : following).slice(0, previewRows);
  if (rows.length === 0) throw new FileError('heading_only');
  const used = mapping ?? withPhoneColumn(heading.mapping, rows.map(cellsOf));
  if (used.length !== heading.headings.length) throw new FileError('mapping_mismatch');
  const options = rowOptions(used, heading.headings, 'FR');
  return {
    encoding,
    delimiter,
    headings: heading.headings,
    mapping: used,
    rows: rows.map(cellsOf),
    leads: rows.map((row) => shown(readRow(row, options))),
  };
}

function startOf(bytes: Uint8Array, encoding: Encoding): string {
  const decoder = new Decoder(encoding);
  const start = decoder.push(bytes.subarray(0, previewBytes));
  return bytes.length <= previewBytes ? start + decoder.end() : start;
}

function firstRows(text: string, delimiter: Delimiter, isWhole: boolean): readonly CellRow[] {
  const splitter = new RecordSplitter(delimiter);
  const records = [...splitter.push(text), ...(isWhole ? splitter.end() : [])];
  return rowsOf(records.slice(0, 2 * previewRows), delimiter);
}

/** A row whose quotes are broken is shown as one cell. */
function cellsOf({ cells, text }: CellRow): readonly string[] {
  return cells ?? [text.slice(0, 200)];
}

function shown(row: ReadRow): PreviewLead {
  if (row.kind === 'error') {
    return { kind: 'error', code: row.code, column: row.column, value: row.value };
  }
  return { kind: 'lead', phoneNumber: row.fields.phoneNumber, fields: asText(row.fields) };
}

/** The fields that have a value, by the name of their column target; the client's own by their headings. */
function asText({ phoneNumber, consentAtMs, custom, ...fields }: LeadFields): Record<string, string> {
  const consentAt =
    consentAtMs === null ? null : Temporal.Instant.fromEpochMilliseconds(consentAtMs).toString();
  const all = Object.entries({ ...fields, consentAt }).filter((entry) => isFilled(entry));
  return Object.fromEntries([...Object.entries(custom), ...all, ['phoneNumber', phoneNumber]]);
}

function isFilled(entry: [string, string | null]): entry is [string, string] {
  return entry[1] !== null;
}
