import {
  type FrenchRange,
  isFictionNumber,
  type LineType,
  overseasRanges,
  type PhoneNumber,
} from '@alize/model';
import type { Place } from './place.ts';
import { forbiddenIn, personIn } from './shared-place.ts';

const lineTypeByDigit: Readonly<Record<string, LineType>> = {
  1: 'fixed',
  2: 'fixed',
  3: 'fixed',
  4: 'fixed',
  5: 'fixed',
  6: 'mobile',
  7: 'mobile',
  9: 'voip',
};

const paris = ['Europe/Paris'];
const metropolitan = byDigit('FR', paris, '12345679');
const fiction = new Map([...metropolitan].map(([digit, place]) => [digit, frozenFiction(place)]));
const forbidden = forbiddenIn(['FR'], paris);

/** Of the numbers a calling code has beside the ranges above; no person overseas has a 01, 03 or 04. */
const byCallingCode: Readonly<Record<string, ReadonlyMap<string, Place>>> = {
  262: byDigit(['RE', 'YT'], ['Indian/Reunion', 'Indian/Mayotte'], '2679'),
  590: byDigit('GP', ['America/Guadeloupe'], '5679'),
  594: byDigit('GF', ['America/Cayenne'], '5679'),
  596: byDigit('MQ', ['America/Martinique'], '5679'),
};

interface PlacedRange {
  readonly callingCode: FrenchRange['callingCode'];
  readonly place: Place;
}
const ranges: ReadonlyMap<string, PlacedRange> = new Map(
  overseasRanges.map(({ national, callingCode, territories, zones, lineType }) => [
    national.slice(1),
    { callingCode, place: personIn({ territories, zones, lineType }) },
  ]),
);

/** First three digits of every range, so that one look tells nearly all metropolitan numbers apart. */
const beginnings: ReadonlySet<string> = new Set([...ranges.keys()].map((range) => range.slice(0, 3)));

/** Whether a number has one of the calling codes that `frenchPlace` knows: 33, 262, 590, 594, 596. */
export function isFrench(number: PhoneNumber): boolean {
  return number.startsWith('+33') || (number.length > 4 && number.slice(1, 4) in byCallingCode);
}

/**
 * Place of a French number by its range alone, overseas ranges behind a +33 included (ARCEP numbering plan of
 * 2026-01-01). All of 08 is a service, never a person. The same range gives the same frozen object.
 */
export function frenchPlace(number: PhoneNumber): Place {
  return number.startsWith('+33') ? behind33(number) : overseas(number);
}

function behind33(number: PhoneNumber): Place {
  const digit = number.charAt(3);
  const ordinary = metropolitan.get(digit);
  if (ordinary === undefined || number.length !== 12) return forbidden;
  if (isFictionNumber(number)) return fiction.get(digit) ?? forbidden;
  return rangeOf(number, 3)?.place ?? ordinary;
}

function overseas(number: PhoneNumber): Place {
  const callingCode = number.slice(1, 4);
  const ordinary = byCallingCode[callingCode]?.get(number.charAt(4));
  if (ordinary === undefined || number.length !== 13) return forbidden;
  // The fiction range of 0639 has no owner behind +262 either.
  if (number.startsWith('+26263998')) return forbidden;
  const range = rangeOf(number, 4);
  return range?.callingCode === callingCode ? range.place : ordinary;
}

/** The longest range that the digits from `start` begin with. */
function rangeOf(digits: string, start: number): PlacedRange | undefined {
  if (!beginnings.has(digits.slice(start, start + 3))) return undefined;
  return (
    ranges.get(digits.slice(start, start + 5)) ??
    ranges.get(digits.slice(start, start + 4)) ??
    ranges.get(digits.slice(start, start + 3))
  );
}

function byDigit(
  territories: string | readonly string[],
  zones: readonly string[],
  digits: string,
): ReadonlyMap<string, Place> {
  return new Map(
    [...digits].map((digit) => [
      digit,
      personIn({ territories: [territories].flat(), zones, lineType: lineTypeByDigit[digit] ?? 'unknown' }),
    ]),
  );
}

function frozenFiction(place: Place): Place {
  return Object.freeze({ ...place, kind: 'fiction' });
}
