import type { Mapping, RowErrorCode } from '@alize/leads';
import type { LeadFields } from '@alize/model';
import type { Encoding } from './encoding.ts';

/** As `previewFile` found them, or as the person who uploads set them. */
export interface ReadOptions {
  readonly mapping: Mapping;
  readonly encoding: Encoding;
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

/**
 * The rows of a file in batches, in the file's order. Reads no further than it is asked to, so memory stays flat.
 * Throws FileError.
 */
export async function* readLeads(
  source: AsyncIterable<Uint8Array> | Uint8Array,
  options: ReadOptions,
): AsyncGenerator<readonly ReadRow[], void, undefined> {
  void source;
  void options;
}
