import type { LineType, PhoneNumber } from '@alize/model';
import { isPhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place, PlaceHints } from './place.ts';
import { placeOf } from './place-of.ts';
import { readNumber } from './read-number.ts';

const nothing: PlaceHints = { postalCode: null, country: null, state: null, timeZone: null, lineType: null };

describe('Spain', () => {
  test.each([
    ['+34922123456', 'Atlantic/Canary'],
    ['+34928123456', 'Atlantic/Canary'],
    ['+34822123456', 'Atlantic/Canary'],
    ['+34828123456', 'Atlantic/Canary'],
    ['+34827123456', 'Europe/Madrid Atlantic/Canary'],
    ['+34912345678', 'Europe/Madrid'],
    ['+34872123456', 'Europe/Madrid'],
    ['+34612345678', 'Europe/Madrid Atlantic/Canary'],
    ['+34712345678', 'Europe/Madrid Atlantic/Canary'],
  ])('%s is in %s', (number, zones) => {
    expect(of(number).zones.join(' ')).toBe(zones);
  });

  test.each([
    ['35001', 'Atlantic/Canary'],
    ['38001', 'Atlantic/Canary'],
    ['28001', 'Europe/Madrid'],
    ['07001', 'Europe/Madrid'],
    ['52001', 'Europe/Madrid'],
  ])('%s is in %s, whatever the number', (postalCode, zone) => {
    for (const number of ['+34612345678', '+34922123456', '+34912345678']) {
      expect(of(number, { postalCode }).zones).toEqual([zone]);
    }
  });

  test('53001 is no Spanish code', () => {
    expect(of('+34612345678', { postalCode: '53001' }).zones).toHaveLength(2);
  });
});

test.each<[string, string, string, LineType]>([
  ['+442079460958', 'GB', 'Europe/London', 'fixed'],
  ['+447400123456', 'GB', 'Europe/London', 'mobile'],
  ['+447781123456', 'GG', 'Europe/Guernsey', 'mobile'],
  ['+447797123456', 'JE', 'Europe/Jersey', 'mobile'],
  ['+447624123456', 'IM', 'Europe/Isle_of_Man', 'mobile'],
  ['+4915112345678', 'DE', 'Europe/Berlin', 'mobile'],
  ['+393331234567', 'IT', 'Europe/Rome', 'mobile'],
  ['+390549881234', 'SM', 'Europe/San_Marino', 'fixed'],
  ['+390669812345', 'VA', 'Europe/Vatican', 'fixed'],
  ['+32470123456', 'BE', 'Europe/Brussels', 'mobile'],
  ['+41791234567', 'CH', 'Europe/Zurich', 'mobile'],
  ['+423660234567', 'LI', 'Europe/Vaduz', 'mobile'],
  ['+352621123456', 'LU', 'Europe/Luxembourg', 'mobile'],
  ['+351912345678', 'PT', 'Europe/Lisbon Atlantic/Madeira Atlantic/Azores', 'mobile'],
  ['+351212345678', 'PT', 'Europe/Lisbon', 'fixed'],
  ['+351291234567', 'PT', 'Atlantic/Madeira', 'fixed'],
  ['+351296123456', 'PT', 'Atlantic/Azores', 'fixed'],
  ['+353851234567', 'IE', 'Europe/Dublin', 'mobile'],
  ['+212612345678', 'MA', '', 'mobile'], // not Massachusetts
  ['+261321234567', 'MG', '', 'mobile'],
])('%s is in %s', (number, territory, zones, lineType) => {
  const place = of(number);
  expect(place).toMatchObject({ kind: 'person', territories: [territory], states: [], lineType });
  expect(place.zones.join(' ')).toBe(zones);
});

test.each([
  '+449098790000', // premium
  '+443001234567', // UAN
  '+448001234567', // toll free
  '+34902123456', // shared cost
  '+34803123456', // premium
  '+80012345678', // international toll free
  '+44123', // no number
  '+999123456789', // no country
])('%s is forbidden', (number) => {
  expect(of(number).kind).toBe('forbidden');
});

