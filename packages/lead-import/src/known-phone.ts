import type { PhoneContext, PhoneErrorCode } from '@alize/leads';
import { isFictionNumber, isPhoneNumber } from '@alize/model';
import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type NumberType,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { isYoungRange } from './young-ranges.ts';

export type PhoneFault = Extract<PhoneErrorCode, 'phone_invalid' | 'phone_forbidden'>;

const forbiddenTypes: readonly NumberType[] = [
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'UAN',
  'PAGER',
  'VOICEMAIL',
];

/** Null when somebody may have this number and it may be called; else why not. */
export function faultOf(e164: string): PhoneFault | null {
  return faultIn(e164, parsePhoneNumberFromString(e164));
}

function faultIn(e164: string, parsed: ReturnType<typeof parsePhoneNumberFromString>): PhoneFault | null {
  if (!isPhoneNumber(e164)) return 'phone_invalid';
  if (isFictionNumber(e164)) return null;
  // Services, all of them: libphonenumber does not know every one.
  if (e164.startsWith('+338')) return 'phone_forbidden';
  if (parsed?.number !== e164) return 'phone_invalid';
  if (forbiddenTypes.includes(parsed.getType())) return 'phone_forbidden';
  return parsed.isValid() || (parsed.isPossible() && isYoungRange(e164)) ? null : 'phone_invalid';
}

const callingCodes: ReadonlySet<string> = new Set(
  getCountries().map((country) => getCountryCallingCode(country)),
);

/** What digits dialled in a country, or behind its calling code, call, and what is wrong with it. */
export function dialledIn(digits: string, context: PhoneContext): { e164: string; fault: PhoneFault | null } {
  const home = digits.startsWith('+') ? {} : homeOf(context);
  const parsed = parsePhoneNumberFromString(digits, { ...home, extract: false });
  const e164 = parsed?.number ?? '';
  return { e164, fault: faultIn(e164, parsed) };
}

/** libphonenumber throws at a calling code that it does not know. */
function homeOf({ country, phoneCode }: PhoneContext) {
  if (phoneCode === null) return isSupportedCountry(country) ? { defaultCountry: country } : {};
  return callingCodes.has(phoneCode) ? { defaultCallingCode: phoneCode } : {};
}
