import type { ColumnTarget, LeadFieldName } from './mapping.ts';

/** The columns of VICIdial's standard list format, in their fixed order. */
const standardOrder =
  'vendor_lead_code source_id list_id phone_code phone_number title first_name middle_initial last_name address1 ' +
  'address2 address3 city state province postal_code country_code gender date_of_birth alt_phone email ' +
  'security_phrase comments rank owner';

const fields: Readonly<Record<string, LeadFieldName>> = {
  vendor_lead_code: 'reference',
  title: 'civility',
  first_name: 'firstName',
  last_name: 'lastName',
  address1: 'address',
  address2: 'addressExtra',
  city: 'city',
  state: 'region',
  postal_code: 'postalCode',
  country_code: 'country',
  date_of_birth: 'birthDate',
  email: 'email',
  comments: 'comment',
  rank: 'priority',
};

const names = standardOrder.split(' ');
const phoneCodeAt = names.indexOf('phone_code');
const phoneAt = names.indexOf('phone_number');

/** Older lists end with the comments. */
const columnsMin = names.indexOf('comments') + 1;

/**
 * The columns of a file without headings in VICIdial's order, known by their number and by a calling code before the
 * telephone in every row; null when it is no such file.
 */
export function vicidialColumns(
  columnsCount: number,
  rows: readonly (readonly string[])[],
): ColumnTarget[] | null {
  const isStandard =
    columnsCount >= columnsMin &&
    columnsCount <= names.length &&
    rows.length > 0 &&
    rows.filter(isNumbered).length >= numberedShare * rows.length;
  return isStandard ? names.slice(0, columnsCount).map(targetOf) : null;
}

/** A lead without a number does not hide what the others are. */
const numberedShare = 0.9;

function isNumbered(row: readonly string[]): boolean {
  return /^\d{1,4}$/.test(row[phoneCodeAt]?.trim() ?? '') && /^\d{6,18}$/.test(row[phoneAt]?.trim() ?? '');
}

function targetOf(name: string): ColumnTarget {
  const field = fields[name];
  if (field) return { kind: 'field', field };
  if (name === 'phone_code') return { kind: 'phone_code' };
  if (name === 'phone_number') return { kind: 'phone', label: null };
  if (name === 'alt_phone') return { kind: 'phone', label: 'other' };
  return { kind: 'custom', name, type: 'text' };
}
