import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, instantOf, localDay, localMoment } from './zone-clock.ts';

const zones = [
  'UTC',
  'Europe/Paris',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Vancouver',
  'America/Miquelon',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Marquesas',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Antarctica/Troll',
];
const zone = fc.constantFrom(...zones);
/** From well before to well after the years whose changes are looked up once. */
const first = Date.UTC(1960, 0, 1);
const last = Date.UTC(2090, 0, 1);
const instant = fc.integer({ min: first, max: last });
const epoch = Temporal.PlainDate.from('1970-01-01');

fc.configureGlobal({ seed: 20_261_123, numRuns: 3_000 });

describe('what a wall clock shows', () => {
  test('at any instant, in any zone', () => {
    fc.assert(fc.property(zone, instant, showsTheSame));
  });

  test.each(zones)('%s, within a millisecond of every change from 1985 to 2065', (name) => {
    for (const ms of changesOf(name)) {
      for (const near of [-1, 0, 1]) showsTheSame(name, ms + near);
    }
  });
});

describe('the instant of a local time', () => {
  test('is the one at which the clock first shows it, on any day', () => {
    const day = fc.integer({ min: localDay('UTC', first), max: localDay('UTC', last) });
    fc.assert(fc.property(zone, day, fc.nat(dayMs - 1), isFirstInstant));
  });

  test.each(zones)('%s, three hours around every change from 1985 to 2065', (name) => {
    for (const ms of changesOf(name)) {
      const { day, msOfDay } = localMoment(name, ms - 1);
      for (let quarter = -12; quarter <= 12; quarter += 1) {
        const localMs = day * dayMs + msOfDay + 1 + quarter * 900_000;
        const near = Math.floor(localMs / dayMs);
        isFirstInstant(name, near, localMs - near * dayMs);
      }
    }
  });

  test('that is skipped in spring is the change itself', () => {
    const day = localDay('Europe/Paris', Date.UTC(2027, 2, 28, 12));
    const change = Date.UTC(2027, 2, 28, 1);
    expect(instantOf('Europe/Paris', day, 2.5 * 3_600_000)).toBe(change);
    expect(instantOf('Europe/Paris', day, 3 * 3_600_000)).toBe(change);
  });

  test('that comes twice in autumn is the first', () => {
    const day = localDay('Europe/Paris', Date.UTC(2026, 9, 25, 12));
    expect(instantOf('Europe/Paris', day, 2.5 * 3_600_000)).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test('of a midnight that does not exist is the first instant of the day', () => {
    // Beirut goes from 23:59:59 to 01:00.
    const change = Date.UTC(2027, 2, 27, 22);
    const day = localDay('Asia/Beirut', change);
    expect(localDay('Asia/Beirut', change - 1)).toBe(day - 1);
    expect(instantOf('Asia/Beirut', day, 0)).toBe(change);
  });
});

test('a zone that does not exist throws', () => {
  expect(() => localMoment('Nowhere/City', 0)).toThrow(RangeError);
  expect(() => localMoment('Nowhere/City', Date.UTC(2026, 0, 1))).toThrow(RangeError);
});

function showsTheSame(name: string, ms: number): void {
  const expected = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name);
  const { day, msOfDay, weekday } = localMoment(name, ms);
  const date = epoch.add({ days: day });
  const time = Temporal.PlainTime.from('00:00').add({ milliseconds: msOfDay });
  expect(`${date}T${time}`, `${name} ${ms}`).toBe(expected.toPlainDateTime().toString());
  expect(weekday).toBe(expected.dayOfWeek);
  expect(localDay(name, ms)).toBe(day);
}

/** As Temporal has it: the earlier of two, and for a time that is skipped the change that skips it. */
function isFirstInstant(name: string, day: number, msOfDay: number): void {
  const wanted = epoch.add({ days: day }).toPlainDateTime().add({ milliseconds: msOfDay });
  const earlier = wanted.toZonedDateTime(name, { disambiguation: 'earlier' });
  const isShown = earlier.toPlainDateTime().equals(wanted);
  const expected = isShown ? earlier : earlier.getTimeZoneTransition('next');
  expect(instantOf(name, day, msOfDay), `${name} ${wanted}`).toBe(expected?.epochMilliseconds);
}

function changesOf(name: string): readonly number[] {
  const end = Date.UTC(2065, 0, 1);
  const changes: number[] = [];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.from('1985-01-01T00:00:00Z').toZonedDateTimeISO(name);
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (at === null || at.epochMilliseconds > end) return changes;
    changes.push(at.epochMilliseconds);
  }
}
