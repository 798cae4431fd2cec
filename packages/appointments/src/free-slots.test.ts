import type { CalendarId } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarBook, freeSlots, slotAt } from './free-slots.ts';

const id: CalendarId = 'calendar_1';
/** A Monday, 08:00 in Paris. */
const monday = at('2026-11-23T08:00', 'Europe/Paris');

function at(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

/** A calendar in Paris, open from 09:00 to 12:00 every day, one-hour appointments each hour. */
function book(
  settings: Partial<CalendarBook['settings']> = {},
  more: Partial<Omit<CalendarBook, 'settings'>> = {},
): CalendarBook {
  return {
    id,
    settings: {
      ...{ kind: 'person', hours: hours('Europe/Paris', '09:00', '12:00'), holidaysOf: 'FR', daysOff: [] },
      ...{ durationMinutes: 60, everyMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
      ...{ capacity: 1, perDayMax: null, noticeMinutes: 0, horizonDays: 60, areas: [], skills: [] },
      isActive: true,
      ...settings,
    },
    ...{ holidays: new Set<string>(), taken: [], busy: [], ...more },
  };
}

function hours(zone: string, from: string, to: string) {
  return { zone, windows: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to })) };
}

/** Beginnings of the free slots of a day, as the clocks of the calendar's zone show them. */
function timesOn(date: string, calendar: CalendarBook, nowMs = monday): string {
  const { zone } = calendar.settings.hours;
  const startsAtMs = at(`${date}T00:00`, zone);
  const endsAtMs = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return freeSlots([calendar], { startsAtMs, endsAtMs }, nowMs)
    .map(({ slot }) => clock(slot.startsAtMs, zone))
    .join(' ');
}

