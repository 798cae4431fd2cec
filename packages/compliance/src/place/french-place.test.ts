import type { LineType, PhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceHints } from './place.ts';
import { placeOf } from './place-of.ts';
import { readNumber } from './read-number.ts';

const nothing: PlaceHints = { postalCode: null, country: null, state: null, timeZone: null, lineType: null };

/** Every range of the tables: as written in France, E.164, territory, zone, line. */
const rows: readonly (readonly [string, string, string, string, LineType])[] = [
  ['01 42 34 56 78', '+33142345678', 'FR', 'Europe/Paris', 'fixed'],
  ['02 40 12 34 56', '+33240123456', 'FR', 'Europe/Paris', 'fixed'],
  ['02 68 12 34 56', '+33268123456', 'FR', 'Europe/Paris', 'fixed'],
  ['03 88 12 34 56', '+33388123456', 'FR', 'Europe/Paris', 'fixed'],
  ['04 91 12 34 56', '+33491123456', 'FR', 'Europe/Paris', 'fixed'],
  ['05 56 12 34 56', '+33556123456', 'FR', 'Europe/Paris', 'fixed'],
  ['05 98 12 34 56', '+33598123456', 'FR', 'Europe/Paris', 'fixed'],
  ['06 12 34 56 78', '+33612345678', 'FR', 'Europe/Paris', 'mobile'],
  ['06 95 12 34 56', '+33695123456', 'FR', 'Europe/Paris', 'mobile'],
  ['07 12 34 56 78', '+33712345678', 'FR', 'Europe/Paris', 'mobile'],
  ['09 72 12 34 56', '+33972123456', 'FR', 'Europe/Paris', 'voip'],
  ['09 48 12 34 56', '+33948123456', 'FR', 'Europe/Paris', 'voip'],
  ['02 62 12 34 56', '+262262123456', 'RE', 'Indian/Reunion', 'fixed'],
  ['02 63 12 34 56', '+262263123456', 'RE', 'Indian/Reunion', 'fixed'],
  ['02 68 81 23 45', '+262268812345', 'RE', 'Indian/Reunion', 'fixed'],
  ['06 92 12 34 56', '+262692123456', 'RE', 'Indian/Reunion', 'mobile'],
  ['06 93 12 34 56', '+262693123456', 'RE', 'Indian/Reunion', 'mobile'],
  ['07 09 21 23 45', '+262709212345', 'RE', 'Indian/Reunion', 'mobile'],
  ['09 39 91 23 45', '+262939912345', 'RE', 'Indian/Reunion', 'voip'],
  ['09 47 91 23 45', '+262947912345', 'RE', 'Indian/Reunion', 'voip'],
  ['09 76 21 23 45', '+262976212345', 'RE', 'Indian/Reunion', 'voip'],
  ['09 76 31 23 45', '+262976312345', 'RE', 'Indian/Reunion', 'voip'],
  ['02 68 91 23 45', '+262268912345', 'YT', 'Indian/Mayotte', 'fixed'],
  ['02 69 61 23 45', '+262269612345', 'YT', 'Indian/Mayotte', 'fixed'],
  ['06 39 12 34 56', '+262639123456', 'YT', 'Indian/Mayotte', 'mobile'],
  ['06 39 97 34 56', '+262639973456', 'YT', 'Indian/Mayotte', 'mobile'],
  ['07 09 36 23 45', '+262709362345', 'YT', 'Indian/Mayotte', 'mobile'],
  ['09 39 81 23 45', '+262939812345', 'YT', 'Indian/Mayotte', 'voip'],
  ['09 47 81 23 45', '+262947812345', 'YT', 'Indian/Mayotte', 'voip'],
  ['09 76 91 23 45', '+262976912345', 'YT', 'Indian/Mayotte', 'voip'],
  ['05 90 81 23 45', '+590590812345', 'GP', 'America/Guadeloupe', 'fixed'],
  ['05 98 71 23 45', '+590598712345', 'GP', 'America/Guadeloupe', 'fixed'],
  ['06 90 12 34 56', '+590690123456', 'GP', 'America/Guadeloupe', 'mobile'],
  ['06 91 12 34 56', '+590691123456', 'GP', 'America/Guadeloupe', 'mobile'],
  ['07 09 01 23 45', '+590709012345', 'GP', 'America/Guadeloupe', 'mobile'],
  ['09 39 51 23 45', '+590939512345', 'GP', 'America/Guadeloupe', 'voip'],
  ['09 47 51 23 45', '+590947512345', 'GP', 'America/Guadeloupe', 'voip'],
  ['09 76 01 23 45', '+590976012345', 'GP', 'America/Guadeloupe', 'voip'],
  ['09 76 12 34 56', '+590976123456', 'GP', 'America/Guadeloupe', 'voip'],
  ['09 76 81 23 45', '+590976812345', 'GP', 'America/Guadeloupe', 'voip'],
  ['05 94 31 23 45', '+594594312345', 'GF', 'America/Cayenne', 'fixed'],
  ['05 98 81 23 45', '+594598812345', 'GF', 'America/Cayenne', 'fixed'],
  ['06 94 12 34 56', '+594694123456', 'GF', 'America/Cayenne', 'mobile'],
  ['09 39 61 23 45', '+594939612345', 'GF', 'America/Cayenne', 'voip'],
  ['09 47 61 23 45', '+594947612345', 'GF', 'America/Cayenne', 'voip'],
  ['05 96 12 34 56', '+596596123456', 'MQ', 'America/Martinique', 'fixed'],
  ['05 98 91 23 45', '+596598912345', 'MQ', 'America/Martinique', 'fixed'],
  ['06 96 12 34 56', '+596696123456', 'MQ', 'America/Martinique', 'mobile'],
  ['06 97 12 34 56', '+596697123456', 'MQ', 'America/Martinique', 'mobile'],
  ['07 09 11 23 45', '+596709112345', 'MQ', 'America/Martinique', 'mobile'],
  ['09 39 71 23 45', '+596939712345', 'MQ', 'America/Martinique', 'voip'],
  ['09 47 71 23 45', '+596947712345', 'MQ', 'America/Martinique', 'voip'],
  ['09 76 61 23 45', '+596976612345', 'MQ', 'America/Martinique', 'voip'],
  ['09 76 71 23 45', '+596976712345', 'MQ', 'America/Martinique', 'voip'],
];

