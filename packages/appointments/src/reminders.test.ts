import { describe, expect, test } from 'vitest';
import { nextReminderAt, remindersDue } from './reminders.ts';

const hourMs = 3_600_000;
const asked = [
  { minutesBefore: 24 * 60, way: 'email' },
  { minutesBefore: 2 * 60, way: 'sms' },
] as const;
/** The appointment is at hour 100. */
const startsAtMs = 100 * hourMs;
const due = (since: number, now: number) =>
  remindersDue(asked, startsAtMs, { sinceMs: since * hourMs, nowMs: now * hourMs });

describe('an e-mail the day before, a text message two hours before', () => {
  test.each([
    ['before the day before', 0, 75, []],
    ['at the day before', 0, 76, ['email']],
    ['said already', 76, 80, []],
    ['two hours before', 76, 98, ['sms']],
    ['booked within the last day: no e-mail', 90, 98, ['sms']],
    ['both were missed', 0, 99, ['email', 'sms']],
    ['the appointment has begun', 0, 100, []],
  ] as const)('%s', (_name, since, now, ways) => {
    expect(due(since, now)).toEqual(ways);
  });

  test.each([
    [0, 76],
    [76, 98],
    [98, null],
  ])('after hour %s the next is at hour %s', (after, next) => {
    expect(nextReminderAt(asked, startsAtMs, after * hourMs)).toBe(next === null ? null : next * hourMs);
  });
});

test('two by the same way that were missed together are one', () => {
  const twice = [
    { minutesBefore: 600, way: 'sms' },
    { minutesBefore: 60, way: 'sms' },
  ] as const;
  expect(remindersDue(twice, startsAtMs, { sinceMs: 0, nowMs: 99.5 * hourMs })).toEqual(['sms']);
});