function clock(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** A time of Tuesday 24 November 2026 in Paris. */
function tuesday(from: string, to: string) {
  return {
    startsAtMs: at(`2026-11-24T${from}`, 'Europe/Paris'),
    endsAtMs: at(`2026-11-24T${to}`, 'Europe/Paris'),
  };
}

describe('on Tuesday 24 November, open from 9 to 12, one hour each', () => {
  test.each([
    ['an empty calendar', book(), '09:00 10:00 11:00'],
    ['every half hour', book({ everyMinutes: 30 }), '09:00 09:30 10:00 10:30 11:00'],
    [
      'appointments of 45 minutes',
      book({ durationMinutes: 45, everyMinutes: 45 }),
      '09:00 09:45 10:30 11:15',
    ],
    ['longer than the hours', book({ durationMinutes: 200 }), ''],
    ['10:00 is taken', book({}, { taken: [tuesday('10:00', '11:00')] }), '09:00 11:00'],
    [
      '10:00 is taken, places for two',
      book({ capacity: 2 }, { taken: [tuesday('10:00', '11:00')] }),
      '09:00 10:00 11:00',
    ],
    [
      '10:00 is taken twice, places for two',
      book({ capacity: 2 }, { taken: [tuesday('10:00', '11:00'), tuesday('10:00', '11:00')] }),
      '09:00 11:00',
    ],
    [
      'two halves of 10:00 are taken one after the other, places for two',
      book({ capacity: 2 }, { taken: [tuesday('10:00', '10:30'), tuesday('10:30', '11:00')] }),
      '09:00 10:00 11:00',
    ],
    [
      '10:00 is taken, 15 minutes of travel after each',
      book({ bufferAfterMinutes: 15, everyMinutes: 15 }, { taken: [tuesday('10:00', '11:00')] }),
      '',
    ],
    [
      '11:00 is taken, 15 minutes of travel before each',
      book({ bufferBeforeMinutes: 15, everyMinutes: 15 }, { taken: [tuesday('11:00', '12:00')] }),
      '09:00 09:15 09:30 09:45',
    ],
    ['busy from 10:30 to 10:45', book({}, { busy: [tuesday('10:30', '10:45')] }), '09:00 11:00'],
    [
      'busy, whatever the places',
      book({ capacity: 50 }, { busy: [tuesday('10:30', '10:45')] }),
      '09:00 11:00',
    ],
    ['busy up to 10:00 exactly', book({}, { busy: [tuesday('09:00', '10:00')] }), '10:00 11:00'],
    [
      'two a day, one is taken',
      book({ perDayMax: 2 }, { taken: [tuesday('10:00', '11:00')] }),
      '09:00 11:00',
    ],
    ['one a day, one is taken', book({ perDayMax: 1 }, { taken: [tuesday('10:00', '11:00')] }), ''],
    ['a public holiday', book({}, { holidays: new Set(['2026-11-24']) }), ''],
    [
      'the first day of an absence',
      book({ daysOff: [{ from: '2026-11-24', to: '2026-11-30', reason: '' }] }),
      '',
    ],
    [
      'the last day of an absence',
      book({ daysOff: [{ from: '2026-11-16', to: '2026-11-24', reason: '' }] }),
      '',
    ],
    [
      'the day after an absence',
      book({ daysOff: [{ from: '2026-11-16', to: '2026-11-23', reason: '' }] }),
      '09:00 10:00 11:00',
    ],
    ['26 hours of notice', book({ noticeMinutes: 26 * 60 }), '10:00 11:00'],
    ['booked one day ahead at most', book({ horizonDays: 1 }), ''],
    ['booked two days ahead at most', book({ horizonDays: 2 }), '09:00 10:00 11:00'],
    ['an inactive calendar', book({ isActive: false }), ''],
    ['hours that end at midnight', book({ hours: hours('Europe/Paris', '22:00', '24:00') }), '22:00 23:00'],
    [
      'two windows that overlap',
      book({
        hours: {
          zone: 'Europe/Paris',
          windows: [
            { day: 2, from: '09:00', to: '11:00' },
            { day: 2, from: '10:00', to: '12:00' },
          ],
        },
      }),
      '09:00 10:00 11:00',
    ],
    [
      'no hours that day',
      book({ hours: { zone: 'Europe/Paris', windows: [{ day: 1, from: '09:00', to: '12:00' }] } }),
      '',
    ],
  ])('%s: %#', (_name, calendar, times) => {
    expect(timesOn('2026-11-24', calendar)).toBe(times);
  });
});

describe('when clocks change', () => {
  test.each([
    [
      'Paris, 29 March: 02:00 to 03:00 does not exist',
      'Europe/Paris',
      '2026-03-29',
      '01:00',
      '05:00',
      '01:00 03:00 04:00',
    ],
    [
      'Paris: hours from 02:30 begin where the clocks jump to',
      'Europe/Paris',
      '2026-03-29',
      '02:30',
      '05:00',
      '03:00 04:00',
    ],
    [
      'Paris: hours until 02:30 end where the clocks jump',
      'Europe/Paris',
      '2026-03-29',
      '00:00',
      '02:30',
      '00:00 01:00',
    ],
    [
      'Paris, 25 October: 02:00 comes twice',
      'Europe/Paris',
      '2026-10-25',
      '01:00',
      '04:00',
      '01:00 02:00 02:00 03:00',
    ],
    [
      'Paris: hours from 02:30 begin at the second',
      'Europe/Paris',
      '2026-10-25',
      '02:30',
      '05:00',
      '02:30 03:30',
    ],
    ['Paris: hours until 02:30 end at the first', 'Europe/Paris', '2026-10-25', '01:30', '02:30', '01:30'],
    ['New York, 8 March', 'America/New_York', '2026-03-08', '01:00', '05:00', '01:00 03:00 04:00'],
    ['New York, 1 November', 'America/New_York', '2026-11-01', '00:00', '03:00', '00:00 01:00 01:00 02:00'],
    ['London, 25 October', 'Europe/London', '2026-10-25', '00:00', '03:00', '00:00 01:00 01:00 02:00'],
    [
      'Lord Howe, 4 October: half an hour is skipped',
      'Australia/Lord_Howe',
      '2026-10-04',
      '01:00',
      '05:00',
      '01:00 02:30 03:30',
    ],
    [
      'Santiago, 6 September: the day begins at 01:00',
      'America/Santiago',
      '2026-09-06',
      '00:00',
      '03:00',
      '01:00 02:00',
    ],
    [
      'Antananarivo never changes',
      'Indian/Antananarivo',
      '2026-03-29',
      '01:00',
      '04:00',
      '01:00 02:00 03:00',
    ],
  ])('%s', (_name, zone, date, from, to, times) => {
    const nowMs = at(`${date}T00:00`, zone) - 86_400_000;
    expect(timesOn(date, book({ hours: hours(zone, from, to) }), nowMs)).toBe(times);
  });
});

describe('one time of a calendar', () => {
  const ten = at('2026-11-24T10:00', 'Europe/Paris');
  test.each([
    ['free', book(), ten, { calendarId: id, startsAtMs: ten, endsAtMs: ten + 3_600_000, placesLeft: 1 }],
    ['taken', book({}, { taken: [tuesday('10:00', '11:00')] }), ten, 'taken'],
    ['the day is full', book({ perDayMax: 1 }, { taken: [tuesday('09:00', '10:00')] }), ten, 'taken'],
    ['not at a multiple', book(), ten + 60_000, 'not_offered'],
    ['outside the hours', book(), at('2026-11-24T12:00', 'Europe/Paris'), 'not_offered'],
    ['a holiday', book({}, { holidays: new Set(['2026-11-24']) }), ten, 'not_offered'],
    ['sooner than the notice', book({ noticeMinutes: 2000 }), ten, 'too_soon'],
    ['past', book(), ten - 7 * 86_400_000, 'too_soon'],
    ['beyond the horizon', book({ horizonDays: 1 }), ten, 'too_far'],
  ])('%s', (_name, calendar, startsAtMs, answer) => {
    expect(slotAt(calendar, startsAtMs, monday)).toEqual(answer);
  });
});

const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Cairo'];
const minuteOfDay = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
const anyHours = fc
  .tuple(
    fc.constantFrom(...zones),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), minuteOfDay, minuteOfDay)),
  )
  .map(([zone, windows]) => ({
    zone,
    windows: windows
      .map(([day, one, other]) => ({ day, from: hhmm(Math.min(one, other)), to: hhmm(Math.max(one, other)) }))
      .filter(({ from, to }) => from < to),
  }));
