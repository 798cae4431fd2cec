import { expect, test } from 'vitest';
import { keptSince } from './retention.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);

test.each([
  ['five years are kept', '2026-11-23', '2026-11-23', '2021-11-23'],
  ['also in a centre that has been quiet for months', '2026-11-23', '2026-03-01', '2021-11-23'],
  ['a clock that woke up in 2036 is not believed', '2036-11-23', '2026-11-23', '2022-11-23'],
  ['a clock that went back lets go of less', '2020-01-01', '2026-11-23', '2015-01-01'],
  ['29 February', '2028-02-29', '2028-02-29', '2023-02-28'],
])('%s', (_name, now, newest, since) => {
  expect(keptSince(day(now), day(newest))).toBe(day(since));
});

test('without a ruling the clock is all there is', () => {
  expect(keptSince(day('2026-11-23'), null)).toBe(day('2021-11-23'));
});
