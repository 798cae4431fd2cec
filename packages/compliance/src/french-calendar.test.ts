import { expect, test } from 'vitest';
import { addWorkingDays, easterSunday, isFrenchHoliday } from './french-calendar.ts';

test.each([
  '2019-04-21',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2038-04-25',
  '2049-04-18',
  '2285-03-22',
])('knows Easter Sunday %s', (date) => {
  expect(easterSunday(Number(date.slice(0, 4))).toString()).toBe(date);
});

test('a year has the eleven holidays of the law', () => {
  const first = Temporal.PlainDate.from('2026-01-01');
  const days = Array.from({ length: 365 }, (_, days) => first.add({ days }));
  expect(days.filter(isFrenchHoliday).map((day) => day.toString().slice(5))).toEqual([
    '01-01',
    '04-06',
    '05-01',
    '05-08',
    '05-14',
    '05-25',
    '07-14',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
  ]);
});

test('working days run from Monday to Saturday and skip holidays', () => {
  const friday = Temporal.PlainDate.from('2026-11-06');
  expect(addWorkingDays(friday, 5).toString()).toBe('2026-11-13');
});
