import { expect, test } from 'vitest';
import { civilOf, dayOf, weekdayOf } from './civil-day.ts';
import { easterDay } from './easter-day.ts';

test.each([
  [1818, 3, 22],
  [1943, 4, 25],
  [1954, 4, 18],
  [1981, 4, 19],
  [2000, 4, 23],
  [2019, 4, 21],
  [2024, 3, 31],
  [2025, 4, 20],
  [2026, 4, 5],
  [2027, 3, 28],
  [2028, 4, 16],
  [2029, 4, 1],
  [2030, 4, 21],
  [2038, 4, 25],
  [2049, 4, 18],
  [2076, 4, 19],
  [2285, 3, 22],
])('Easter of %i is %i/%i', (year, month, dayOfMonth) => {
  expect(civilOf(easterDay(year))).toEqual({ year, month, dayOfMonth });
});

test('Easter is a Sunday from 22 March to 25 April, in every year of a millennium', () => {
  for (let year = 1583; year < 2583; year += 1) {
    const easter = easterDay(year);
    const context = `Easter of ${year}`;
    expect(weekdayOf(easter), context).toBe(7);
    expect(easter, context).toBeGreaterThanOrEqual(dayOf(year, 3, 22));
    expect(easter, context).toBeLessThanOrEqual(dayOf(year, 4, 25));
  }
});
