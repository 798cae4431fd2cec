import { expect, test } from 'vitest';
import { dayOf } from './civil-day.ts';
import { holidaysOf } from './holidays-of.ts';
import { addWorkingDays } from './working-days.ts';

const french = new Set(
  [2026, 2027].flatMap((year) => holidaysOf('fr-l3133-1', year, { territories: ['FR'], states: [] })),
);
const isHoliday = (day: number) => french.has(day);

test('Saturdays count, Sundays and holidays do not', () => {
  // From Friday 6 November 2026: 7, 9, 10, 12, 13; the 8th is a Sunday, the 11th a holiday.
  expect(addWorkingDays(dayOf(2026, 11, 6), 5, isHoliday)).toBe(dayOf(2026, 11, 13));
});

test('the count goes on into the next year', () => {
  // From Wednesday 30 December 2026: 31, 2, 4, 5, 6; New Year is a holiday, 3 January a Sunday.
  expect(addWorkingDays(dayOf(2026, 12, 30), 5, isHoliday)).toBe(dayOf(2027, 1, 6));
});

test('a count that starts on a Sunday or a holiday starts with the next working day', () => {
  expect(addWorkingDays(dayOf(2026, 11, 8), 1, isHoliday)).toBe(dayOf(2026, 11, 9));
  expect(addWorkingDays(dayOf(2026, 11, 11), 1, isHoliday)).toBe(dayOf(2026, 11, 12));
});

test('no working days later is the same day', () => {
  expect(addWorkingDays(dayOf(2026, 11, 8), 0, isHoliday)).toBe(dayOf(2026, 11, 8));
});
