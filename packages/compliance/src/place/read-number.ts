import { frenchToE164, isPhoneNumber, type PhoneNumber } from '@alize/model';
import { countryOf } from './hints.ts';
import { possibleNumber } from './known-number.ts';

/** No number is longer, however it is written; what is longer is not looked at. */
const lengthMax = 60;

/** Territories that dial by the French plan of ten digits; Saint-Pierre-et-Miquelon has six of its own beside it. */
const frenchPlan: readonly string[] = ['FR', 'RE', 'YT', 'GP', 'MF', 'BL', 'GF', 'MQ', 'PM'];

/**
 * E.164 of a number as people write it: international (`+33 (0)6…`, `0033…`), or national as in `country` (ISO 3166-1
 * alpha-2). French overseas numbers get the code of their territory, also behind a +33. Null when it cannot be a
 * number; whether somebody has it, and whether it may be called, is `placeOf`'s to say. Never throws.
 */
export function readNumber(text: string, country: string | null): PhoneNumber | null {
  const digits = digitsOf(text);
  if (digits === null) return null;
  const home = countryOf(country);
  const e164 = french(digits, home) ?? elsewhere(digits, home);
  return isPhoneNumber(e164) ? e164 : null;
}

/** Digits with perhaps a `+` before them; null when something else is in it. `(0)` behind a country code says nothing. */
function digitsOf(text: string): string | null {
  const written = text.normalize('NFKC').replace(/^'/, '').replace(/^tel:/i, '').trim();
  if (written.length > lengthMax) return null;
  const digits = written
    .replace(/^((?:\+|00).*?)\(0\)/, '$1')
    .replace(/[\s\p{Cf}\p{Pd}().,/_·•]/gu, '')
    .replace(/^00/, '+');
  return /^\+?[0-9]+$/.test(digits) ? digits : null;
}

/** Null when it is no French number of nine digits behind 0 or 33. */
function french(digits: string, home: string | null): string | null {
  const isHome = home !== null && frenchPlan.includes(home);
  const pattern = isHome ? /^(?:\+?33)?0?([1-9][0-9]{8})$/ : /^\+330?([1-9][0-9]{8})$/;
  const national = pattern.exec(digits)?.[1];
  return national === undefined ? null : frenchToE164(`0${national}`);
}

function elsewhere(digits: string, home: string | null): string | null {
  // libphonenumber takes young French and Indian Ocean ranges for impossible; their length is all that is asked.
  if (/^\+(?:33|262|590|594|596)/.test(digits)) return overseas(digits);
  if (home !== null && frenchPlan.includes(home) && /^(?:262|590|594|596)[0-9]{9}$/.test(digits))
    return `+${digits}`;
  return possibleNumber(digits, home);
}

/** `+262 (0)692…` with or without its 0. */
function overseas(digits: string): string | null {
  const parts = /^(\+(?:262|590|594|596))0?([1-9][0-9]{8})$/.exec(digits);
  return parts === null ? null : `${parts[1]}${parts[2]}`;
}
