import type { Place } from '../place/place.ts';

/** Territories and states in one word, under which what depends on nothing else is kept. */
export function whereOf(place: Place): string {
  let where = known.get(place);
  if (where === undefined) {
    where = `${place.territories.join()} ${place.states.join()}`;
    known.set(place, where);
  }
  return where;
}

/** Places of numbers without an address are shared objects, asked for again and again. */
const known = new WeakMap<Place, string>();
