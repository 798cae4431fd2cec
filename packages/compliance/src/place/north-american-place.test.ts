import type { PhoneNumber } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { areaCodeRows } from './area-codes.ts';
import type { Place, PlaceHints } from './place.ts';
import { placeOf } from './place-of.ts';

const nothing: PlaceHints = { postalCode: null, country: null, state: null, timeZone: null, lineType: null };

describe('area codes that reach into a second zone, and their overlays', () => {
  test.each([
    ['208', 'US-ID', 'America/Boise America/Los_Angeles'],
    ['986', 'US-ID', 'America/Boise America/Los_Angeles'],
    ['219', 'US-IN', 'America/New_York America/Chicago'],
    ['574', 'US-IN', 'America/New_York America/Chicago'],
    ['812', 'US-IN', 'America/New_York America/Chicago'],
    ['930', 'US-IN', 'America/New_York America/Chicago'],
    ['270', 'US-KY', 'America/New_York America/Chicago'],
    ['364', 'US-KY', 'America/New_York America/Chicago'],
    ['606', 'US-KY', 'America/New_York America/Chicago'],
    ['850', 'US-FL', 'America/New_York America/Chicago'],
    ['448', 'US-FL', 'America/New_York America/Chicago'],
    ['423', 'US-TN', 'America/New_York America/Chicago'],
    ['906', 'US-MI', 'America/New_York America/Chicago'],
    ['308', 'US-NE', 'America/Chicago America/Denver'],
    ['620', 'US-KS', 'America/Chicago America/Denver'],
    ['785', 'US-KS', 'America/Chicago America/Denver'],
    ['432', 'US-TX', 'America/Chicago America/Denver'],
    ['605', 'US-SD', 'America/Denver America/Chicago'],
    ['701', 'US-ND', 'America/Denver America/Chicago'],
    ['541', 'US-OR', 'America/Los_Angeles America/Boise'],
    ['458', 'US-OR', 'America/Los_Angeles America/Boise'],
    ['775', 'US-NV', 'America/Los_Angeles America/Denver'],
    ['928', 'US-AZ', 'America/Phoenix America/Denver'],
    ['907', 'US-AK', 'America/Anchorage America/Adak'],
    ['418', 'CA-QC', 'America/Toronto America/Halifax'],
    ['581', 'CA-QC', 'America/Toronto America/Halifax'],
    ['367', 'CA-QC', 'America/Toronto America/Halifax'],
    ['807', 'CA-ON', 'America/Toronto America/Winnipeg'],
    ['306', 'CA-SK', 'America/Regina America/Edmonton'],
    ['639', 'CA-SK', 'America/Regina America/Edmonton'],
    ['474', 'CA-SK', 'America/Regina America/Edmonton'],
    ['250', 'CA-BC', 'America/Vancouver America/Edmonton America/Fort_Nelson'],
    ['672', 'CA-BC', 'America/Vancouver America/Edmonton America/Fort_Nelson'],
    ['778', 'CA-BC', 'America/Vancouver America/Edmonton America/Fort_Nelson'],
    ['236', 'CA-BC', 'America/Vancouver America/Edmonton America/Fort_Nelson'],
    ['257', 'CA-BC', 'America/Vancouver America/Edmonton America/Fort_Nelson'],
    ['709', 'CA-NL', 'America/St_Johns America/Goose_Bay'],
    ['879', 'CA-NL', 'America/St_Johns America/Goose_Bay'],
  ])('%s is %s in %s', (areaCode, state, zones) => {
    const place = of(areaCode);
    expect(place.states).toEqual([state]);
    expect([...place.zones].sort()).toEqual(zones.split(' ').sort());
  });
});

test.each([
  ['212', 'US', ['US-NY'], ['America/New_York']],
  ['689', 'US', ['US-FL'], ['America/New_York']],
  ['808', 'US', ['US-HI'], ['Pacific/Honolulu']],
  ['604', 'CA', ['CA-BC'], ['America/Vancouver']],
  ['902', 'CA', ['CA-NS', 'CA-PE'], ['America/Halifax']],
  ['787', 'PR', ['US-PR'], ['America/Puerto_Rico']],
  ['876', 'JM', [], ['America/Jamaica']],
])('%s is in %s', (areaCode, territory, states, zones) => {
  expect(of(areaCode)).toMatchObject({
    kind: 'person',
    territories: [territory],
    states,
    zones,
    lineType: 'unknown',
  });
});

