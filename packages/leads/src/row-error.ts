/** Why a row of a file did not become a lead. */
export const rowErrorCodes = [
  'phone_missing',
  'phone_unreadable',
  'phone_excel_number',
  'phone_invalid',
  'phone_forbidden',
  'phone_code_unreadable',
  'consent_date_unreadable',
  'country_unreadable',
  'time_zone_unreadable',
  'priority_unreadable',
  'reference_too_long',
  'duplicate_in_list',
  'row_too_long',
  'field_too_long',
  'quote_broken',
] as const;
export type RowErrorCode = (typeof rowErrorCodes)[number];

export interface RowError {
  readonly kind: 'error';
  readonly code: RowErrorCode;
  /** Heading of the column at fault; null when it is the whole row, or a constant. */
  readonly column: string | null;
  /** What stood there, cut to 200 characters; null when nothing did. */
  readonly value: string | null;
}

/** The error of a cell. */
export function rowError(code: RowErrorCode, column: string | null, text: string): RowError {
  return { kind: 'error', code, column, value: text === '' ? null : text.slice(0, 200) };
}
