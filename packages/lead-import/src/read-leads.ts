import { leadFromRow, type Mapping, type RowErrorCode, type RowOptions } from '@alize/leads';
import type { LeadFields } from '@alize/model';
import { type Delimiter, declaredDelimiter, isDelimiter } from './delimiter.ts';
import { Decoder, type Encoding, slices } from './encoding.ts';
import { FileError } from './file-error.ts';
import { readHeading } from './heading.ts';
import { parsePhone } from './parse-phone.ts';
import { type CellRow, parseRecords } from './parse-records.ts';
import { RecordSplitter, type TextRecord } from './record-splitter.ts';

/** As `previewFile` found them, or as the person who uploads set them. */
export interface ReadOptions {
  readonly mapping: Mapping;
  readonly encoding: Encoding;
  /** `;` `,` tab or `|`. */
  readonly delimiter: string;
  readonly defaultCountry: 'FR';
  /** Rows in a batch, 500 unless told. */
  readonly batchRows?: number;
}

/** One row, with the line of the file it starts on (the heading is line 1). */
export type ReadRow =
  | { readonly line: number; readonly kind: 'lead'; readonly fields: LeadFields }
  | {
      readonly line: number;
      readonly kind: 'error';
      readonly code: RowErrorCode;
      readonly column: string | null;
      readonly value: string | null;
    };

/** Dates without a zone in a French file are French. */
const defaultZone = 'Europe/Paris';

/**
 * The rows of a file in batches, in the file's order. Reads no further than it is asked to, so memory stays flat but
 * for the numbers seen, which tell duplicates. Throws FileError.
 */
export async function* readLeads(
  source: AsyncIterable<Uint8Array> | Uint8Array,
  options: ReadOptions,
): AsyncGenerator<readonly ReadRow[], void, undefined> {
  const { mapping, delimiter, encoding, defaultCountry, batchRows = 500 } = options;
  if (!isDelimiter(delimiter)) throw new FileError('delimiter_unknown');
  if (!mapping.includes('phoneNumber')) throw new FileError('no_phone_column');
  const reader = new RowReader(mapping, defaultCountry);
  let batch: ReadRow[] = [];
  for await (const row of cellRows(source, encoding, delimiter)) {
    const read = reader.read(row);
    if (read) batch.push(read);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  if (!reader.hasHeading) throw new FileError('empty_file');
  if (!reader.hasRows) throw new FileError('heading_only');
}

async function* cellRows(
  source: AsyncIterable<Uint8Array> | Uint8Array,
  encoding: Encoding,
  delimiter: Delimiter,
): AsyncGenerator<CellRow> {
  const decoder = new Decoder(encoding);
  const splitter = new RecordSplitter(delimiter);
  for await (const piece of source instanceof Uint8Array ? slices(source) : source) {
    yield* rowsOf(splitter.push(decoder.push(piece)), delimiter);
  }
  yield* rowsOf(splitter.push(decoder.end()), delimiter);
  yield* rowsOf(splitter.end(), delimiter);
}

/** The rows of these records; the line in which a spreadsheet declares its delimiter is none. */
export function rowsOf(records: readonly TextRecord[], delimiter: Delimiter): readonly CellRow[] {
  const rows = records.filter(({ line, text }) => line !== 1 || declaredDelimiter(text) === null);
  return parseRecords(rows, delimiter);
}

/** Reads the rows of one file in order: the first tells the columns, the others become leads or errors. */
class RowReader {
  readonly #mapping: Mapping;
  readonly #defaultCountry: 'FR';
  readonly #seen = new Set<number>();
  #options: RowOptions | null = null;
  hasRows = false;

  constructor(mapping: Mapping, defaultCountry: 'FR') {
    this.#mapping = mapping;
    this.#defaultCountry = defaultCountry;
  }

  get hasHeading(): boolean {
    return this.#options !== null;
  }

  /** The row's lead or error; null for the heading. */
  read(row: CellRow): ReadRow | null {
    if (this.#options) return this.#lead(row, this.#options);
    const { headings, isData } = readHeading(row.cells);
    if (headings.length !== this.#mapping.length) throw new FileError('mapping_mismatch');
    this.#options = rowOptions(this.#mapping, headings, this.#defaultCountry);
    return isData ? this.#lead(row, this.#options) : null;
  }

  #lead(row: CellRow, options: RowOptions): ReadRow {
    this.hasRows = true;
    const read = readRow(row, options);
    if (read.kind === 'error') return read;
    // At most 15 digits, so exact; a number takes a quarter of its text's memory.
    const digits = Number(read.fields.phoneNumber.slice(1));
    if (!this.#seen.has(digits)) {
      this.#seen.add(digits);
      return read;
    }
    const column = options.headings[options.mapping.indexOf('phoneNumber')] ?? null;
    const { line, fields } = read;
    return { line, kind: 'error', code: 'duplicate_in_list', column, value: fields.phoneNumber };
  }
}

/** How the rows of a file with these columns are read. */
export function rowOptions(mapping: Mapping, headings: readonly string[], country: 'FR'): RowOptions {
  return { mapping, headings, parsePhone: (text) => parsePhone(text, country), zone: defaultZone };
}

/** One row as a lead or an error. */
export function readRow({ line, text, cells }: CellRow, options: RowOptions): ReadRow {
  if (cells === null) {
    return { line, kind: 'error', code: 'quote_broken', column: null, value: text.slice(0, 200) };
  }
  return { line, ...leadFromRow(cells, options) };
}