test.each([
  '357',
  '387',
  '436',
  '457',
  '465',
  '471',
  '483',
  '524',
  '537',
  '624',
  '679',
  '837',
  '861',
  '924',
  '500',
  '600',
])('%s is in no known place until a postal code tells it', (areaCode) => {
  expect(of(areaCode)).toMatchObject({ kind: 'person', territories: ['US', 'CA'], states: [], zones: [] });
  expect(of(areaCode, { state: 'FL' })).toMatchObject({ states: ['US-FL'], zones: [] });
  expect(of(areaCode, { postalCode: '93701' })).toMatchObject({
    territories: ['US'],
    states: ['US-CA'],
    zones: ['America/Los_Angeles'],
  });
});

test.each([
  '+18002345678',
  '+18882345678',
  '+18222345678',
  '+18812345678',
  '+19002345678',
  '+17002345678',
  '+14112345678', // N11
  '+12902345678', // N9X is kept for a longer plan
  '+11232345678',
  '+13051345678', // an exchange begins with 2 to 9
  '+13059112345', // and is no N11
  '+1305234567',
  '+130523456789',
])('%s is forbidden', (number) => {
  expect(placeOf(number as PhoneNumber, nothing).kind).toBe('forbidden');
});

describe('number and address', () => {
  test.each<[string, string, Partial<PlaceHints>, Partial<Place>]>([
    [
      'states of both, zone of the ZIP',
      '305',
      { postalCode: '90210' },
      { states: ['US-FL', 'US-CA'], zones: ['America/Los_Angeles'] },
    ],
    [
      'state and ZIP',
      '305',
      { state: 'US-NY', postalCode: '90210' },
      { states: ['US-FL', 'US-CA', 'US-NY'], zones: ['America/Los_Angeles'] },
    ],
    [
      'zones of both without a ZIP',
      '305',
      { state: 'CA' },
      { states: ['US-FL', 'US-CA'], zones: ['America/New_York', 'America/Los_Angeles'] },
    ],
    [
      'a split state has all its zones',
      '502',
      { state: 'KY' },
      { zones: ['America/New_York', 'America/Chicago'] },
    ],
    [
      'a zone that is told comes first',
      '305',
      { postalCode: '90210', timeZone: 'America/Denver' },
      { zones: ['America/Denver'] },
    ],
    ['a zone that is none is unknown', '305', { postalCode: '90210', timeZone: 'Mars/Base' }, { zones: [] }],
    ['an offset is no zone', '305', { timeZone: '-05:00' }, { zones: [] }],
    ['a state that is none is unknown', '305', { state: 'Florida' }, { states: [], zones: [] }],
    [
      'a province said of a US number',
      '305',
      { state: 'ON' },
      { territories: ['US', 'CA'], states: ['US-FL', 'CA-ON'] },
    ],
    [
      'a Canadian postal code',
      '305',
      { postalCode: 'v6b 1a1' },
      { territories: ['US', 'CA'], states: ['US-FL', 'CA-BC'], zones: ['America/Vancouver'] },
    ],
    [
      'a Canadian address without a province',
      '305',
      { country: 'CA' },
      { territories: ['US', 'CA'], states: [] },
    ],
    [
      'a French address',
      '305',
      { country: 'FR', postalCode: '97400' },
      { territories: ['US', 'RE'], states: ['US-FL'], zones: ['Indian/Reunion'] },
    ],
    [
      'a French address without a code',
      '305',
      { country: 'FR' },
      { territories: ['US', 'FR'], zones: ['America/New_York', 'Europe/Paris'] },
    ],
    ['military mail tells no zone', '305', { postalCode: '09012' }, { states: ['US-FL'], zones: [] }],
    [
      'no ZIP for an island that has none',
      '809',
      { postalCode: '10101' },
      { territories: ['DO'], states: [], zones: ['America/Santo_Domingo'] },
    ],
    [
      'Puerto Rico writes the US',
      '787',
      { country: 'US' },
      { territories: ['PR'], zones: ['America/Puerto_Rico'] },
    ],
    ['a better known line', '305', { lineType: 'mobile' }, { lineType: 'mobile', states: ['US-FL'] }],
  ])('%s', (_, areaCode, hints, expected) => {
    expect(of(areaCode, hints)).toMatchObject(expected);
  });
});

