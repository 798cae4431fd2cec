import type { Civility, LeadFields, PhoneNumber } from '@alize/model';
import type { ColumnTarget, Mapping } from './column.ts';
import { consentInstant } from './consent-date.ts';

/** Why a row of a file did not become a lead. */
export const rowErrorCodes = [
  'phone_missing',
  'phone_unreadable',
  'phone_excel_number',
  'phone_invalid',
  'phone_forbidden',
  'consent_date_unreadable',
  'duplicate_in_list',
  'row_too_long',
  'field_too_long',
  'quote_broken',
] as const;
export type RowErrorCode = (typeof rowErrorCodes)[number];

/** What reading a number gives: E.164, or the code of why not. */
export type ParsedPhone =
  | { readonly kind: 'number'; readonly phoneNumber: PhoneNumber }
  | { readonly kind: 'error'; readonly code: Extract<RowErrorCode, `phone_${string}`> };
export type ParsePhone = (text: string) => ParsedPhone;

export interface RowError {
  readonly kind: 'error';
  readonly code: RowErrorCode;
  /** Heading of the column at fault. */
  readonly column: string | null;
  /** What stood there, cut to 200 characters. */
  readonly value: string | null;
}
export type LeadRow = { readonly kind: 'lead'; readonly fields: LeadFields } | RowError;

export interface RowOptions {
  readonly mapping: Mapping;
  readonly headings: readonly string[];
  readonly parsePhone: ParsePhone;
  /** Zone in which dates without one are read, e.g. `Europe/Paris`. */
  readonly zone: string;
}

/** Characters a field may have to be stored. */
const fieldLengthMax = 4000;

/** What a row means: the lead's fields, or the first error in it. Never throws. */
export function leadFromRow(row: readonly string[], options: RowOptions): LeadRow {
  const cells = row.map(clean);
  const problem = shapeProblem(cells, options);
  if (problem) return problem;
  const phone = pick(cells, options, 'phoneNumber');
  const parsed = options.parsePhone(phone.text);
  if (parsed.kind === 'error') return rowError(parsed.code, phone);
  const consent = pick(cells, options, 'consentAt');
  const consentAtMs = consent.text === '' ? null : consentInstant(consent.text, options.zone);
  if (consent.text !== '' && consentAtMs === null) return rowError('consent_date_unreadable', consent);
  return { kind: 'lead', fields: fieldsOf(cells, options, parsed.phoneNumber, consentAtMs) };
}

/** A cell as people meant it: no NUL, no space around, no apostrophe that a spreadsheet put before a formula sign. */
function clean(cell: string): string {
  return cell
    .replaceAll('\0', '')
    .trim()
    .replace(/^'(?=[=+\-@0-9])/, '');
}

function shapeProblem(cells: readonly string[], { mapping, headings }: RowOptions): RowError | null {
  const extra = cells.slice(mapping.length).find((cell) => cell !== '');
  if (extra !== undefined) return rowError('row_too_long', { text: extra, column: null });
  const at = cells.findIndex((cell) => cell.length > fieldLengthMax);
  return at < 0 ? null : rowError('field_too_long', { text: cells[at] ?? '', column: headings[at] ?? null });
}

interface Picked {
  readonly text: string;
  readonly column: string | null;
}

/** The first column with this target that is not empty; else the first with it, empty. */
function pick(cells: readonly string[], { mapping, headings }: RowOptions, target: ColumnTarget): Picked {
  const columns = mapping.flatMap((each, at) => (each === target ? [at] : []));
  const at = columns.find((column) => (cells[column] ?? '') !== '') ?? columns[0];
  if (at === undefined) return { text: '', column: null };
  return { text: cells[at] ?? '', column: headings[at] ?? null };
}

function rowError(code: RowErrorCode, { text, column }: Picked): RowError {
  return { kind: 'error', code, column, value: text === '' ? null : text.slice(0, 200) };
}

function fieldsOf(
  cells: readonly string[],
  options: RowOptions,
  phoneNumber: PhoneNumber,
  consentAtMs: number | null,
): LeadFields {
  const text = (target: ColumnTarget) => pick(cells, options, target).text || null;
  return {
    phoneNumber,
    reference: text('reference'),
    civility: civilityOf(text('civility')),
    firstName: text('firstName'),
    lastName: text('lastName'),
    company: text('company'),
    email: text('email'),
    address: text('address'),
    postalCode: text('postalCode'),
    city: text('city'),
    comment: text('comment'),
    consentAtMs,
    consentSource: text('consentSource'),
    custom: customOf(cells, options),
  };
}

/** The client's own columns that have a value. `fromEntries` makes even `__proto__` a plain key. */
function customOf(cells: readonly string[], { mapping, headings }: RowOptions): Record<string, string> {
  return Object.fromEntries(
    mapping.flatMap((target, at) => {
      const value = cells[at] ?? '';
      return target === 'custom' && value !== '' ? [[headings[at] ?? `#${at + 1}`, value]] : [];
    }),
  );
}

const men = new Set(['m', 'mr', 'mister', 'monsieur', 'h', 'homme', 'male', 'masculin', 'man']);
const women = new Set('mme mrs ms miss madame mlle mademoiselle f femme female feminin woman'.split(' '));

/** How to address the person; null for a title that says neither. */
function civilityOf(text: string | null): Civility | null {
  const word = (text ?? '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  if (men.has(word)) return 'M';
  return women.has(word) ? 'Mme' : null;
}
