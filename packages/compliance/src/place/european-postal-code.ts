import type { Address } from './address.ts';

const peninsula: Address = { territory: 'ES', states: [], zones: ['Europe/Madrid'] };
const canaries: Address = { territory: 'ES', states: [], zones: ['Atlantic/Canary'] };

/** 35 (Las Palmas) and 38 (Santa Cruz de Tenerife) are the Canaries, 01 to 52 the rest of Spain. */
export function spanishAddress(postalCode: string): Address | null {
  if (!/^[0-9]{5}$/.test(postalCode) || postalCode < '01000' || postalCode >= '53000') return null;
  return /^3[58]/.test(postalCode) ? canaries : peninsula;
}

const portugal = (zone: string): Address => ({ territory: 'PT', states: [], zones: [zone] });
const mainland = portugal('Europe/Lisbon');
const madeira = portugal('Atlantic/Madeira');
const azores = portugal('Atlantic/Azores');

/** 90 to 94 Madeira, 95 to 99 the Azores, 10 to 89 the mainland. */
export function portugueseAddress(postalCode: string): Address | null {
  if (!/^[1-9][0-9]{3}(?:-?[0-9]{3})?$/.test(postalCode)) return null;
  if (!postalCode.startsWith('9')) return mainland;
  return postalCode < '95' ? madeira : azores;
}

/**
 * Land by the first two digits, where they lie in one Land as far as we know for certain; the others cross a border
 * (14 Berlin and Brandenburg, 97 Bayern and Baden-Württemberg…) and tell no Land.
 */
const landByBeginning: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'DE-SN': '09',
    'DE-BE': '10 13',
    'DE-MV': '18',
    'DE-HH': '20',
    'DE-SH': '24 25',
    'DE-NI': '26 30 31',
    'DE-NW': '40 41 42 44 45 46 47 50 52 58',
    'DE-RP': '54',
    'DE-HE': '60 61',
    'DE-BW': '70 71 72 73 75 77 79',
    'DE-BY': '80 81 82 83 84 85 90 92 93 94 95',
    'DE-TH': '99',
  }).flatMap(([land, beginnings]) => beginnings.split(' ').map((beginning) => [beginning, land])),
);

/** Germany has one zone; the Land only where the code tells it for certain. */
export function germanAddress(postalCode: string): Address | null {
  if (!/^[0-9]{5}$/.test(postalCode) || postalCode < '01000') return null;
  const land = landByBeginning[postalCode.slice(0, 2)];
  return { territory: 'DE', states: land === undefined ? [] : [land], zones: ['Europe/Berlin'] };
}
