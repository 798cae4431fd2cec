import type { PhoneNumber } from '@alize/model';

/** Country codes of ITU-T E.164 by their length: one digit, two, or else three. */
const countryCode = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})/;

/** A number that people can tell from others and nobody can call: `+33 6 •• •• •• 78`. */
export function maskNumber(number: PhoneNumber): string {
  const code = countryCode.exec(number)?.[0] ?? number.slice(0, 3);
  const national = number.slice(code.length);
  const hidden = '•'.repeat(Math.max(0, national.length - 3));
  const pairs = hidden.length % 2 === 0 ? hidden : `•${hidden}`;
  return `${code} ${national.slice(0, 1)} ${(pairs.match(/../g) ?? []).join(' ')} ${national.slice(-2)}`;
}
