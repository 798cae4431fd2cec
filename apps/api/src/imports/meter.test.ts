import { expect, test } from 'vitest';
import { createMeter } from './meter.ts';

const begin = (rowsDone = 0, share = 0) =>
  createMeter({ phase: 'storing', atMs: 0, rowsDone, rowsAll: 10_000, share });

test('a steady pace is told as it is from the beginning, and the time left after a second', () => {
  const meter = begin();
  expect(meter.read({ atMs: 250, rowsDone: 250, share: 0.025 })).toMatchObject({
    rowsPerSecond: 1000,
    secondsLeft: null,
  });
  expect(meter.read({ atMs: 2000, rowsDone: 2000, share: 0.2 })).toEqual({
    phase: 'storing',
    rowsDone: 2000,
    rowsAll: 10_000,
    share: 0.2,
    rowsPerSecond: 1000,
    secondsLeft: 8,
  });
});

test('rows that were there before it began are no speed', () => {
  const meter = begin(9000, 0.9);
  expect(meter.read({ atMs: 1000, rowsDone: 9100, share: 0.91 })).toMatchObject({
    rowsPerSecond: 100,
    secondsLeft: 9,
  });
});

test('a pause does not make the time left jump, and a new pace is followed within seconds', () => {
  const meter = begin();
  for (let ms = 250; ms <= 10_000; ms += 250)
    meter.read({ atMs: ms, rowsDone: ms / 10, share: ms / 100_000 });
  const slower = meter.read({ atMs: 10_500, rowsDone: 1000, share: 0.1 });
  expect(slower.rowsPerSecond).toBeGreaterThan(80);
  let last = slower;
  for (let ms = 11_000; ms <= 30_000; ms += 500) {
    const rowsDone = 1000 + (ms - 10_500) / 5;
    last = meter.read({ atMs: ms, rowsDone, share: rowsDone / 10_000 });
  }
  expect(last.rowsPerSecond).toBeGreaterThan(195);
});

test('a clock that stands still divides nothing by nothing', () => {
  const { rowsPerSecond, secondsLeft } = begin().read({ atMs: 0, rowsDone: 10, share: 0.1 });
  expect([rowsPerSecond, secondsLeft]).toEqual([0, null]);
});
