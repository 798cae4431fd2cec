import type { Address } from './address.ts';
import { zonesOfState } from './north-american-states.ts';

/** Province by the first letter (Canada Post); X is shared by two. */
const provinces: Readonly<Record<string, readonly string[]>> = {
  A: ['CA-NL'],
  B: ['CA-NS'],
  C: ['CA-PE'],
  E: ['CA-NB'],
  G: ['CA-QC'],
  H: ['CA-QC'],
  J: ['CA-QC'],
  K: ['CA-ON'],
  L: ['CA-ON'],
  M: ['CA-ON'],
  N: ['CA-ON'],
  P: ['CA-ON'],
  R: ['CA-MB'],
  S: ['CA-SK'],
  T: ['CA-AB'],
  V: ['CA-BC'],
  X: ['CA-NT', 'CA-NU'],
  Y: ['CA-YT'],
};

/** Where a beginning lies in one zone of a province that has more. */
const narrower: readonly (readonly [beginnings: RegExp, zones: readonly string[]])[] = [
  [/^A1/, ['America/St_Johns']],
  [/^(?:G[1-36-9]|[HJ]|[KLMN])/, ['America/Toronto']],
  [/^S[47]/, ['America/Regina']],
  [/^V[2-9]/, ['America/Vancouver']],
  [/^Y/, ['America/Whitehorse']],
];

/** Where a Canadian postal code, or its first three characters, lies; null when it is none. */
export function canadianAddress(postalCode: string): Address | null {
  if (!/^[A-Z][0-9][A-Z](?:-?[0-9][A-Z][0-9])?$/.test(postalCode)) return null;
  const states = provinces[postalCode.charAt(0)];
  if (states === undefined) return null;
  const zones = narrower.find(([beginnings]) => beginnings.test(postalCode))?.[1];
  return { territory: 'CA', states, zones: zones ?? [...new Set(states.flatMap(zonesOfState))] };
}
