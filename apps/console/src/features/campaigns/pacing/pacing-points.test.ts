import type { PacingLimit } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { addPoint, gapOf, type PacingPoint, shownStretch, stretchOf, tableLines } from './pacing-points.ts';

const point = (atMs: number, limitedBy: PacingLimit | null = null): PacingPoint => ({
  atMs,
  decision: {
    mode: 'predictive',
    calls: 0,
    limitedBy,
    agentsFree: 2,
    agentsSoonFree: 1,
    callsDialling: 5,
    answersExpected: 1.5,
    horizonMs: 8_000,
    risk: 0.02,
    riskMax: 0.05,
    abandonedShare: 0.01,
    abandonedLimit: 0.03,
  },
  agents: { ready: 2, talking: 5, wrapUp: 1, paused: 0 },
});
const instants = (points: readonly PacingPoint[]) => points.map(({ atMs }) => atMs);
const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00Z`);
const hour = { fromMs: 0, toMs: 3_600_000 };

describe('a series that grows', () => {
  test('keeps points that the picture can tell apart, and drops what lies before it', () => {
    const points = [point(0), point(6_000), point(12_000)];
    expect(instants(addPoint(points, point(18_000), { fromMs: 5_000, toMs: 3_605_000 }))).toEqual([
      6_000, 12_000, 18_000,
    ]);
  });

  test('never holds more than it can show, however often events come', () => {
    let points: readonly PacingPoint[] = [];
    for (let atMs = 0; atMs <= hour.toMs; atMs += 1_000) points = addPoint(points, point(atMs), hour);
    expect(points.length).toBeLessThanOrEqual(602);
    expect(points.at(-1)?.atMs).toBe(hour.toMs);
  });

  test('keeps each instant at which what held the pace changed', () => {
    const grown = [point(1_000, 'calls_per_second'), point(2_000)].reduce<readonly PacingPoint[]>(
      (points, next) => addPoint(points, next, hour),
      [point(0)],
    );
    expect(instants(grown)).toEqual([0, 1_000, 2_000]);
  });

  test('takes no point twice, and none from before its end', () => {
    const points = [point(0), point(6_000)];
    expect(addPoint(points, point(6_000), hour)).toEqual(points);
    expect(addPoint(points, point(3_000), hour)).toEqual(points);
  });
});

test('a day begins at midnight of the zone', () => {
  const { fromMs, toMs } = stretchOf('day', {
    nowMs: at('12:00'),
    today: '2026-11-23',
    day: '2026-11-22',
    zone: 'Indian/Antananarivo',
  });
  expect(new Date(fromMs).toISOString()).toBe('2026-11-21T21:00:00.000Z');
  expect(toMs - fromMs).toBe(86_400_000);
});

test('a day is shown from the hour of its first point to that of its last', () => {
  const day = { fromMs: at('00:00'), toMs: at('23:59') };
  expect(shownStretch('day', day, [point(at('09:20')), point(at('17:40'))])).toEqual({
    fromMs: at('09:00'),
    toMs: at('18:00'),
  });
  expect(shownStretch('day', day, [])).toEqual(day);
  expect(shownStretch('quarter', hour, [point(60_000)])).toEqual(hour);
});

test('lines are joined over at most a minute, or three points of a long stretch', () => {
  expect(gapOf(hour)).toBe(60_000);
  expect(gapOf({ fromMs: 0, toMs: 24 * 3_600_000 })).toBe(432_000);
});

test('a table has the last point and evenly those before', () => {
  const points = Array.from({ length: 7 }, (_, index) => point(index));
  expect(instants(tableLines(points, 3))).toEqual([0, 3, 6]);
  expect(tableLines([], 3)).toEqual([]);
});
