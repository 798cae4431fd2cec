import { areaCodeRows } from './area-codes.ts';

/** ISO codes of the territories of the United States that have one of their own, and ZIP codes. */
export const outlyingTerritories: readonly string[] = ['PR', 'VI', 'GU', 'MP', 'AS'];

const zonesByState = new Map<string, readonly string[]>();
for (const [where, zones] of areaCodeRows) {
  for (const state of where.split(' ')) {
    zonesByState.set(state, [...new Set([...(zonesByState.get(state) ?? []), ...zones])]);
  }
}

/** By `FL` and by `US-FL`: no province has the letters of a state. */
const stateByLetters: ReadonlyMap<string, string> = new Map(
  [...zonesByState.keys()]
    .filter((state) => state.includes('-'))
    .flatMap((state) => [
      [state, state],
      [state.slice(3), state],
    ]),
);

/** ISO 3166-2 of a state, province or territory written as `FL` or `US-FL`; null when it is none. */
export function northAmericanState(letters: string): string | null {
  return stateByLetters.get(letters) ?? null;
}

/** Every zone of a state or province; empty when it is none. */
export function zonesOfState(state: string): readonly string[] {
  return zonesByState.get(state) ?? [];
}

/** Every zone of the United States (`US`) or Canada (`CA`), islands that have a code of their own left out. */
export function zonesOfNorthAmerica(country: 'US' | 'CA'): readonly string[] {
  const states = [...zonesByState].filter(([state]) => territoryOfState(state) === country);
  return [...new Set(states.flatMap(([, zones]) => zones))];
}

const outlyingStates = new Map(outlyingTerritories.map((territory) => [`US-${territory}`, territory]));

/** ISO 3166-1 code under which the people of a subdivision are protected: `US` for `US-FL`, `PR` for `US-PR`. */
export function territoryOfState(state: string): string {
  return outlyingStates.get(state) ?? state.slice(0, 2);
}
