import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentInstant } from './index.ts';
import { birthDate, isoDate } from './read-date.ts';

describe('the instant of a date in Paris', () => {
  test.each([
    ['2026-09-01', '2026-08-31T22:00:00Z'],
    ['2026-12-01', '2026-11-30T23:00:00Z'],
    ['2026/09/01', '2026-08-31T22:00:00Z'],
    ['20260901', '2026-08-31T22:00:00Z'],
    ['01/09/2026', '2026-08-31T22:00:00Z'],
    ['1.9.26', '2026-08-31T22:00:00Z'],
    ['1-9-2026', '2026-08-31T22:00:00Z'],
    ['01 09 2026', '2026-08-31T22:00:00Z'],
    ['1er septembre 2026', '2026-08-31T22:00:00Z'],
    ['1 sept. 2026', '2026-08-31T22:00:00Z'],
    ['1 September 2026', '2026-08-31T22:00:00Z'],
    ['01-Sep-26', '2026-08-31T22:00:00Z'],
    ['15 août 2026 à 10h30', '2026-08-15T08:30:00Z'],
    ['46266', '2026-08-31T22:00:00Z'],
    ['46266.4375', '2026-09-01T08:30:00Z'],
    ['46266,4375', '2026-09-01T08:30:00Z'],
    ['01/09/2026 10:30', '2026-09-01T08:30:00Z'],
    ['01/09/2026, 10:30:15', '2026-09-01T08:30:15Z'],
    ['01/09/2026 à 10h30', '2026-09-01T08:30:00Z'],
    ['01/09/2026 10h', '2026-09-01T08:00:00Z'],
    ['2026-09-01 10:30:15', '2026-09-01T08:30:15Z'],
    ['2026-09-01T10:30:15Z', '2026-09-01T10:30:15Z'],
    ['2026-09-01T10:30:15.123+02:00', '2026-09-01T08:30:15Z'],
    ['2026-09-01 10:30 +0200', '2026-09-01T08:30:00Z'],
    ['01/09/2026 10:30 Z', '2026-09-01T10:30:00Z'],
    ['2026-09-01T10:30:00[Indian/Antananarivo]', '2026-09-01T07:30:00Z'],
    ['2026-09-01T10:30:00+02:00[Europe/Paris]', '2026-09-01T08:30:00Z'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(consentInstant(text, 'Europe/Paris')).toBe(Date.parse(instant));
  });

  test.each([
    '09/15/2026',
    '31/02/2026',
    '29/02/2026',
    '2026',
    '1999',
    '06 12 34 56 78',
    'hier',
    '2026-09-01 25:00',
    '2026-09-01 10:75',
    '01/09/2026 3:15 PM',
    '2026-09-01T10:30:00[Mars/Olympus]',
    '1er brumaire 2026',
    '0000-00-00',
    '00/00/0000',
    '1899-12-30',
    '',
  ])('%j is none', (text) => {
    expect(consentInstant(text, 'Europe/Paris')).toBeNull();
  });
});

test.each([
  ['12/05/67', '1967-05-12'],
  ['12/05/1967', '1967-05-12'],
  ['12/05/05', '2005-05-12'],
  ['12/05/10', '1910-05-12'],
  ['1967-05-12', '1967-05-12'],
  ['19670512', '1967-05-12'],
  ['12 mai 1967', '1967-05-12'],
  ['12/05/1967 00:00:00', '1967-05-12'],
  ['24604', '1967-05-12'],
])('who was born %s was born on %s', (text, day) => {
  expect(birthDate(text)).toBe(day);
});

test.each([
  ['01/09/2026', '2026-09-01'],
  ['01/09/2026 10h30', '2026-09-01T10:30:00'],
  ['2026-09-01T10:30:15Z', '2026-09-01T10:30:15Z'],
  ['2026-09-01 10:30 +02:00', '2026-09-01T10:30:00+02:00'],
])('%s is kept as %s', (text, iso) => {
  expect(isoDate(text)).toBe(iso);
});

test('every day reads the same however it is written, and what was read reads the same again', () => {
  const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  );
  const days = fc.date({ min: new Date('1927-06-01'), max: new Date('2099-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', day = ''] = iso.split('-');
      const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
      const name = months[Number(month) - 1];
      for (const text of [iso, `${day}/${month}/${year}`, `${Number(day)} ${name} ${year}`, `${serial}`]) {
        expect(isoDate(text)).toBe(iso);
      }
    }),
    { numRuns: 500 },
  );
});

test('never throws, whatever the text and the zone', () => {
  const near = fc.string({ unit: fc.constantFrom(...'0123456789/-.: TZh+àé[]e'), maxLength: 30 });
  fc.assert(
    fc.property(
      fc.oneof(near, fc.string({ unit: 'binary' })),
      fc.constantFrom('Europe/Paris', 'nowhere'),
      (text, zone) => {
        expect(consentInstant(text, zone) ?? 0).toBeTypeOf('number');
        expect(isoDate(text) ?? '').toBeTypeOf('string');
      },
    ),
    { numRuns: 2000 },
  );
});
