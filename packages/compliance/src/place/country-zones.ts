import { frenchTerritories } from './french-postal-code.ts';
import { outlyingTerritories, zonesOfNorthAmerica, zonesOfState } from './north-american-states.ts';

const portugal = ['Europe/Lisbon', 'Atlantic/Madeira', 'Atlantic/Azores'];
const spain = ['Europe/Madrid', 'Atlantic/Canary'];

/** Every zone of each country of the EU, the EEA, the United Kingdom and their small neighbours (IANA zone1970.tab). */
const european: Readonly<Record<string, readonly string[]>> = {
  AD: ['Europe/Andorra'],
  AT: ['Europe/Vienna'],
  AX: ['Europe/Mariehamn'],
  BE: ['Europe/Brussels'],
  BG: ['Europe/Sofia'],
  CH: ['Europe/Zurich'],
  CY: ['Asia/Nicosia'],
  CZ: ['Europe/Prague'],
  DE: ['Europe/Berlin'],
  DK: ['Europe/Copenhagen'],
  EE: ['Europe/Tallinn'],
  ES: spain,
  FI: ['Europe/Helsinki'],
  FO: ['Atlantic/Faroe'],
  GB: ['Europe/London'],
  GG: ['Europe/Guernsey'],
  GI: ['Europe/Gibraltar'],
  GR: ['Europe/Athens'],
  HR: ['Europe/Zagreb'],
  HU: ['Europe/Budapest'],
  IE: ['Europe/Dublin'],
  IM: ['Europe/Isle_of_Man'],
  IS: ['Atlantic/Reykjavik'],
  IT: ['Europe/Rome'],
  JE: ['Europe/Jersey'],
  LI: ['Europe/Vaduz'],
  LT: ['Europe/Vilnius'],
  LU: ['Europe/Luxembourg'],
  LV: ['Europe/Riga'],
  MC: ['Europe/Monaco'],
  MT: ['Europe/Malta'],
  NL: ['Europe/Amsterdam'],
  NO: ['Europe/Oslo'],
  PL: ['Europe/Warsaw'],
  PT: portugal,
  RO: ['Europe/Bucharest'],
  SE: ['Europe/Stockholm'],
  SI: ['Europe/Ljubljana'],
  SJ: ['Arctic/Longyearbyen'],
  SK: ['Europe/Bratislava'],
  SM: ['Europe/San_Marino'],
  VA: ['Europe/Vatican'],
};

const northAmerican: Readonly<Record<string, readonly string[]>> = {
  US: zonesOfNorthAmerica('US'),
  CA: zonesOfNorthAmerica('CA'),
};

/** Every zone of a country or territory (ISO 3166-1); empty when we do not know it. */
export function zonesOfCountry(country: string): readonly string[] {
  const zones = european[country] ?? frenchTerritories[country] ?? northAmerican[country];
  // Behind `US-` only its own islands: `US-MA` is Massachusetts, MA is Morocco.
  return zones ?? zonesOfState(outlyingTerritories.includes(country) ? `US-${country}` : country);
}

/** Numbers that say more than their country: the longest beginning that fits comes first. */
const byBeginning: readonly (readonly [numbers: RegExp, zones: readonly string[]])[] = [
  // Tenerife and Las Palmas. 827 is named for the Canaries by one source and for Cáceres by the plan of the mainland: both.
  [/^\+34[89]2[28]/, ['Atlantic/Canary']],
  [/^\+34827/, spain],
  [/^\+34[89]/, ['Europe/Madrid']],
  [/^\+351291/, ['Atlantic/Madeira']],
  [/^\+35129[256]/, ['Atlantic/Azores']],
  [/^\+3512/, ['Europe/Lisbon']],
];

/** Every zone that a number of `country` may ring in. */
export function zonesOfNumber(number: string, country: string): readonly string[] {
  return byBeginning.find(([numbers]) => numbers.test(number))?.[1] ?? zonesOfCountry(country);
}
