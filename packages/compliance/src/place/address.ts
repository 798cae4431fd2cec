import { canadianAddress } from './canadian-postal-code.ts';
import { germanAddress, portugueseAddress, spanishAddress } from './european-postal-code.ts';
import { frenchAddress, frenchTerritories } from './french-postal-code.ts';
import { outlyingTerritories } from './north-american-states.ts';
import { zipAddress } from './zip-code.ts';

/** Where a postal code lies. */
export interface Address {
  /** ISO 3166-1 alpha-2. */
  readonly territory: string;
  /** Those that may claim it; empty when the code does not tell. */
  readonly states: readonly string[];
  /** Every zone it may be in; empty when the code does not tell (military mail). */
  readonly zones: readonly string[];
}

type Reader = (postalCode: string) => Address | null;

const readers: ReadonlyMap<string, Reader> = new Map([
  ...Object.keys(frenchTerritories).map((territory): [string, Reader] => [territory, frenchAddress]),
  ...['US', ...outlyingTerritories].map((territory): [string, Reader] => [territory, zipAddress]),
  ['CA', canadianAddress],
  ['DE', germanAddress],
  ['ES', spanishAddress],
  ['PT', portugueseAddress],
]);

/** Where a postal code lies when it is one of `country`; null when it is not, or when it tells nothing there. */
export function addressIn(country: string, postalCode: string): Address | null {
  const reader = readers.get(country);
  return reader === undefined ? null : reader(postalCode.replaceAll(' ', '').trim().toUpperCase());
}
