import type { Mapping, RowErrorCode } from '@alize/leads';
import type { PhoneNumber } from '@alize/model';
import type { Encoding } from './encoding.ts';

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
  readonly delimiter: string;
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** The first 50 rows as they stand in the file. */
  readonly rows: readonly (readonly string[])[];
  readonly leads: readonly PreviewLead[];
}

/**
 * What the importer sees in a file, from its whole bytes: nothing is stored. With a `mapping` the rows are read by
 * it; without one the columns are recognised by their headings (none may hold a number: then every row says so).
 * Throws FileError.
 */
export function previewFile(bytes: Uint8Array, mapping?: Mapping): Preview {
  void bytes;
  return { encoding: 'utf-8', delimiter: ';', headings: [], mapping: mapping ?? [], rows: [], leads: [] };
}
