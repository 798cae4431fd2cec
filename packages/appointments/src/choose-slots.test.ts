import type { CalendarChoice, CalendarId } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSlots } from './choose-slots.ts';
import type { Offer } from './free-slots.ts';

const hourMs = 3_600_000;
const calendar = (n: number): CalendarId => `calendar_${n}`;

function offer(n: number, hour: number, countOfDay = 0): Offer {
  const startsAtMs = hour * hourMs;
  return {
    slot: { calendarId: calendar(n), startsAtMs, endsAtMs: startsAtMs + hourMs, placesLeft: 1 },
    countOfDay,
  };
}

describe('who takes 10:00', () => {
  test.each([
    [
      'in turn: whose turn is the longest ago',
      'round_robin',
      [offer(1, 10), offer(2, 10)],
      [
        [1, 500],
        [2, 400],
      ],
      2,
    ],
    [
      'in turn: who never had one',
      'round_robin',
      [offer(1, 10), offer(2, 10), offer(3, 10)],
      [
        [1, 500],
        [2, 400],
      ],
      3,
    ],
    [
      'in turn: however many they have',
      'round_robin',
      [offer(1, 10, 5), offer(2, 10, 0)],
      [
        [1, 300],
        [2, 400],
      ],
      1,
    ],
    [
      'least loaded: the fewest that day',
      'least_loaded',
      [offer(1, 10, 3), offer(2, 10, 1)],
      [
        [1, 1],
        [2, 900],
      ],
      2,
    ],
    [
      'least loaded: as many, in turn',
      'least_loaded',
      [offer(1, 10, 2), offer(2, 10, 2)],
      [
        [1, 900],
        [2, 100],
      ],
      2,
    ],
    ['nobody has had a turn: by id', 'round_robin', [offer(2, 10), offer(1, 10)], [], 1],
    ['only one is free', 'round_robin', [offer(2, 10)], [[2, 900]], 2],
  ] as const)('%s', (_name, choice, offers, turns, chosen) => {
    const last = new Map(turns.map(([n, atMs]) => [calendar(n), atMs]));
    expect(chooseSlots(offers, choice, last).map(({ calendarId }) => calendarId)).toEqual([calendar(chosen)]);
  });
});

test('each time is offered once, soonest first', () => {
  const slots = chooseSlots([offer(1, 11), offer(1, 9), offer(2, 9), offer(2, 10)], 'round_robin', new Map());
  expect(slots.map(({ startsAtMs }) => startsAtMs / hourMs)).toEqual([9, 10, 11]);
});

test.each<CalendarChoice>(['round_robin', 'least_loaded'])(
  '%s is fair over time: of those who are all free, nobody has two more than another',
  (choice) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }), (people, bookings) => {
        const counts = new Map<CalendarId, number>();
        const turns = new Map<CalendarId, number>();
        for (let atMs = 1; atMs <= bookings; atMs += 1) {
          const offers = Array.from({ length: people }, (_, n) => offer(n, 10, counts.get(calendar(n)) ?? 0));
          const [slot] = chooseSlots(offers, choice, turns);
          if (!slot) throw new Error('nobody was chosen');
          turns.set(slot.calendarId, atMs);
          counts.set(slot.calendarId, (counts.get(slot.calendarId) ?? 0) + 1);
        }
        const all = Array.from({ length: people }, (_, n) => counts.get(calendar(n)) ?? 0);
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      }),
    );
  },
);

test('in turn, nobody who is free waits while others go more than once', () => {
  const isFree = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { maxLength: 60 });
  fc.assert(
    fc.property(isFree, (rounds) => {
      const turns = new Map<CalendarId, number>();
      const passedOver = new Map<CalendarId, number>();
      for (const [round, free] of rounds.entries()) {
        const offers = free.flatMap((is, n) => (is ? [offer(n, 10)] : []));
        const [slot] = chooseSlots(offers, 'round_robin', turns);
        if (!slot) continue;
        for (const { slot: other } of offers) {
          passedOver.set(other.calendarId, (passedOver.get(other.calendarId) ?? 0) + 1);
        }
        turns.set(slot.calendarId, round);
        passedOver.set(slot.calendarId, 0);
        // Each of the four others goes first at most once before it.
        for (const count of passedOver.values()) expect(count).toBeLessThanOrEqual(4);
      }
    }),
  );
});
