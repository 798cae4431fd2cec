import { describe, expect, test } from 'vitest';
import { daysFrom, daysLater, inLanes, loadOf, mondayOf, shownHours, stretchOn } from './week-layout.ts';

const paris = 'Europe/Paris';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(paris).epochMilliseconds;
const span = (from: string, to: string) => ({ startsAtMs: at(from), endsAtMs: at(to) });

test('a week begins on Monday, over the end of a year too', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(daysFrom('2026-12-28').at(-1)).toBe('2027-01-03');
  expect(daysLater('2026-11-23', -7)).toBe('2026-11-16');
});

describe('where a span stands on a day', () => {
  test.each([
    ['within the day', span('2026-11-23T09:30', '2026-11-23T10:30'), { from: 570, to: 630 }],
    ['from the day before', span('2026-11-22T22:00', '2026-11-23T01:00'), { from: 0, to: 60 }],
    ['into the day after', span('2026-11-23T23:00', '2026-11-24T01:00'), { from: 1380, to: 1440 }],
    ['to midnight', span('2026-11-23T23:00', '2026-11-24T00:00'), { from: 1380, to: 1440 }],
    ['ended at midnight before', span('2026-11-22T23:00', '2026-11-23T00:00'), null],
    ['on another day', span('2026-11-25T09:00', '2026-11-25T10:00'), null],
  ])('%s', (_name, one, expected) => {
    expect(stretchOn('2026-11-23', one, paris)).toEqual(expected);
  });

  test('by the wall clock when the clocks go back: an hour that comes twice still has a height', () => {
    const twoAmTwice = { startsAtMs: Date.UTC(2026, 9, 25, 0, 30), endsAtMs: Date.UTC(2026, 9, 25, 1, 0) };
    expect(stretchOn('2026-10-25', twoAmTwice, paris)).toEqual({ from: 150, to: 151 });
  });
});

describe('what overlaps', () => {
  test('stands side by side, and what begins as another ends follows it', () => {
    const placed = inLanes([
      { from: 600, to: 660 },
      { from: 540, to: 600 },
      { from: 630, to: 700 },
    ]);
    expect(placed).toEqual([
      { from: 540, to: 600, lane: 0, lanesCount: 1 },
      { from: 600, to: 660, lane: 0, lanesCount: 2 },
      { from: 630, to: 700, lane: 1, lanesCount: 2 },
    ]);
  });

  test('takes a lane again that has come free', () => {
    const lanes = inLanes([
      { from: 0, to: 100 },
      { from: 10, to: 30 },
      { from: 30, to: 60 },
    ]).map(({ lane, lanesCount }) => [lane, lanesCount]);
    expect(lanes).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
  });
});

test('shows a working day, and whatever lies beyond it by whole hours', () => {
  expect(shownHours([])).toEqual({ from: 8, to: 18 });
  expect(shownHours([{ from: 435, to: 1210 }])).toEqual({ from: 7, to: 21 });
});

test('the load is what is taken of what is open, counting who can be seen at once', () => {
  const open = [span('2026-11-23T09:00', '2026-11-23T13:00')];
  const hour = span('2026-11-23T09:00', '2026-11-23T10:00');
  expect(loadOf(open, [hour], 1)).toBe(0.25);
  expect(loadOf(open, [hour, hour], 2)).toBe(0.25);
  expect(loadOf(open, Array(9).fill(hour), 1)).toBe(1);
  expect(loadOf([], [hour], 1)).toBeNull();
});
