import type { PhoneNumber } from '@alize/model';
import type { PlaceHints } from './place.ts';
import { placeOf } from './place-of.ts';

/**
 * The IANA zone by whose clock a person's day is planned: the first of those they may be in; null when none is known.
 * For planning alone: a ruling asks every zone.
 */
export function likelyZone(number: PhoneNumber, hints: Omit<PlaceHints, 'lineType'>): string | null {
  return placeOf(number, { ...hints, lineType: null }).zones[0] ?? null;
}
