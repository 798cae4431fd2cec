import type { Civility } from '@alize/model';

const men = new Set('m mr mister monsieur h homme male masculin man'.split(' '));
const women = new Set('mme mrs ms miss madame mlle mademoiselle f femme female feminin woman'.split(' '));

/** How to address the person; null for a title that says neither. */
export function civilityOf(text: string): Civility | null {
  if (text === 'M' || text === 'Mme') return text;
  const word = plainWord(text);
  if (men.has(word)) return 'M';
  return women.has(word) ? 'Mme' : null;
}

/** Words by which people say that a value is not known. */
const nothings = new Set(
  'na nc nd u null none neant inconnu inconnue unknown vide empty sansobjet'.split(' '),
);

/** True for `-`, `N/A`, `NC`, `néant` and their like. */
export function saysNothing(text: string): boolean {
  const word = plainWord(text);
  return word === '' ? !/[\p{L}\p{N}]/u.test(text) : nothings.has(word);
}

const yes = new Set('oui yes true vrai o y x 1'.split(' '));
const no = new Set('non no false faux n 0'.split(' '));

/** Yes or no in French or English; null when it is neither. */
export function booleanOf(text: string): boolean | null {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

/** With a decimal point or comma and perhaps something between the thousands, as France, England or Germany write it. */
const numerals = [
  /^[+-]?\d+(?:[.,]\d+)?$/,
  /^[+-]?\d{1,3}(?:[ \u00a0\u202f’']\d{3})+(?:[.,]\d+)?$/,
  /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/,
  /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/,
];

/** The number that a text writes, perhaps with a `€` or `%` behind it; null when it is none. `1 234,50` -> 1234.5. */
export function numberOf(text: string): number | null {
  const bare = text.replace(/[ \u00a0\u202f]?[€%]$/, '');
  if (!numerals.some((numeral) => numeral.test(bare))) return null;
  const number = Number(bare.replace(/[.,](?=.*[.,])|[^\d.,+-]/g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}

const email = /^[^\s@<>,;:"()[\]\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;
/** RFC 5321, 4.5.3.1.3: a path of 256 with its brackets. */
const emailLengthMax = 254;

/** The first e-mail address of a text, its domain in small letters; null when there is none. */
export function emailOf(text: string): string | null {
  return (
    addressOf(text) ??
    text
      .split(/[\s,;<>]+/)
      .map(addressOf)
      .find((address) => address !== null) ??
    null
  );
}

function addressOf(text: string): string | null {
  const address = text.startsWith('mailto:') ? text.slice(7) : text;
  if (address.length > emailLengthMax || !email.test(address)) return null;
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

/** A postal code without what is not part of it: `F-75001`, `75 001` -> `75001`. In France a lost zero comes back. */
export function postalCodeOf(text: string, isFrench: boolean): string {
  if (!isFrench) return text;
  const digits = /^(?:FR?[ -]?)?(\d{4,5}|\d{2} \d{3})(?:[.,]0+)?$/i.exec(text)?.[1]?.replace(' ', '');
  return digits === undefined ? text : digits.padStart(5, '0');
}

/** The IANA zone as Temporal writes it; null when there is none of this name. */
export function timeZoneOf(text: string): string | null {
  // An offset is no zone: it does not know when the clocks change.
  if (!/^[a-z]/i.test(text)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return null;
  }
}

/** An integer from -99 to 99; null when it is none. */
export function priorityOf(text: string): number | null {
  return /^[+-]?\d{1,2}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) || 0 : null;
}

/** The digits of a calling code: `+33`, `0033`, `33` -> `33`; null when it is none. */
export function phoneCodeOf(text: string): string | null {
  return /^(?:\+|00)?([1-9]\d{0,2})(?:[.,]0+)?$/.exec(text)?.[1] ?? null;
}

function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
