import { describe, expect, test } from 'vitest';
import { areaPath, axisMax, linePath, nearestIndex, niceMax, timeTicks, valueTicks } from './chart-scale.ts';

test.each([
  [0, 1],
  [0.018, 0.02],
  [1, 1],
  [7.4, 10],
  [12, 20],
  [31, 50],
  [500, 500],
])('an axis for %f ends at %f', (value, max) => {
  expect(niceMax(value)).toBeCloseTo(max, 10);
});

test('the lines of a grid are round numbers up to the top', () => {
  expect(valueTicks(50, 4)).toEqual([0, 20, 40]);
  expect(valueTicks(10, 4)).toEqual([0, 5, 10]);
});

describe('round times', () => {
  const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00Z`);

  test('stand on quarters of an hour over two hours', () => {
    const ticks = timeTicks({ fromMs: at('10:07'), toMs: at('12:00') }, 8);
    expect(ticks[0]).toBe(at('10:15'));
    expect(ticks).toHaveLength(8);
  });

  test('are round by the clock on the wall, not by UTC', () => {
    const halfHour = 30 * 60_000;
    expect(timeTicks({ fromMs: at('10:00'), toMs: at('16:00') }, 6, halfHour)[0]).toBe(at('10:30'));
  });
});

test('a line breaks where nothing is known', () => {
  const dots = [{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }];
  expect(linePath(dots)).toBe('M0 1L1 2M3 4h0');
});

test('an area is closed on each side of a gap', () => {
  const top = [{ x: 0, y: 1 }, null, { x: 2, y: 1 }];
  const bottom = [{ x: 0, y: 9 }, null, { x: 2, y: 9 }];
  expect(areaPath(top, bottom)).toBe('M0 1L0 9ZM2 1L2 9Z');
});

test.each([
  [0, 0],
  [14, 0],
  [16, 1],
  [29, 2],
  [99, 2],
])('nearest to %i is point %i', (atMs, index) => {
  expect(nearestIndex([10, 20, 30], atMs)).toBe(index);
});

test('nothing is nearest in an empty series', () => {
  expect(nearestIndex([], 5)).toBeNull();
});

test.each([
  [[], 0.1],
  [[0.02, 0.31], 0.4],
  [[0.6], 0.6],
  [[0.61], 0.8],
  [[0.97], 1],
])('shares %j have an axis that ends at %f', (shares, end) => {
  expect(axisMax(shares)).toBe(end);
});
