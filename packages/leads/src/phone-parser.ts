import type { LeadPhone, PhoneLabel } from '@alize/model';
import type { RowNote } from './import-report.ts';
import type { RowErrorCode } from './row-error.ts';

/** How the numbers of a cell are to be read. */
export interface PhoneContext {
  /** Country in which national numbers are read, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Given to each number. */
  readonly label: PhoneLabel | null;
  /** Calling code of a column of its own, digits only (`33`); it counts more than the country. */
  readonly phoneCode: string | null;
}

/** A change within a cell of numbers. */
export type PhoneNote = Omit<RowNote, 'column'>;

export type PhoneErrorCode = Extract<RowErrorCode, `phone_${string}`>;

/** The numbers of a cell in their order, none twice; or why there is none. */
export type ParsedPhones =
  | {
      readonly kind: 'phones';
      readonly phones: readonly [LeadPhone, ...LeadPhone[]];
      readonly changes: readonly PhoneNote[];
    }
  | { readonly kind: 'error'; readonly code: PhoneErrorCode };

/** Reads the numbers of a cell. Never throws. */
export type ParsePhones = (text: string, context: PhoneContext) => ParsedPhones;