describe('each range of the French plan', () => {
  test.each(rows)('%s is %s in %s, %s, %s', (national, e164, territory, zone, lineType) => {
    expect(readNumber(national, 'FR')).toBe(e164);
    const place = { kind: 'person', territories: [territory], states: [], zones: [zone], lineType };
    expect(placeOf(e164 as PhoneNumber, nothing)).toEqual(place);
    // Stored by somebody who put +33 before every number.
    expect(placeOf(`+33${national.replaceAll(' ', '').slice(1)}` as PhoneNumber, nothing)).toEqual(place);
  });
});

test.each([
  ['05 08 41 23 45', '+508412345'],
  ['07 08 41 23 45', '+508708412345'],
])('%s is %s, Saint-Pierre-et-Miquelon', (national, e164) => {
  expect(readNumber(national, 'FR')).toBe(e164);
  expect(where(e164)).toEqual([['PM'], ['America/Miquelon']]);
  expect(where(`+33${national.replaceAll(' ', '').slice(1)}`)).toEqual([['PM'], ['America/Miquelon']]);
});

test.each([
  ['+687751234', ['NC'], ['Pacific/Noumea']],
  ['+681821234', ['WF'], ['Pacific/Wallis']],
  ['+68987123456', ['PF'], ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier']],
])('%s is in %j', (number, territories, zones) => {
  expect(where(number)).toEqual([territories, zones]);
});

test.each(['+33709512345', '+33976412345'])('%s is overseas, nobody says where: no zone', (number) => {
  expect(where(number)).toEqual([['FR'], []]);
  expect(placeOf(number as PhoneNumber, { ...nothing, postalCode: '97200' }).zones).toEqual([
    'America/Martinique',
  ]);
});

test('07093 0 to 3 are claimed by Mayotte and by Guyane: both', () => {
  expect(where('+262709312345')).toEqual([
    ['YT', 'GF'],
    ['Indian/Mayotte', 'America/Cayenne'],
  ]);
  expect(where('+594709312345')).toEqual([['GF'], ['America/Cayenne']]);
});

describe('numbers kept for fiction', () => {
  test.each([
    '01 99 00 12 34',
    '02 61 91 12 34',
    '03 53 01 12 34',
    '04 65 71 12 34',
    '05 36 49 12 34',
    '06 39 98 00 01',
  ])('%s is metropolitan and nobody’s', (national) => {
    const number = read(national);
    expect(number.startsWith('+33')).toBe(true);
    expect(placeOf(number, nothing)).toMatchObject({
      kind: 'fiction',
      territories: ['FR'],
      zones: ['Europe/Paris'],
    });
  });

  test('the fiction range of 0639 has no owner behind the code of Mayotte', () => {
    expect(placeOf('+262639980001' as PhoneNumber, nothing).kind).toBe('forbidden');
  });
});

test.each([
  '+33800123456', // toll free
  '+33899701234', // premium
  '+33361234567890', // too long
  '+3361234567', // too short
  '+33012345678',
  '+262800123456',
  '+262112345678', // no 01 overseas
  '+59069012345',
  '+5906901234567',
])('%s is forbidden', (number) => {
  expect(placeOf(number as PhoneNumber, nothing).kind).toBe('forbidden');
});

describe('a postal code decides before the number', () => {
  test.each([
    ['97100', 'GP', 'America/Guadeloupe'],
    ['97133', 'BL', 'America/Guadeloupe'],
    ['97150', 'MF', 'America/Guadeloupe'],
    ['97200', 'MQ', 'America/Martinique'],
    ['97300', 'GF', 'America/Cayenne'],
    ['97400', 'RE', 'Indian/Reunion'],
    ['97500', 'PM', 'America/Miquelon'],
    ['97600', 'YT', 'Indian/Mayotte'],
    ['97700', 'BL', 'America/Guadeloupe'],
    ['97800', 'MF', 'America/Guadeloupe'],
    ['98600', 'WF', 'Pacific/Wallis'],
    ['98800', 'NC', 'Pacific/Noumea'],
    ['75001', 'FR', 'Europe/Paris'],
    ['974 00', 'RE', 'Indian/Reunion'],
    ['1000', 'FR', 'Europe/Paris'],
    ['F-20000', 'FR', 'Europe/Paris'],
  ])('%s is %s', (postalCode, territory, zone) => {
    for (const number of ['+33612345678', '+262692123456', '+590690123456'] as PhoneNumber[]) {
      for (const country of [null, 'FR']) {
        const place = placeOf(number, { ...nothing, country, postalCode });
        expect([place.territories, place.zones]).toEqual([[territory], [zone]]);
      }
    }
  });

  test('987 has the three zones of Polynesia', () => {
    const { territories, zones } = placeOf(read('06 12 34 56 78'), { ...nothing, postalCode: '98714' });
    expect([territories, zones.length]).toEqual([['PF'], 3]);
  });

  test.each(['57000', '67000', '68000'])('%s tells the department, for its holidays', (postalCode) => {
    const place = placeOf(read('06 12 34 56 78'), { ...nothing, postalCode });
    expect(place.states).toEqual([`FR-${postalCode.slice(0, 2)}`]);
  });

  test.each(['', 'ABC', '00999', '98000', '123', '970000'])(
    '%j is no French code: the number decides',
    (postalCode) => {
      expect(placeOf(read('02 69 61 23 45'), { ...nothing, postalCode }).territories).toEqual(['YT']);
    },
  );

  test('the same digits are no French code for an address in the United States', () => {
    const place = placeOf(read('06 12 34 56 78'), { ...nothing, country: 'US', postalCode: '97401' });
    expect(place).toMatchObject({
      territories: ['FR', 'US'],
      states: ['US-OR'],
      zones: ['America/Los_Angeles'],
    });
  });
});

describe('a country beside a French number', () => {
  test('France says nothing against an overseas number', () => {
    expect(placeOf(read('0692 12 34 56'), { ...nothing, country: 'FR' }).territories).toEqual(['RE']);
  });

  test.each([
    ['RE', ['FR', 'RE'], ['Europe/Paris', 'Indian/Reunion']],
    ['BE', ['FR', 'BE'], ['Europe/Paris', 'Europe/Brussels']],
    ['MG', ['FR', 'MG'], []],
    ['MA', ['FR', 'MA'], []],
    ['France', ['FR', 'ZZ'], []],
  ])('%s counts beside the number’s', (country, territories, zones) => {
    const place = placeOf(read('06 12 34 56 78'), { ...nothing, country });
    expect([place.territories, place.zones]).toEqual([territories, zones]);
  });

  test('a region is no reason to doubt the zone', () => {
    const place = placeOf(read('06 12 34 56 78'), { ...nothing, country: 'FR', state: 'Bretagne' });
    expect(place).toMatchObject({ states: [], zones: ['Europe/Paris'] });
  });
});

test('the same range gives the same frozen object', () => {
  const place = placeOf(read('06 12 34 56 78'), nothing);
  expect(Object.isFrozen(place) && Object.isFrozen(place.zones)).toBe(true);
  expect(placeOf(read('06 87 65 43 21'), { ...nothing, country: 'FR' })).toBe(place);
});

test('a national number read in France lies where its E.164 and its +33 form lie', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0[1-9][0-9]{8}$/), (national) => {
      const number = read(national);
      expect(readNumber(number, 'FR')).toBe(number);
      if (number.startsWith('+508')) return;
      expect(placeOf(number, nothing)).toEqual(placeOf(`+33${national.slice(1)}` as PhoneNumber, nothing));
    }),
    { numRuns: 2000 },
  );
});

function where(number: string): unknown {
  const { territories, zones } = placeOf(number as PhoneNumber, nothing);
  return [territories, zones];
}

function read(text: string): PhoneNumber {
  const number = readNumber(text, 'FR');
  if (number === null) throw new Error(`no number: ${text}`);
  return number;
}
