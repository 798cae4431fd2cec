import { expect, test } from 'vitest';
import { placeOf } from './histogram-scale.ts';

test('a mean stands over its value, on single values and on spans', () => {
  const scale = [1, 2, 3, 4, 5].map((value) => ({ from: value, to: value }));
  expect(placeOf(scale, 3)).toBe(0.5);
  expect(placeOf(scale, 1)).toBe(0.1);
  const spans = [0, 10, 20, 30].map((from) => ({ from, to: from + 10 }));
  expect(placeOf(spans, 10)).toBe(0.25);
  expect(placeOf(spans, 90)).toBe(1);
  expect(placeOf([{ from: 7, to: 7 }], 7)).toBe(0.5);
});
