import { expect, test } from 'vitest';
import { weekLoad } from './week-load.ts';

const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Paris').epochMilliseconds;
const hour = (local: string, state: string) => ({
  state,
  startsAtMs: at(local),
  endsAtMs: at(local) + 3_600_000,
});

test('a day is as full as the share of its open time that appointments take; those called off take none', () => {
  const morning = { startsAtMs: at('2026-11-23T08:00'), endsAtMs: at('2026-11-23T12:00') };
  const week = {
    timeZone: 'Europe/Paris',
    days: [
      { date: '2026-11-23', windows: [morning] },
      { date: '2026-11-24', windows: [] },
    ],
    appointments: [
      hour('2026-11-23T08:00', 'booked'),
      hour('2026-11-23T09:00', 'held'),
      hour('2026-11-23T10:00', 'cancelled'),
    ],
  };
  // Only what the load is read from; the rest of a week is drawn elsewhere.
  expect(weekLoad({ capacity: 1 }, week as unknown as Parameters<typeof weekLoad>[1])).toEqual([
    { day: '2026-11-23', load: 0.5, appointmentsCount: 2 },
    { day: '2026-11-24', load: null, appointmentsCount: 0 },
  ]);
});
