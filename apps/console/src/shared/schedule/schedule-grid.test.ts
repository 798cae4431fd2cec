import type { ScheduleWindow } from '@alize/model';
import { describe, expect, test } from 'vitest';
import {
  clockOf,
  copyDay,
  furtherWindow,
  isOpenAt,
  minutesOf,
  paint,
  presets,
  shownHours,
  typedClock,
  weeklyHours,
  windowError,
} from './schedule-grid.ts';

const monday = (from: string, to: string): ScheduleWindow => ({ day: 1, from, to });
const read = (windows: readonly ScheduleWindow[]) =>
  windows.map(({ day, from, to }) => `${day} ${from}-${to}`);
const stretch = (from: string, to: string) => ({ from: minutesOf(from), to: minutesOf(to) });

describe('painting the week', () => {
  test('opens a stretch on an empty day', () => {
    expect(read(paint([], 3, stretch('10:00', '13:00'), true))).toEqual(['3 10:00-13:00']);
  });

  test('makes one window of two that touch', () => {
    const windows = [monday('10:00', '12:00'), monday('14:00', '18:00')];
    expect(read(paint(windows, 1, stretch('12:00', '14:00'), true))).toEqual(['1 10:00-18:00']);
  });

  test('cuts a window in two around a closed stretch', () => {
    expect(read(paint([monday('10:00', '20:00')], 1, stretch('13:00', '14:00'), false))).toEqual([
      '1 10:00-13:00',
      '1 14:00-20:00',
    ]);
  });

  test('removes a window that is painted over whole', () => {
    expect(paint([monday('10:00', '11:00')], 1, stretch('09:00', '12:00'), false)).toEqual([]);
  });

  test('leaves the other days alone', () => {
    const tuesday: ScheduleWindow = { day: 2, from: '09:00', to: '10:00' };
    expect(read(paint([tuesday], 1, stretch('09:00', '10:00'), true))).toEqual([
      '1 09:00-10:00',
      '2 09:00-10:00',
    ]);
  });

  test('keeps minutes that lie between the cells', () => {
    expect(read(paint([monday('09:40', '12:10')], 1, stretch('12:00', '12:30'), true))).toEqual([
      '1 09:40-12:30',
    ]);
  });
});

describe('days', () => {
  test('copies a day over what the others had', () => {
    const windows = [monday('10:00', '13:00'), { day: 2, from: '06:00', to: '07:00' }];
    expect(read(copyDay(windows, 1, [2, 3]))).toEqual(['1 10:00-13:00', '2 10:00-13:00', '3 10:00-13:00']);
  });

  test('copies an empty day as an empty day', () => {
    expect(copyDay([{ day: 2, from: '06:00', to: '07:00' }], 1, [2])).toEqual([]);
  });

  test('adds a window an hour after the last, and none once the day is full', () => {
    expect(furtherWindow([monday('10:00', '13:00')], 1)).toEqual(monday('14:00', '17:00'));
    expect(furtherWindow([monday('10:00', '22:30')], 1)).toEqual(monday('23:30', '24:00'));
    expect(furtherWindow([monday('10:00', '23:30')], 1)).toBeNull();
  });

  test('is open from the first minute of a window, closed from its last', () => {
    const windows = [monday('10:00', '13:00')];
    expect([isOpenAt(windows, 1, 599), isOpenAt(windows, 1, 600), isOpenAt(windows, 1, 780)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('what is wrong with a window', () => {
  test.each([
    [monday('10:00', '10:00'), [], 'endsBeforeStart'],
    [monday('10:00', '09:00'), [], 'endsBeforeStart'],
    [monday('10:00', '12:00'), [monday('11:00', '13:00')], 'overlaps'],
    [monday('10:00', '12:00'), [monday('12:00', '13:00')], null],
    [monday('22:00', '24:00'), [], null],
  ] as const)('%o beside %o: %s', (window, others, error) => {
    expect(windowError([window, ...others], window)).toBe(error);
  });
});

test('the preset of a French day is Monday to Friday, 10 to 13 and 14 to 20, within the law', () => {
  expect(weeklyHours(presets.frenchDay)).toBe(45);
  expect(isOpenAt(presets.frenchDay, 5, 19 * 60 + 59)).toBe(true);
  expect(isOpenAt(presets.frenchDay, 6, 11 * 60)).toBe(false);
});

test('shows the whole day when a window lies outside the usual hours', () => {
  expect(shownHours([monday('10:00', '13:00')])).toEqual({ from: 6, to: 22 });
  expect(shownHours([monday('00:00', '24:00')])).toEqual({ from: 0, to: 24 });
});

test.each([
  ['9', '09:00'],
  ['9h', '09:00'],
  ['9h30', '09:30'],
  ['930', '09:30'],
  ['14:05', '14:05'],
  ['24', '24:00'],
  ['24:01', null],
  ['12:60', null],
  ['midi', null],
])('reads the time %s as %s', (typed, clock) => {
  expect(typedClock(typed)).toBe(clock);
});

test('writes midnight at the end of a day as 24:00', () => {
  expect(clockOf(24 * 60)).toBe('24:00');
});
