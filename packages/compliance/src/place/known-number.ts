import type { LineType, PhoneNumber } from '@alize/model';
import { isSupportedCountry, type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** What the numbering plan of its country says of a number. */
export interface KnownNumber {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly lineType: LineType;
}

/** Kinds of number behind which no ordinary subscriber answers; `undefined` is a number that does not exist. */
const forbiddenTypes: readonly NumberType[] = [
  undefined,
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'UAN',
  'PAGER',
  'VOICEMAIL',
];

/** Country and line of a number by libphonenumber; null when it is invalid, or no person's: premium, toll free… */
export function knownNumber(number: PhoneNumber): KnownNumber | null {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed?.number !== number || parsed.country === undefined) return null;
  const type = parsed.getType();
  return forbiddenTypes.includes(type) ? null : { country: parsed.country, lineType: lineTypeOf(type) };
}

/** E.164 of a number written for `country`, or with its country code; null when it cannot be one by its length. */
export function possibleNumber(written: string, country: string | null): string | null {
  const home = country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const parsed = parsePhoneNumberFromString(written, { ...home, extract: false });
  return parsed?.isPossible() ? parsed.number : null;
}

function lineTypeOf(type: NumberType): LineType {
  if (type === 'MOBILE') return 'mobile';
  if (type === 'FIXED_LINE') return 'fixed';
  return type === 'VOIP' ? 'voip' : 'unknown';
}