describe('subdivisions', () => {
  test.each<[string, Partial<PlaceHints>, readonly string[]]>([
    ['+4915112345678', { state: 'BY' }, ['DE-BY']],
    ['+4915112345678', { state: 'de-by' }, ['DE-BY']],
    ['+4915112345678', { state: 'Bayern' }, []],
    ['+4915112345678', { state: 'DE-XX' }, []],
    ['+4915112345678', { postalCode: '80331' }, ['DE-BY']],
    ['+4915112345678', { postalCode: '10115' }, ['DE-BE']],
    ['+4915112345678', { postalCode: '97070' }, []], // 97 crosses a border
    ['+4915112345678', { postalCode: '10115', state: 'BB' }, ['DE-BE', 'DE-BB']],
    ['+442079460958', { state: 'GB-SCT' }, ['GB-SCT']],
    ['+442079460958', { state: 'SCT', country: 'UK' }, ['GB-SCT']],
  ])('%s with %j: %j', (number, hints, states) => {
    const place = of(number, hints);
    expect(place.states).toEqual(states);
    expect(place.zones).not.toEqual([]);
  });
});

test('a country with no zones of ours leaves the zone unknown', () => {
  expect(of('+4915112345678', { country: 'BR' })).toMatchObject({ territories: ['DE', 'BR'], zones: [] });
});

describe('a number as people write it', () => {
  test.each<[string, string | null, string | null]>([
    ['+33 (0)6 12 34 56 78', null, '+33612345678'],
    ['0033 6 12 34 56 78', null, '+33612345678'],
    ['06.12.34.56.78', 'FR', '+33612345678'],
    ['612345678', 'FR', '+33612345678'],
    ['33612345678', 'FR', '+33612345678'],
    ['+33 269 61 23 45', null, '+262269612345'],
    ['0692 12 34 56', 'RE', '+262692123456'],
    ['+262 (0)692 12 34 56', null, '+262692123456'],
    ['0899 70 12 34', 'FR', '+33899701234'],
    ['41 23 45', 'PM', '+508412345'],
    ['79 12 34', 'NC', '+687791234'],
    ['(305) 555-1234', 'US', '+13055551234'],
    ['1-305-555-1234', 'CA', '+13055551234'],
    ['+1 357 234 5678', 'FR', '+13572345678'],
    ['07400 123456', 'GB', '+447400123456'],
    ['07400 123456', 'UK', '+447400123456'],
    ['0151 12345678', 'DE', '+4915112345678'],
    ['922 12 34 56', 'ES', '+34922123456'],
    ['06 12345678', 'IT', '+390612345678'],
    ['0612345678', null, null],
    ['06 12 34 56', 'FR', null],
    ['0000000000', 'FR', null],
    ['3639', 'FR', null],
    ['rappeler demain', 'FR', null],
    ['06 12 34 56 78 poste 3', 'FR', null],
    ['+999123456789', null, null],
    ['', 'FR', null],
    ['1'.repeat(61), 'FR', null],
  ])('%s in %s is %s', (text, country, number) => {
    expect(readNumber(text, country)).toBe(number);
  });
});

test('never throws, whatever it is given', () => {
  const digits = fc.stringMatching(/^[+0-9 ().-]{0,20}$/);
  const maybe = fc.option(fc.oneof(fc.string(), fc.constantFrom('FR', 'US', 'CA', '97400', 'FL', '10001')));
  const lineType = fc.constantFrom('fixed', 'mobile', 'voip', 'unknown', null);
  const hints = fc.record({ postalCode: maybe, country: maybe, state: maybe, timeZone: maybe, lineType });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), hints, (text, given) => {
      const number = readNumber(text, given.country);
      if (number !== null) expect(isPhoneNumber(number)).toBe(true);
      for (const zone of placeOf(number ?? ('+13055551234' as PhoneNumber), given).zones) {
        expect(zone).toMatch(/^[A-Z]/i);
      }
    }),
    { numRuns: 2000 },
  );
});

function of(number: string, hints: Partial<PlaceHints> = {}): Place {
  return placeOf(number as PhoneNumber, { ...nothing, ...hints });
}
