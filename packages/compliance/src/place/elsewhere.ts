import type { PhoneNumber } from '@alize/model';
import { zonesOfNumber } from './country-zones.ts';
import { knownNumber } from './known-number.ts';
import type { Place } from './place.ts';
import { forbiddenIn } from './shared-place.ts';

const forbidden = forbiddenIn([], []);

/** Place of a number whose country has no table of ours, by libphonenumber and the zones of the country. */
export function placeElsewhere(number: PhoneNumber): Place {
  const known = knownNumber(number);
  if (known === null) return forbidden;
  // San Marino's fixed lines are also reached through Italy.
  const territory = number.startsWith('+390549') ? 'SM' : known.country;
  return {
    kind: 'person',
    territories: [territory],
    states: [],
    zones: zonesOfNumber(number, territory),
    lineType: known.lineType,
  };
}
