import type { PhoneContext, PhoneErrorCode, PhoneNote } from '@alize/leads';
import { isPhoneNumber, type PhoneNumber } from '@alize/model';
import { frenchRange, isFrenchPlan } from './french-phone.ts';
import { dialledIn, faultOf } from './known-phone.ts';

/** One number of a cell, or why it is none. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly phoneNumber: PhoneNumber; readonly changes: readonly PhoneNote[] }
  | { readonly kind: 'error'; readonly code: PhoneErrorCode };

const noChanges: readonly PhoneNote[] = [];

/**
 * A French number by its nine digits behind the 0, negative when the 0 is missing. A number that is written so behind
 * another calling code than the one it has is told of.
 */
export function frenchNumber(nine: number, text: string, context: PhoneContext): ReadNumber {
  const national = Math.abs(nine);
  const range = frenchRange(national);
  if (range.kind === 'error') return range;
  // Nine digits behind a prefix of ours are E.164.
  const phoneNumber = `${range.prefix}${national}` as PhoneNumber;
  const isZeroMissing = nine < 0 && context.phoneCode === null;
  const isElsewhere =
    range.prefix !== '+33' && (context.phoneCode ?? '33') === '33' && context.country === 'FR';
  if (!isZeroMissing && !isElsewhere) return { kind: 'number', phoneNumber, changes: noChanges };
  const changes: PhoneNote[] = [];
  if (isZeroMissing) changes.push({ change: 'phone_zero_added', from: text, to: `0${national}` });
  if (isElsewhere) changes.push({ change: 'phone_overseas', from: text, to: phoneNumber });
  return { kind: 'number', phoneNumber, changes };
}

/** One number with nothing beside it but what people put between digits. */
export function readNumber(text: string, context: PhoneContext): ReadNumber {
  if (/^[+-]?\d+(?:[.,]\d+)?E\+?\d+$/i.test(text)) return refused('phone_excel_number');
  const digits = withoutSeparators(text);
  if (!/^\+?\d+$/.test(digits) || digits.length > 40) return refused('phone_unreadable');
  if (isShort(digits, context)) return refused('phone_forbidden');
  const nine = frenchNine(digits, context);
  return nine === 0 ? elsewhere(digits, context) : frenchNumber(nine, text, context);
}

/** Digits with perhaps a `+` before them. A spreadsheet's `612345678,0` loses its decimals, `(0)` its zero. */
function withoutSeparators(written: string): string {
  return written
    .replace(/^([1-9]\d{8,11})[.,]0+$/, '$1')
    .replace(/^((?:\+|00)[^(]*)\(0\)/, '$1')
    .replace(/[\s\p{Cf}\p{Pd}().,/_·•]/gu, '')
    .replace(/^00/, '+');
}

/** Emergency and service numbers: 15, 112, 3639, 118 218. Six digits are a number in many a small country. */
function isShort(digits: string, context: PhoneContext): boolean {
  if (/^(?:\d{1,4}|11\d{3,4})$/.test(digits)) return true;
  return /^\d{5,6}$/.test(digits) && isFrenchPlan(context) && !isMiquelon(context);
}

function isMiquelon({ country, phoneCode }: PhoneContext): boolean {
  return phoneCode === null ? country === 'PM' : phoneCode === '508';
}

/** The nine digits of a French number behind 0, 33 or +33, negative behind nothing; 0 when it is none. */
function frenchNine(digits: string, context: PhoneContext): number {
  const pattern = isFrenchPlan(context) ? /^(\+?33)?(0?)([1-9]\d{8})$/ : /^(\+33)(0?)([1-9]\d{8})$/;
  const [, code = '', zero = '', nine = '0'] = pattern.exec(digits) ?? [];
  return code === '' && zero === '' ? -Number(nine) : Number(nine);
}

function elsewhere(digits: string, context: PhoneContext): ReadNumber {
  const own = overseas(digits, context);
  const { e164, fault } = own === null ? dialledIn(digits, context) : { e164: own, fault: faultOf(own) };
  if (fault !== null || !isPhoneNumber(e164)) return refused(fault ?? 'phone_invalid');
  return { kind: 'number', phoneNumber: e164, changes: noChanges };
}

/** Overseas France behind its own calling code, which libphonenumber takes for invalid where it is young. */
function overseas(digits: string, context: PhoneContext): string | null {
  const isHome = isFrenchPlan(context);
  if (isHome && isMiquelon(context) && /^\d{6}$/.test(digits)) return `+508${digits}`;
  const pattern = isHome ? /^\+?(262|590|594|596)0?([1-9]\d{8})$/ : /^\+(262|590|594|596)0?([1-9]\d{8})$/;
  const parts = pattern.exec(digits);
  return parts === null ? null : `+${parts[1]}${parts[2]}`;
}

function refused(code: PhoneErrorCode): ReadNumber {
  return { kind: 'error', code };
}