const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const anySettings = fc.record({
  hours: anyHours,
  durationMinutes: fc.constantFrom(15, 45, 60, 90),
  everyMinutes: fc.constantFrom(15, 20, 30, 60),
  bufferBeforeMinutes: fc.constantFrom(0, 10, 30),
  bufferAfterMinutes: fc.constantFrom(0, 10, 30),
  capacity: fc.integer({ min: 1, max: 3 }),
  perDayMax: fc.option(fc.integer({ min: 1, max: 4 })),
});
/** Around every change of clocks of these zones. */
const anyMoment = fc.integer({
  min: Date.UTC(2026, 2, 1),
  max: Date.UTC(2026, 10, 10),
});

test('a slot never shows a clock outside its hours, whatever the zone and the day', () => {
  fc.assert(
    fc.property(anySettings, anyMoment, (settings, nowMs) => {
      const calendar = book(settings);
      const { zone, windows } = settings.hours;
      for (const { slot } of freeSlots(
        [calendar],
        { startsAtMs: nowMs, endsAtMs: nowMs + 4 * 86_400_000 },
        nowMs,
      )) {
        const shown = [slot.startsAtMs, slot.startsAtMs + 60_000, slot.endsAtMs - 60_000].map((ms) => {
          const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
          return { day: local.dayOfWeek, time: clock(ms, zone) };
        });
        const isInside = windows.some((window) =>
          shown.every(({ day, time }) => day === window.day && window.from <= time && time < window.to),
        );
        expect(isInside).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('however slots are taken, no instant has more appointments than places, and no day more than its limit', () => {
  fc.assert(
    fc.property(anySettings, anyMoment, fc.array(fc.nat(), { maxLength: 40 }), (settings, nowMs, picks) => {
      const span = { startsAtMs: nowMs, endsAtMs: nowMs + 3 * 86_400_000 };
      const taken: { startsAtMs: number; endsAtMs: number }[] = [];
      for (const pick of picks) {
        const offers = freeSlots([book(settings, { taken })], span, nowMs);
        const offer = offers[pick % offers.length];
        if (!offer) break;
        taken.push({ startsAtMs: offer.slot.startsAtMs, endsAtMs: offer.slot.endsAtMs });
      }
      const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = settings;
      for (const { startsAtMs } of taken) {
        const momentMs = startsAtMs - before * 60_000;
        const over = taken.filter(
          (other) =>
            other.startsAtMs - before * 60_000 <= momentMs && momentMs < other.endsAtMs + after * 60_000,
        );
        expect(over.length).toBeLessThanOrEqual(settings.capacity);
      }
      const byDay = Map.groupBy(taken, ({ startsAtMs }) =>
        Temporal.Instant.fromEpochMilliseconds(startsAtMs)
          .toZonedDateTimeISO(settings.hours.zone)
          .toPlainDate()
          .toString(),
      );
      for (const day of byDay.values()) expect(day.length).toBeLessThanOrEqual(settings.perDayMax ?? 999);
    }),
    { numRuns: 150 },
  );
});

test('a slot that is offered can be taken, and no other', () => {
  fc.assert(
    fc.property(anySettings, anyMoment, (settings, nowMs) => {
      const calendar = book(settings);
      const span = { startsAtMs: nowMs, endsAtMs: nowMs + 2 * 86_400_000 };
      const offered = new Set(freeSlots([calendar], span, nowMs).map(({ slot }) => slot.startsAtMs));
      const quarterMs = 15 * 60_000;
      for (let ms = Math.ceil(nowMs / quarterMs) * quarterMs; ms < span.endsAtMs; ms += quarterMs) {
        expect(typeof slotAt(calendar, ms, nowMs) === 'object').toBe(offered.has(ms));
      }
    }),
    { numRuns: 60 },
  );
});
