import { expect, test } from 'vitest';
import { yearsBefore } from './retention.ts';

test.each([
  ['2026-11-23T10:00:00Z', '2021-11-23T10:00:00Z'],
  ['2028-02-29T10:00:00Z', '2023-02-28T10:00:00Z'],
])('five years before %s is %s', (now, before) => {
  expect(yearsBefore(Date.parse(now), 5)).toBe(Date.parse(before));
});
