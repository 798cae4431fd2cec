import type { PhoneNumber } from '@alize/model';
import { placeElsewhere } from './elsewhere.ts';
import { frenchPlace, isFrench } from './french-place.ts';
import { northAmericanPlace } from './north-american-place.ts';
import type { Place, PlaceHints } from './place.ts';
import { placeWithHints } from './place-with-hints.ts';

/**
 * Every territory, state and zone a person may be in, by their number and what else is known of them. A zone that is
 * told comes before a postal code, a postal code before the number; where two say different things both count, and
 * what is not known is empty, never guessed. Never throws. The same French range or North American area code without
 * hints gives the same frozen object.
 */
export function placeOf(number: PhoneNumber, hints: PlaceHints = nothingKnown): Place {
  const byDigits = placeByDigits(number);
  if (byDigits.kind === 'forbidden' || saysNothing(hints, byDigits)) return byDigits;
  return placeWithHints(byDigits, hints);
}

function placeByDigits(number: PhoneNumber): Place {
  if (number.startsWith('+1')) return northAmericanPlace(number);
  return isFrench(number) ? frenchPlace(number) : placeElsewhere(number);
}

/** Also when the only hint is the country that the number has anyway. */
function saysNothing(hints: PlaceHints, { territories }: Place): boolean {
  const isBare = hints.postalCode === null && hints.state === null && hints.timeZone === null;
  const isSameCountry =
    hints.country === null || (territories.length === 1 && hints.country === territories[0]);
  return isBare && hints.lineType === null && isSameCountry;
}

const nothingKnown: PlaceHints = {
  postalCode: null,
  country: null,
  state: null,
  timeZone: null,
  lineType: null,
};
