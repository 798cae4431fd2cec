import { expect, test } from 'vitest';
import { civilOf, dayOf, weekdayOf } from './civil-day.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');

test('a day number is the days since 1970-01-01, as Temporal counts them, for six centuries', () => {
  const last = dayOf(2300, 12, 31);
  for (let day = dayOf(1700, 1, 1); day <= last; day += 1) {
    const date = epoch.add({ days: day });
    const civil = civilOf(day);
    if (civil.year !== date.year || civil.month !== date.month || civil.dayOfMonth !== date.day)
      expect.fail(`day ${day} is ${date}, not ${JSON.stringify(civil)}`);
    if (dayOf(civil.year, civil.month, civil.dayOfMonth) !== day || weekdayOf(day) !== date.dayOfWeek)
      expect.fail(`${date} does not come back as day ${day}, weekday ${date.dayOfWeek}`);
  }
});

test.each([
  [1970, 1, 1, 0],
  [1969, 12, 31, -1],
  [2000, 2, 29, 11_016],
  [2000, 3, 1, 11_017],
  [2024, 2, 29, 19_782],
  [2026, 8, 11, 20_676],
  [1, 1, 1, -719_162],
])('%i-%i-%i is day %i', (year, month, dayOfMonth, day) => {
  expect(dayOf(year, month, dayOfMonth)).toBe(day);
  expect(civilOf(day)).toEqual({ year, month, dayOfMonth });
});

test('1900 and 2100 have no leap day, 2000 has', () => {
  const lengths = [1900, 2000, 2100].map((year) => dayOf(year + 1, 1, 1) - dayOf(year, 1, 1));
  expect(lengths).toEqual([365, 366, 365]);
});

test('weekdays run from Monday 1 to Sunday 7, before 1970 too', () => {
  expect([dayOf(2026, 11, 23), dayOf(2026, 11, 29), dayOf(1969, 7, 20)].map(weekdayOf)).toEqual([1, 7, 7]);
});
