import { expect, test } from 'vitest';
import { backOffMs } from './back-off.ts';

test('the wait doubles from a quarter of a second to fifteen seconds', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 2000].map((failures) => backOffMs(failures, false, () => 0));
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});

test('chance shortens the wait by up to half', () => {
  expect(backOffMs(6, false, () => 0.999)).toBeGreaterThanOrEqual(7500);
});

test('after a refused log-in the wait is fifteen seconds, whatever the chance', () => {
  expect(backOffMs(0, true, () => 0.999)).toBe(15_000);
});
