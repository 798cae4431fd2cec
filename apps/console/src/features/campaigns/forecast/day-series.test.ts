import { expect, test } from 'vitest';
import { clockOfMs, daySeries, msOfClock } from './day-series.ts';

const minute = (at: string, calls: number) => ({
  at,
  calls,
  people: 0,
  abandoned: 0,
  busyShare: 0.8,
  idleAgents: 1,
});

test('days of different hours share an axis, and say nothing outside their own', () => {
  const early = { minutes: [minute('08:55', 4), minute('09:00', 5)] };
  const late = { minutes: [minute('09:00', 7), minute('09:05', 8)] };
  const { times, values } = daySeries([early, late], 'calls');
  expect(times.map(clockOfMs)).toEqual(['08:55', '09:00', '09:05']);
  expect(values).toEqual([
    [4, 5, null],
    [null, 7, 8],
  ]);
});

test('a clock time and its milliseconds are the same time', () => {
  expect(clockOfMs(msOfClock('17:40'))).toBe('17:40');
});
