import type { Address } from './address.ts';

/** ISO code of each French territory with its zones. `FR` itself is metropolitan France. */
export const frenchTerritories: Readonly<Record<string, readonly string[]>> = {
  FR: ['Europe/Paris'],
  RE: ['Indian/Reunion'],
  YT: ['Indian/Mayotte'],
  GP: ['America/Guadeloupe'],
  MF: ['America/Guadeloupe'],
  BL: ['America/Guadeloupe'],
  GF: ['America/Cayenne'],
  MQ: ['America/Martinique'],
  PM: ['America/Miquelon'],
  NC: ['Pacific/Noumea'],
  WF: ['Pacific/Wallis'],
  PF: ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier'],
};

/** By the first three digits (La Poste). Saint-Martin and Saint-Barthélemy still use codes of Guadeloupe. */
const overseas: readonly (readonly [beginning: string, territory: string])[] = [
  ['971', 'GP'],
  ['97133', 'BL'],
  ['97150', 'MF'],
  ['972', 'MQ'],
  ['973', 'GF'],
  ['974', 'RE'],
  ['975', 'PM'],
  ['976', 'YT'],
  ['977', 'BL'],
  ['978', 'MF'],
  ['986', 'WF'],
  ['987', 'PF'],
  ['988', 'NC'],
];

/** Departments with holidays of their own (C. trav. L.3134-13). */
const localDepartments = ['57', '67', '68'];

/** 010 to 959 are metropolitan; 96, 980 (Monaco) and the others that are not here are nobody's in France. */
const metropolitan = Array.from({ length: 950 }, (_, index) => String(index + 10).padStart(3, '0'));
const addresses: ReadonlyMap<string, Address> = new Map([
  ...metropolitan.map((beginning): [string, Address] => [
    beginning,
    metropolitanAddress(beginning.slice(0, 2)),
  ]),
  ...overseas.map(([beginning, territory]): [string, Address] => [beginning, addressOf(territory, [])]),
]);

/** Where a French postal code lies; null when it is none. A first 0 lost by a spreadsheet is given back. */
export function frenchAddress(postalCode: string): Address | null {
  const code = /^(?:FR?-?)?([0-9]{4,5})$/.exec(postalCode)?.[1]?.padStart(5, '0');
  return code === undefined ? null : (addresses.get(code) ?? addresses.get(code.slice(0, 3)) ?? null);
}

function metropolitanAddress(department: string): Address {
  return addressOf('FR', localDepartments.includes(department) ? [`FR-${department}`] : []);
}

function addressOf(territory: string, states: readonly string[]): Address {
  return { territory, states, zones: frenchTerritories[territory] ?? [] };
}
