import { type LeadFieldName, leadFieldNames } from '@alize/leads';
import type { PhoneLabel } from '@alize/model';

/** A lead as it is typed: every value is text, and read by the api as a file's cells are. */
export interface LeadForm {
  readonly phones: readonly { readonly number: string; readonly label: PhoneLabel | null }[];
  readonly fields: Readonly<Partial<Record<LeadFieldName, string>>>;
  /** The client's own columns, by name. */
  readonly custom: Readonly<Record<string, string>>;
}

/** The fields that a person fills in by hand, in the order of the form. */
export const typedFields = [
  'civility',
  'firstName',
  'lastName',
  'company',
  'email',
  'reference',
  'birthDate',
  'address',
  'addressExtra',
  'postalCode',
  'city',
  'country',
  'priority',
  'comment',
] as const satisfies readonly LeadFieldName[];

export const emptyLead: LeadForm = { phones: [{ number: '', label: null }], fields: {}, custom: {} };

/** The numbers that are typed, without the empty lines. */
export const typedPhones = ({ phones }: LeadForm) =>
  phones.map(({ number, label }) => ({ number: number.trim(), label })).filter(({ number }) => number !== '');

/** What is typed of each field, for a new lead; nothing for an empty one. */
export function newLeadOf(form: LeadForm) {
  const filled = leadFieldNames.flatMap((name) => {
    const value = form.fields[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return { phones: typedPhones(form), ...Object.fromEntries(filled) };
}

/** What differs from how the lead was; null empties. Nothing for what is the same. */
export function changeOf(form: LeadForm, was: LeadForm) {
  const fields = leadFieldNames.flatMap((name) => {
    const [value, old] = [form.fields[name]?.trim() ?? '', was.fields[name] ?? ''];
    if (value === old) return [];
    // A lead always has a priority; the usual one is 0.
    return [[name, value === '' ? (name === 'priority' ? 0 : null) : value] as const];
  });
  const custom = Object.entries(form.custom).flatMap(([name, value]) =>
    value === was.custom[name] ? [] : [[name, value.trim() === '' ? null : value] as const],
  );
  const isSamePhones = JSON.stringify(typedPhones(form)) === JSON.stringify(typedPhones(was));
  return {
    ...(!isSamePhones && { phones: typedPhones(form) }),
    ...Object.fromEntries(fields),
    ...(custom.length > 0 && { custom: Object.fromEntries(custom) }),
  };
}
