import { frenchTerritories } from './french-postal-code.ts';
import { northAmericanState, outlyingTerritories } from './north-american-states.ts';

/** ISO 3166's own code for "unknown country": no pack protects it, so that it refuses. */
const unreadableCountry = 'ZZ';

const otherCodes: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

/** ISO 3166-1 alpha-2 of what a record has as country; null when it has nothing; `ZZ` when it cannot be read. */
export function countryOf(written: string | null): string | null {
  const code = written?.trim().toUpperCase() ?? '';
  if (code === '') return null;
  return /^[A-Z]{2}$/.test(code) ? (otherCodes[code] ?? code) : unreadableCountry;
}

/** True when an address in `country` may be one in `territory`: overseas France writes France, Puerto Rico the US. */
export function covers(country: string, territory: string): boolean {
  if (country === territory) return true;
  if (country === 'FR') return territory in frenchTerritories;
  return country === 'US' && outlyingTerritories.includes(territory);
}

/** Länder by the second half of ISO 3166-2. */
const lander = [
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
];

/**
 * ISO 3166-2 of what a record has as state (`FL`, `US-FL`), read for `country`, or for the number's territories when
 * no country is known. Null when it says nothing; `unreadable` when it should be a state of the United States or a
 * province of Canada, whose laws differ, and is none.
 */
export function stateOf(
  written: string | null,
  country: string | null,
  territories: readonly string[],
): string | null {
  const state = written?.trim().toUpperCase() ?? '';
  if (state === '') return null;
  if (/^(?:US|CA)-/.test(state)) return northAmericanState(state) ?? 'unreadable';
  const homes = country === null ? territories : [country];
  if (homes.some(hasStateLaws)) return northAmericanState(state) ?? subdivision(state) ?? 'unreadable';
  return subdivision(state) ?? subdivision(`${homes[0]}-${state}`);
}

/** Florida may be said of a number from Ontario, so that states are looked for on both sides of the border. */
function hasStateLaws(territory: string): boolean {
  return territory === 'CA' || covers('US', territory);
}

/** Another country's subdivision with its country, as it is; null when it is not written so. */
function subdivision(code: string): string | null {
  if (code.startsWith('DE-')) return lander.includes(code.slice(3)) ? code : null;
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) ? code : null;
}
