import { describe, expect, test } from 'vitest';
import { calleeZone, instantOf, quickTime } from './callee-zone.ts';

test.each([
  ['+33639981234', 'Europe/Paris'],
  ['+262692000000', 'Indian/Reunion'],
  ['+442079460123', 'Europe/Paris'],
])('the zone of %s is %s', (number, zone) => {
  expect(calleeZone(number)).toBe(zone);
});

describe('instantOf', () => {
  test('reads the time in the callee’s own zone, in summer and in winter', () => {
    expect(instantOf('2026-11-24', '14:30', 'Europe/Paris')).toBe(Date.UTC(2026, 10, 24, 13, 30));
    expect(instantOf('2026-07-14', '14:30', 'Europe/Paris')).toBe(Date.UTC(2026, 6, 14, 12, 30));
    expect(instantOf('2026-11-24', '14:30', 'Indian/Reunion')).toBe(Date.UTC(2026, 10, 24, 10, 30));
  });

  test.each([
    [null, '14:30'],
    ['2026-11-24', ''],
    ['2026-11-24', '25:00'],
  ])('has no instant for %s %s', (date, time) => {
    expect(instantOf(date, time, 'Europe/Paris')).toBeNull();
  });
});

describe('quickTime, on Monday 23 November 2026 at 23:58 in Paris', () => {
  const now = Date.UTC(2026, 10, 23, 22, 58);
  test.each([
    ['inOneHour', { date: '2026-11-24', time: '01:00' }],
    ['tomorrowMorning', { date: '2026-11-24', time: '10:00' }],
    ['nextMonday', { date: '2026-11-30', time: '10:00' }],
  ] as const)('%s', (choice, at) => {
    expect(quickTime(choice, now, 'Europe/Paris')).toEqual(at);
  });
});
