import type { LeadFields } from '@alize/model';
import { countryCode } from './country-code.ts';
import { civilityOf, emailOf, postalCodeOf, priorityOf, timeZoneOf } from './field-values.ts';
import type { RowChange, RowNote } from './import-report.ts';
import type { Mapping } from './mapping.ts';
import { nameCase } from './name-case.ts';
import type { ParsePhones } from './phone-parser.ts';
import { regionCode } from './region-code.ts';
import { rowConsent } from './row-consent.ts';
import { rowCustom } from './row-custom.ts';
import { type RowDates, rowDates } from './row-dates.ts';
import { type RowError, type RowErrorCode, rowError } from './row-error.ts';
import { rowPhones } from './row-phones.ts';
import { type Plan, planOf, type Slot } from './row-plan.ts';
import { RowText } from './row-text.ts';

/** What a row gives: a lead with all that was changed to read it, or the first error in it. */
export type LeadRow =
  | { readonly kind: 'lead'; readonly fields: LeadFields; readonly changes: readonly RowNote[] }
  | RowError;

/** By what rows are read. */
export interface RowOptions {
  readonly mapping: Mapping;
  /** One for each column of the mapping. */
  readonly headings: readonly string[];
  readonly parsePhones: ParsePhones;
  /** Country in which national numbers are read, ISO 3166-1 alpha-2; a country or calling code of the row counts more. */
  readonly country: string;
  /** Zone in which dates without one are read, e.g. `Europe/Paris`. */
  readonly timeZone: string;
}

/** A reference is found by an index, which long texts would break. */
const referenceLengthMax = 200;

/**
 * A reader of the rows of one file: the mapping is looked through once, here. Of several columns for one thing the
 * first that is not empty counts, of telephones all; a constant fills what the row leaves empty. Never throws.
 */
export function rowReader(options: RowOptions): (cells: readonly string[]) => LeadRow {
  const plan = planOf(options.mapping, options.headings);
  const dates = rowDates(options.timeZone);
  const columnsCount = options.mapping.columns.length;
  const reading = { plan, parsePhones: options.parsePhones, country: options.country };
  return (cells) => {
    const row = new RowText(cells);
    const extra = row.beyond(columnsCount);
    if (extra !== null) return rowError('row_too_long', null, extra);
    const country = demanded(row, plan.fields.country, countryReading);
    const phones = rowPhones(row, country, reading);
    if (phones === null) return row.error ?? rowError('phone_missing', null, '');
    const fields = fieldsOf(row, { plan, dates, country, phones });
    return row.error ?? { kind: 'lead', fields, changes: row.changes };
  };
}

interface KnownOfRow {
  readonly plan: Plan;
  readonly dates: RowDates;
  readonly country: string | null;
  readonly phones: LeadFields['phones'];
}

function fieldsOf(row: RowText, { plan, dates, country, phones }: KnownOfRow): LeadFields {
  const { fields } = plan;
  return {
    phones,
    reference: referenceOf(row, fields.reference),
    civility: optional(row, fields.civility, civilityOf, 'civility_read'),
    firstName: nameIn(row, fields.firstName),
    lastName: nameIn(row, fields.lastName),
    company: plain(row, fields.company),
    email: emailIn(row, fields.email),
    birthDate: optional(row, fields.birthDate, dates.birth, 'date_read'),
    address: plain(row, fields.address),
    addressExtra: plain(row, fields.addressExtra),
    postalCode: postalCodeIn(row, fields.postalCode, isInFrance(country, phones)),
    city: plain(row, fields.city),
    country,
    region: regionIn(row, fields.region, isInNorthAmerica(country, phones)),
    timeZone: demanded(row, fields.timeZone, timeZoneReading),
    comment: plain(row, fields.comment),
    priority: priorityIn(row, fields.priority),
    consent: rowConsent(row, plan.consent, dates),
    custom: rowCustom(row, plan.custom, dates),
  };
}

function plain(row: RowText, slot: Slot | null): string | null {
  return slot === null ? null : row.of(slot) || null;
}

function referenceOf(row: RowText, slot: Slot | null): string | null {
  const text = row.of(slot);
  return text.length > referenceLengthMax ? row.fail('reference_too_long', text) : text || null;
}

function nameIn(row: RowText, slot: Slot | null): string | null {
  const text = row.of(slot);
  if (text === '') return null;
  const name = nameCase(text);
  if (name !== text) row.note('name_case', text, name);
  return name;
}

function emailIn(row: RowText, slot: Slot | null): string | null {
  const text = row.of(slot);
  if (text === '') return null;
  const email = emailOf(text);
  if (email === text) return email;
  row.note(email?.length === text.length ? 'email_case' : 'email_left_out', text, email ?? '');
  return email;
}

function postalCodeIn(row: RowText, slot: Slot | null, isFrench: boolean): string | null {
  const text = row.of(slot);
  if (text === '') return null;
  const code = postalCodeOf(text, isFrench);
  if (code !== text) row.note(code === `0${text}` ? 'postal_zero_added' : 'value_read', text, code);
  return code;
}

function regionIn(row: RowText, slot: Slot | null, hasStateLaws: boolean): string | null {
  const text = row.of(slot);
  if (text === '') return null;
  const region = hasStateLaws ? regionCode(text) : text;
  if (region !== text) row.note('value_read', text, region);
  return region;
}

function priorityIn(row: RowText, slot: Slot | null): number {
  const text = row.of(slot);
  if (text === '') return 0;
  return priorityOf(text) ?? row.refuse('priority_unreadable', text) ?? 0;
}

/** What the lead can do without: a value that cannot be read is left out. */
function optional<T extends string>(
  row: RowText,
  slot: Slot | null,
  read: (text: string) => T | null,
  change: RowChange,
): T | null {
  const text = row.of(slot);
  if (text === '') return null;
  const value = read(text);
  if (value === null) row.note('value_left_out', text, '');
  else if (value !== text) row.note(change, text, value);
  return value;
}

interface DemandedReading {
  readonly read: (text: string) => string | null;
  readonly change: RowChange;
  readonly code: RowErrorCode;
}

const countryReading: DemandedReading = {
  read: countryCode,
  change: 'country_read',
  code: 'country_unreadable',
};
const timeZoneReading: DemandedReading = {
  read: timeZoneOf,
  change: 'value_read',
  code: 'time_zone_unreadable',
};

/** What decides when a person may be called: a value that cannot be read costs the row. */
function demanded(row: RowText, slot: Slot | null, { read, change, code }: DemandedReading): string | null {
  const text = row.of(slot);
  if (text === '') return null;
  const value = read(text);
  if (value === null) return row.refuse(code, text);
  if (value !== text) row.note(change, text, value);
  return value;
}

/** Where the state decides when somebody may be called. */
function isInNorthAmerica(country: string | null, [first]: LeadFields['phones']): boolean {
  return country === null ? first.phoneNumber.startsWith('+1') : country === 'US' || country === 'CA';
}

/** Where postal codes are French. */
const frenchCountries: ReadonlySet<string> = new Set('FR RE YT GP MF BL GF MQ PM NC WF PF'.split(' '));

/** By the address, else by the number: 1000 is Bourg-en-Bresse with a French number, Brussels with a Belgian one. */
function isInFrance(country: string | null, [first]: LeadFields['phones']): boolean {
  if (country !== null) return frenchCountries.has(country);
  return /^\+(?:33|262|508|590|594|596)/.test(first.phoneNumber);
}