describe('ZIP and postal codes', () => {
  test.each([
    ['00501', 'US-NY', 'America/New_York'],
    ['2108', 'US-MA', 'America/New_York'],
    ['20001', 'US-DC', 'America/New_York'],
    ['20101', 'US-VA', 'America/New_York'],
    ['32501', 'US-FL', 'America/Chicago'],
    ['32401', 'US-FL', 'America/Chicago America/New_York'],
    ['33101-1234', 'US-FL', 'America/New_York'],
    ['46402', 'US-IN', 'America/Chicago'],
    ['46534', 'US-IN', 'America/Chicago America/New_York'],
    ['73301', 'US-TX', 'America/Chicago'],
    ['79821', 'US-TX', 'America/Chicago America/Denver'],
    ['79901', 'US-TX', 'America/Denver'],
    ['83501', 'US-ID', 'America/Boise America/Los_Angeles'],
    ['83814', 'US-ID', 'America/Los_Angeles'],
    ['85001', 'US-AZ', 'America/Phoenix'],
    ['86515', 'US-AZ', 'America/Denver America/Phoenix'],
    ['96701', 'US-HI', 'Pacific/Honolulu'],
    ['96799', 'US-AS', 'Pacific/Pago_Pago'],
    ['96910', 'US-GU', 'Pacific/Guam'],
    ['99546', 'US-AK', 'America/Adak America/Anchorage'],
    ['A1A 1A1', 'CA-NL', 'America/St_Johns'],
    ['B3H 1A1', 'CA-NS', 'America/Halifax'],
    ['G4T 1A1', 'CA-QC', 'America/Halifax America/Toronto'],
    ['H2X 1A1', 'CA-QC', 'America/Toronto'],
    ['M5V 1A1', 'CA-ON', 'America/Toronto'],
    ['P7A 1A1', 'CA-ON', 'America/Toronto America/Winnipeg'],
    ['R3C', 'CA-MB', 'America/Winnipeg'],
    ['S9V 1A1', 'CA-SK', 'America/Edmonton America/Regina'],
    ['T2P 1A1', 'CA-AB', 'America/Edmonton'],
    ['V1C 1A1', 'CA-BC', 'America/Edmonton America/Fort_Nelson America/Vancouver'],
    ['Y1A 1A1', 'CA-YT', 'America/Whitehorse'],
  ])('%s is in %s', (postalCode, state, zones) => {
    const place = of('500', { postalCode });
    expect([place.states, [...place.zones].sort().join(' ')]).toEqual([[state], zones]);
  });

  test('a code that two states share has both', () => {
    expect(of('500', { postalCode: '06390' }).states).toEqual(['US-CT', 'US-NY']);
  });

  test.each(['00000', '99', 'D1A 1A1', '213x'])('%s is none: the area code decides', (postalCode) => {
    expect(of('305', { postalCode })).toMatchObject({ states: ['US-FL'], zones: ['America/New_York'] });
  });
});

test('every area code is in one row, and every zone exists', () => {
  const areaCodes = areaCodeRows.flatMap(([, , codes]) => codes.split(' '));
  expect(new Set(areaCodes).size).toBe(areaCodes.length);
  for (const [, zones] of areaCodeRows) {
    for (const zone of zones) expect(() => new Temporal.ZonedDateTime(0n, zone)).not.toThrow();
  }
});

test('all fifty states, the District and thirteen provinces have an area code', () => {
  const states = new Set(areaCodeRows.flatMap(([where]) => where.split(' ')));
  const of2 = (country: string) => [...states].filter((state) => state.startsWith(country)).length;
  expect([of2('US-'), of2('CA-')]).toEqual([51 + 5, 13]);
});

test('the same area code gives the same frozen object', () => {
  expect(of('305')).toBe(placeOf('+13055550123' as PhoneNumber, { ...nothing, country: 'US' }));
  expect(Object.isFrozen(of('305').zones)).toBe(true);
});

function of(areaCode: string, hints: Partial<PlaceHints> = {}): Place {
  return placeOf(`+1${areaCode}2345678` as PhoneNumber, { ...nothing, ...hints });
}
