import type { LineType, ListOutlook } from '@alize/model';

/** What an import does with each row of its file; every row is counted once. */
export const rowFates = ['added', 'updated', 'moved', 'skipped', 'refused'] as const;
export type RowFate = (typeof rowFates)[number];

/** What reading changed of a value, or left out of it, without refusing the row. */
export const rowChanges = [
  'phone_zero_added',
  'phone_overseas',
  'phone_extension_split',
  'phones_split',
  'phone_left_out',
  'phone_repeated',
  'name_case',
  'postal_zero_added',
  'date_read',
  'civility_read',
  'email_case',
  'email_left_out',
  'country_read',
  'formula_mark_taken_off',
  'constant_used',
  /** Another writing of the same value: a number, a yes or no, a zone, a postal code. */
  'value_read',
  /** A value that its field cannot take and the lead can do without. */
  'value_left_out',
  'value_kept_as_text',
] as const;
export type RowChange = (typeof rowChanges)[number];

/** One such change. */
export interface RowNote {
  readonly change: RowChange;
  /** Heading of the column; null for a constant. */
  readonly column: string | null;
  /** What stood there. */
  readonly from: string;
  /** What is kept of it; empty for nothing. */
  readonly to: string;
}

/** The whole report of an import: of its dry run before it is stored, of what was done after. */
export interface ImportReport {
  /** How the file was read: bad rows go back in its own columns and delimiter. Null where a workbook has none. */
  readonly file: {
    readonly encoding: string | null;
    readonly delimiter: string | null;
    /** One for each column; `#1`, `#2`, … where the file has no headings. */
    readonly headings: readonly string[];
  };
  readonly rows: number;
  readonly fates: Readonly<Record<RowFate, number>>;
  /** Refused rows by code, most first. */
  readonly errors: readonly { readonly code: string; readonly rows: number; readonly firstLine: number }[];
  /** Rows in which a value was changed, by what was done, most first, with one example. */
  readonly changes: readonly {
    readonly change: RowChange;
    readonly rows: number;
    readonly example: { readonly line: number; readonly from: string; readonly to: string };
  }[];
  /** Rows that repeat a lead, by where it stands. */
  readonly duplicates: Readonly<Record<'file' | 'list' | 'campaign' | 'client', number>>;
  readonly phones: number;
  /** First numbers, by kind of line and by territory (`FR`, `RE`, `US`…), most first. */
  readonly lines: Readonly<Record<LineType, number>>;
  readonly territories: readonly {
    readonly territory: string;
    readonly zones: readonly string[];
    readonly leads: number;
  }[];
  readonly withConsent: number;
  /** What the rules say of the leads that come in, as advice; null when the campaign cannot call anybody yet. */
  readonly outlook: ListOutlook | null;
  readonly seconds: number;
}
