import type { PhoneNumber } from '@alize/model';
import { areaCodeRows } from './area-codes.ts';
import { territoryOfState } from './north-american-states.ts';
import type { Place } from './place.ts';
import { forbiddenIn, personIn } from './shared-place.ts';

const northAmerica = ['US', 'CA'];
const forbidden = forbiddenIn(northAmerica, []);
/** An area code we cannot place, new or without a place (500, 600): only an address tells where. */
const unplaced = personIn({ territories: northAmerica, zones: [] });

const byAreaCode: ReadonlyMap<string, Place> = new Map(
  areaCodeRows.flatMap(([where, zones, areaCodes]) => {
    const place = placeOfRow(where.split(' '), zones);
    return areaCodes.split(' ').map((areaCode): [string, Place] => [areaCode, place]);
  }),
);

/**
 * Toll free (800, 822 to 888 and the 88X kept for it), premium (900), of one's own carrier (700), services (N11) and
 * codes kept for a longer plan (N9X), by NANPA's list of area codes that are not geographic.
 */
const forbiddenAreaCode = /^(?:[01]|.9|.11|8(?:00|22|33|44|55|66|77|8)|900|700)/;

/** Place of a +1 number by its area code alone. The same area code gives the same frozen object. */
export function northAmericanPlace(number: PhoneNumber): Place {
  if (number.length !== 12 || !isExchange(number)) return forbidden;
  const areaCode = number.slice(2, 5);
  const place = byAreaCode.get(areaCode);
  if (place !== undefined) return place;
  return forbiddenAreaCode.test(areaCode) ? forbidden : unplaced;
}

/** Digits four to six of a number: 200 to 999, and no N11. */
function isExchange(number: PhoneNumber): boolean {
  return number.charAt(5) >= '2' && !(number.charAt(6) === '1' && number.charAt(7) === '1');
}

function placeOfRow(where: readonly string[], zones: readonly string[]): Place {
  const states = where.filter((part) => part.includes('-'));
  return personIn({ territories: [...new Set(where.map(territoryOfState))], states, zones });
}
