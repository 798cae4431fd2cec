import type { ParsedPhone } from '@alize/leads';
import { frenchToE164, isFictionNumber, isPhoneNumber, type PhoneNumber } from '@alize/model';
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isYoungRange } from './young-ranges.ts';

/** No number is longer once its separators are off; what is longer is not looked at. */
const lengthMax = 60;

const forbiddenTypes: readonly NumberType[] = [
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'UAN',
  'PAGER',
  'VOICEMAIL',
];

/** A number as people write it, as E.164, read as of `country` (`FR`) when it has no country code. Never throws. */
export function parsePhone(text: string, country: 'FR'): ParsedPhone {
  const written = text.normalize('NFKC').replace(/^'/, '').replace(/^tel:/i, '').trim();
  if (written === '') return refused('phone_missing');
  if (written.length > lengthMax) return refused('phone_unreadable');
  if (/^[+-]?\d+(?:[.,]\d+)?E\+?\d+$/i.test(written)) return refused('phone_excel_number');
  const digits = withoutSeparators(written);
  if (!/^\+?\d+$/.test(digits)) return refused('phone_unreadable');
  if (isShort(digits)) return refused('phone_forbidden');
  return checked(country === 'FR' ? fromFrance(digits) : digits);
}

/** Digits with perhaps a `+` before them. A spreadsheet's `612345678,0` loses its decimals, `(0)` its zero. */
function withoutSeparators(written: string): string {
  return written
    .replace(/^(\d{9,12})[.,]0+$/, '$1')
    .replace(/^((?:\+|00).*)\(0\)/, '$1')
    .replace(/[\s\p{Cf}\p{Pd}().,/_·•]/gu, '')
    .replace(/^00/, '+');
}

/** Emergency and service numbers: 15, 112, 3639, 118 218. */
function isShort(digits: string): boolean {
  return /^\d{1,6}$/.test(digits);
}

/** E.164, if it is one, of digits as they are written in France: with or without 0, 33 or +33. */
function fromFrance(digits: string): string {
  const national = /^(?:\+?33)?0?([1-9]\d{8})$/.exec(digits)?.[1];
  if (national !== undefined) return frenchToE164(`0${national}`) ?? digits;
  if (/^(?:262|590|594|596)\d{9}$/.test(digits)) return `+${digits}`;
  return digits;
}

function checked(e164: string): ParsedPhone {
  if (!isPhoneNumber(e164)) return refused('phone_invalid');
  if (isFictionNumber(e164)) return { kind: 'number', phoneNumber: e164 };
  if (e164.startsWith('+338')) return refused('phone_forbidden');
  return known(e164);
}

function known(e164: PhoneNumber): ParsedPhone {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed || parsed.number !== e164) return refused('phone_invalid');
  if (forbiddenTypes.includes(parsed.getType())) return refused('phone_forbidden');
  const exists = parsed.isValid() || (parsed.isPossible() && isYoungRange(e164));
  return exists ? { kind: 'number', phoneNumber: e164 } : refused('phone_invalid');
}

function refused(code: Extract<ParsedPhone, { kind: 'error' }>['code']): ParsedPhone {
  return { kind: 'error', code };
}
