import type { PhoneContext } from '@alize/leads';
import { frenchToE164 } from '@alize/model';
import { faultOf, type PhoneFault } from './known-phone.ts';

/** What holds of all ten thousand numbers that share the first five digits behind the 0. */
export type FrenchRange =
  | {
      readonly kind: 'number';
      /** What stands before the nine digits in E.164: `+33`, `+262`… */
      readonly prefix: string;
    }
  | { readonly kind: 'error'; readonly code: PhoneFault };

/** Territories that dial by the French plan of ten digits, and the calling codes they have. */
const frenchPlan: ReadonlySet<string> = new Set('FR RE YT GP MF BL GF MQ PM'.split(' '));
const frenchCodes: ReadonlySet<string> = new Set('33 262 508 590 594 596'.split(' '));

/** True where national numbers are French ones. */
export function isFrenchPlan({ country, phoneCode }: PhoneContext): boolean {
  return phoneCode === null ? frenchPlan.has(country) : frenchCodes.has(phoneCode);
}

const numbersOfRange = 10_000;
/**
 * Ranges that were asked for, by their five digits. libphonenumber decides on no more digits of a French number than
 * these, so that it is asked once for each range and not for each number. Only a memory: what it says never changes.
 */
const asked = new Array<FrenchRange | undefined>(100_000).fill(undefined);

/** The range of a French number, given by its nine digits behind the 0 as a number. */
export function frenchRange(national: number): FrenchRange {
  const beginning = Math.floor(national / numbersOfRange);
  const known = asked[beginning];
  if (known !== undefined) return known;
  const range = askedOf(String(beginning));
  asked[beginning] = range;
  return range;
}

function askedOf(beginning: string): FrenchRange {
  const national = `${beginning}0000`;
  const e164 = frenchToE164(`0${national}`);
  const fault = e164 === null ? 'phone_invalid' : faultOf(e164);
  if (e164 === null || fault !== null) return { kind: 'error', code: fault ?? 'phone_invalid' };
  return { kind: 'number', prefix: e164.slice(0, -national.length) };
}

const digitZero = 0x30;
/** Space, dot, dash, no-break spaces, brackets: what people put between digits, and never between two numbers. */
const separators: ReadonlySet<number> = new Set([0x20, 0x2e, 0x2d, 0xa0, 0x202f, 0x28, 0x29]);

/**
 * The nine digits behind the 0 of a text that is plainly one French number (`06 12 34 56 78`, `+33 (0)6…`, `0033 6…`,
 * `33 6…`), negative when its 0 is missing (`612345678`); 0 for anything else, which is for others to read.
 */
export function plainFrench(text: string): number {
  let digits = 0;
  let count = 0;
  const start = text.charCodeAt(0) === 0x2b ? 1 : 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - digitZero;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      count += 1;
    } else if (!separators.has(code)) return 0;
  }
  // `3361234567.0` is a number to which a spreadsheet gave a decimal.
  if (digits % 10 === 0 && /\.0+$/.test(text)) return 0;
  return nationalOf(digits, start === 1 ? count + 2 : count);
}

/** By their count; a `+` counts as the two zeros that it stands for. */
function nationalOf(digits: number, count: number): number {
  if (count === 10) return nineDigits(digits);
  if (count === 9) return -nineDigits(digits);
  if (count === 11 || count === 13) return nineDigits(digits - 33e9);
  // With the `(0)` that people write between.
  return count === 12 || count === 14 ? nineDigits(digits - 330e9) : 0;
}

/** The same when it has nine digits and the first is not 0, else 0. */
function nineDigits(digits: number): number {
  return digits >= 1e8 && digits < 1e9 ? digits : 0;
}
