import { expect, test } from 'vitest';
import { mixOf } from './mix.ts';

const list = (digit: string, share: number, open: number, isActive = true) => ({
  id: `list_${digit.repeat(32)}` as const,
  name: digit,
  share,
  isActive,
  counts: { open, calling: 0 },
});
const parts = (...lists: Parameters<typeof mixOf>[0]) =>
  mixOf(lists).map(({ name, part }) => [name, Math.round(part * 100)]);

test('lists are called in the proportions of their shares', () => {
  expect(parts(list('1', 3, 10), list('2', 1, 10))).toEqual([
    ['1', 75],
    ['2', 25],
  ]);
});

test('a list that is off, or has nobody left to call, leaves its part to the others', () => {
  expect(parts(list('1', 3, 10), list('2', 1, 10, false), list('3', 5, 0))).toEqual([['1', 100]]);
  expect(parts(list('1', 3, 0))).toEqual([]);
});
