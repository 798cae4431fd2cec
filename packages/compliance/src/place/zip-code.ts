import type { Address } from './address.ts';
import { territoryOfState, zonesOfState } from './north-american-states.ts';
import { militaryZips, narrowZipRows, sharedZipRows, zipRows } from './zip-codes.ts';

const narrow = new Map(
  narrowZipRows.flatMap(([zone, beginnings]) => each(beginnings).map((beginning) => [beginning, [zone]])),
);

const addresses: ReadonlyMap<string, Address> = new Map([
  ...zipRows.flatMap(([state, beginnings]) => each(beginnings).map((one) => entry([state], one))),
  ...sharedZipRows.map(([states, beginning]) => entry(states, beginning)),
  ...each(militaryZips).map((one): [string, Address] => [one, { territory: 'US', states: [], zones: [] }]),
]);

/** Where a ZIP code, ZIP+4 or its five digits short of a first 0, lies; null when it is none. */
export function zipAddress(postalCode: string): Address | null {
  const zip = /^([0-9]{4,5})(?:-?[0-9]{4})?$/.exec(postalCode)?.[1]?.padStart(5, '0');
  if (zip === undefined) return null;
  return addresses.get(zip) ?? addresses.get(zip.slice(0, 4)) ?? addresses.get(zip.slice(0, 3)) ?? null;
}

function entry(states: readonly string[], beginning: string): [string, Address] {
  const zones = narrow.get(beginning) ?? [...new Set(states.flatMap(zonesOfState))];
  return [beginning, { territory: territoryOfState(states[0] ?? 'US'), states, zones }];
}

/** Every beginning of `060-069 885`. */
function each(beginnings: string): string[] {
  return beginnings.split(' ').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, index) =>
      String(Number(first) + index).padStart(first.length, '0'),
    );
  });
}
