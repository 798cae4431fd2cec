import { type Address, addressIn } from './address.ts';
import { zonesOfCountry } from './country-zones.ts';
import { frenchTerritories } from './french-postal-code.ts';
import { countryOf, covers, stateOf } from './hints.ts';
import { territoryOfState, zonesOfState } from './north-american-states.ts';
import type { Place, PlaceHints } from './place.ts';
import { zoneNamed } from './zone-name.ts';

/** What a record says of where a person is, read for the number it stands beside. */
interface Said {
  readonly address: Address | null;
  readonly state: string | null;
  /** Territories the address may be in; empty when it says none. */
  readonly territories: readonly string[];
}

/** Place of a person whose number lies in `byDigits`, when more is known of them than the number. */
export function placeWithHints(byDigits: Place, hints: PlaceHints): Place {
  const said = read(byDigits, hints);
  const territories = territoriesOf(byDigits, said);
  return {
    kind: byDigits.kind,
    territories,
    states: statesOf(byDigits, said, territories),
    zones: zonesOf(byDigits, said, hints.timeZone),
    lineType: hints.lineType === null || hints.lineType === 'unknown' ? byDigits.lineType : hints.lineType,
  };
}

function read(byDigits: Place, hints: PlaceHints): Said {
  const country = countryOf(hints.country);
  const address = hints.postalCode === null ? null : addressFor(byDigits, country, hints.postalCode);
  const state = stateOf(hints.state, country, byDigits.territories);
  const claims = [country, state === null || state === 'unreadable' ? null : territoryOfState(state)];
  let territories: readonly string[] = address === null ? [] : [address.territory];
  for (const claim of claims) {
    if (claim === null || (address !== null && covers(claim, address.territory))) continue;
    territories = union(territories, meant(claim, byDigits));
  }
  return { address, state, territories };
}

/** A postal code is read for the country that the record names, else for the number's. */
function addressFor(byDigits: Place, country: string | null, postalCode: string): Address | null {
  const countries = country === null ? byDigits.territories : [country];
  const isContinental = country === null && countries.some((one) => one === 'US' || one === 'CA');
  // Digits are a ZIP code and letters a Canadian one, whichever side of the border the number is from.
  const readable = isContinental ? ['US', 'CA'] : countries;
  for (const one of readable) {
    const address = addressIn(one, postalCode);
    if (address !== null) return address;
  }
  return null;
}

/** The territories of the number that a country may mean, or else the country itself. */
function meant(country: string, byDigits: Place): readonly string[] {
  if (byDigits.territories.every((territory) => covers(country, territory))) return byDigits.territories;
  const own = byDigits.territories.filter((territory) => covers(country, territory));
  return own.length > 0 ? own : [country];
}

/** The address alone where the number leaves the choice, or where a French postal code decides; else both. */
function territoriesOf(byDigits: Place, { address, territories }: Said): readonly string[] {
  if (territories.length === 0) return byDigits.territories;
  const isFrench =
    address !== null && isInFrance(address.territory) && byDigits.territories.every(isInFrance);
  if (isFrench || territories.every((territory) => leaves(byDigits, territory))) return territories;
  return union(byDigits.territories, territories);
}

/** Whether a number leaves it to the address to say `territory`: it may be there, or in several places that it may mean. */
function leaves({ territories }: Place, territory: string): boolean {
  if (territories.includes(territory)) return true;
  return territories.length > 1 && territories.some((one) => covers(one, territory));
}

function isInFrance(territory: string): boolean {
  return territory in frenchTerritories;
}

/** Every state that may claim the call; none when the United States or Canada may and we cannot say which of theirs. */
function statesOf(
  byDigits: Place,
  { address, state }: Said,
  territories: readonly string[],
): readonly string[] {
  if (state === 'unreadable') return [];
  const stated = state === null ? [] : [state];
  const states = union(union(byDigits.states, address?.states ?? []), stated);
  const isKnown = (country: string) => states.some((one) => territoryOfState(one) === country);
  const needed = territories.filter((territory) => territory === 'US' || territory === 'CA');
  return needed.every(isKnown) ? states : [];
}

/** The zone that is told, else the postal code's, else every zone the number or the address may be in. */
function zonesOf(byDigits: Place, said: Said, timeZone: string | null): readonly string[] {
  if (timeZone !== null && timeZone.trim() !== '') {
    const zone = zoneNamed(timeZone.trim());
    return zone === null ? [] : [zone];
  }
  if (said.address !== null) return said.address.zones;
  return knownUnion([byDigits.zones, ...zonesAdded(byDigits, said)]);
}

function zonesAdded(byDigits: Place, { state, territories }: Said): (readonly string[])[] {
  const ofState = zonesOfStated(state);
  const home = state === null ? null : territoryOfState(state);
  const ofCountries = territories
    .filter(
      (territory) => !byDigits.territories.includes(territory) && !(ofState !== null && territory === home),
    )
    .map(zonesOfCountry);
  return ofState === null ? ofCountries : [ofState, ...ofCountries];
}

/** Null when the state tells no zone: none is said, or its country's states are not told apart. */
function zonesOfStated(state: string | null): readonly string[] | null {
  if (state === null) return null;
  return state === 'unreadable' || /^(?:US|CA)-/.test(state) ? zonesOfState(state) : null;
}

/** The zones of all sets; none as soon as one set is unknown. */
function knownUnion(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.some((set) => set.length === 0) ? [] : sets.reduce(union);
}

function union(some: readonly string[], more: readonly string[]): readonly string[] {
  if (more.every((one) => some.includes(one))) return some;
  return [...some, ...more.filter((one) => !some.includes(one))];
}
