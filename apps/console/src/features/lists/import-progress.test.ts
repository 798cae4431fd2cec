import { expect, test } from 'vitest';
import { type ImportMark, leftMs, rowsPerSecond, withMark } from './import-progress.ts';

const marks = (...pairs: readonly (readonly [atMs: number, rowsDone: number])[]) =>
  pairs.reduce<readonly ImportMark[]>((all, [atMs, rowsDone]) => withMark(all, { atMs, rowsDone }), []);

test('tells no speed from one mark', () => {
  expect(rowsPerSecond(marks([0, 100]))).toBeNull();
  expect(leftMs(marks([0, 100]), 1000)).toBeNull();
});

test('tells speed and time left', () => {
  const two = marks([0, 0], [1000, 500]);
  expect(rowsPerSecond(two)).toBe(500);
  expect(leftMs(two, 2000)).toBe(3000);
});

test('forgets what is older than five seconds', () => {
  expect(rowsPerSecond(marks([0, 0], [10_000, 100], [11_000, 1100]))).toBe(1000);
});

test('has no time left to tell when nothing moves, and none below zero', () => {
  expect(leftMs(marks([0, 10], [1000, 10]), 20)).toBeNull();
  expect(leftMs(marks([0, 0], [1000, 30]), 20)).toBe(0);
});
