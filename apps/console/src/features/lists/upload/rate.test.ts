import { expect, test } from 'vitest';
import { type Mark, ratePerSecond, secondsLeft, withMark } from './rate.ts';

const marks = (...pairs: readonly (readonly [atMs: number, done: number])[]) =>
  pairs.reduce<readonly Mark[]>((all, [atMs, done]) => withMark(all, { atMs, done }), []);

test('tells no speed from one mark', () => {
  expect(ratePerSecond(marks([0, 100]))).toBeNull();
  expect(secondsLeft(marks([0, 100]), 1000)).toBeNull();
});

test('tells speed and time left', () => {
  const two = marks([0, 0], [1000, 500]);
  expect(ratePerSecond(two)).toBe(500);
  expect(secondsLeft(two, 2000)).toBe(3);
});

test('forgets what is older than ten seconds', () => {
  expect(ratePerSecond(marks([0, 0], [20_000, 100], [21_000, 1100]))).toBe(1000);
});

test('has no time left to tell when nothing moves, and none below zero', () => {
  expect(secondsLeft(marks([0, 10], [1000, 10]), 20)).toBeNull();
  expect(secondsLeft(marks([0, 0], [1000, 30]), 20)).toBe(0);
});
