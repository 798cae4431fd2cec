import { emailOf, numberOf } from './field-values.ts';
import type { CustomType } from './mapping.ts';
import { isoDate } from './read-date.ts';

/** A French number with or without its zero, or an international one. */
const phone = /^(?:(?:\+|00)\d{8,14}|(?:\+?33|0)[1-79]\d{8}|[67]\d{8})$/;

/** True when most of the values look like telephone numbers. */
export function holdsPhones(values: readonly string[]): boolean {
  return share(values, (value) => phone.test(value.replace(/^'|[\s().\-/\u00a0\u202f]/g, ''))) >= 0.5;
}

/** True when most of the values are e-mail addresses. */
export function holdsEmails(values: readonly string[]): boolean {
  return share(values, (value) => emailOf(value) === value) >= 0.5;
}

/**
 * The type that all the values have; text when they differ, or when there are none. Whole numbers of more than three
 * digits are text: codes and references look like that, and a later row may have letters or a zero before its own.
 */
export function guessedType(values: readonly string[]): CustomType {
  if (values.length === 0) return 'text';
  if (values.every(isAmount)) return 'number';
  if (values.every(isDate)) return 'date';
  return values.every((value) => /^(?:oui|non|yes|no|true|false|vrai|faux)$/i.test(value))
    ? 'boolean'
    : 'text';
}

function isAmount(value: string): boolean {
  return numberOf(value) !== null && !/^[+-]?0\d/.test(value) && !/\d{16}|^\d{4,}$/.test(value);
}

/** A count of days alone would make a date of any five digits. */
function isDate(value: string): boolean {
  return !/^\d+(?:[.,]\d+)?$/.test(value) && isoDate(value) !== null;
}

function share(values: readonly string[], holds: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}
