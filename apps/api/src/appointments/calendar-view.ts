import { freeSlots, localDays, openSpans } from '@alize/appointments';
import { appointmentsOfClient, readBooks, type StoredBook, type StoredCalendar } from '@alize/db';
import type { CalendarId, Language } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { ApiParts } from '../api-parts.ts';
import type { calendarContract as contract } from '../contract/index.ts';
import { bookOf } from './choose.ts';
import { publicHolidays } from './free-days.ts';
import { describeInboundFailure } from './inbound.ts';
import { toRows } from './view.ts';

type Shown = z.infer<typeof contract.calendar>;

/** A calendar as the contract shows it: a password never leaves. */
export function toCalendar(calendar: StoredCalendar, language: Language): Shown {
  const {
    clientId: _,
    feedKey: _key,
    inbound,
    inboundReadAtMs,
    inboundFailure,
    inboundEtag,
    ...shown
  } = calendar;
  return {
    ...shown,
    hours: { zone: shown.hours.zone, windows: [...shown.hours.windows] },
    daysOff: [...shown.daysOff],
    areas: [...shown.areas],
    skills: [...shown.skills],
    inbound: inbound && {
      kind: inbound.kind,
      url: inbound.url,
      user: inbound.user,
      hasPassword: inbound.password !== null,
      readAtMs: inboundReadAtMs,
      failure:
        inboundFailure === null
          ? null
          : { code: inboundFailure, detail: describeInboundFailure(inboundFailure, language) },
    },
  };
}

const dayMs = 86_400_000;
/** Looked at in one go: most calendars have something free soon. */
const stepDays = 14;

/** The soonest time that can be booked in each calendar, within its horizon; null where there is none. */
export async function nextSlots(
  api: ApiParts,
  calendars: readonly StoredCalendar[],
): Promise<ReadonlyMap<CalendarId, number | null>> {
  const nowMs = api.clock.nowMs();
  const daysMax = Math.max(0, ...calendars.map(({ horizonDays }) => horizonDays));
  const all = { startsAtMs: nowMs, endsAtMs: nowMs + (daysMax + 1) * dayMs };
  const books = await readBooks(api.database.db, calendars, { ...all, nowMs });
  return new Map(books.map((book) => [book.calendar.id, nextSlot(book, nowMs)]));
}

function nextSlot(stored: StoredBook, nowMs: number): number | null {
  const endMs = nowMs + (stored.calendar.horizonDays + 1) * dayMs;
  for (let startsAtMs = nowMs; startsAtMs < endMs; startsAtMs += stepDays * dayMs) {
    const span = { startsAtMs, endsAtMs: startsAtMs + stepDays * dayMs };
    const [offer] = freeSlots([bookOf(stored, span)], span, nowMs);
    if (offer) return offer.slot.startsAtMs;
  }
  return null;
}

const daysShown = 7;
/** In a week of a busy place. */
const appointmentsMax = 2000;

/** Seven days of a calendar from a day on, in its own zone; without a day, from this week's Monday. */
export async function weekOf(api: ApiParts, calendar: StoredCalendar, from: string | undefined) {
  const { db } = api.database;
  const { zone } = calendar.hours;
  const nowMs = api.clock.nowMs();
  const first = from ? Temporal.PlainDate.from(from) : mondayOf(nowMs, zone);
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  const span = { startsAtMs: startOf(first), endsAtMs: startOf(first.add({ days: daysShown })) };
  const holidays = publicHolidays(calendar.holidaysOf, span);
  const [book] = await readBooks(db, [calendar], { ...span, nowMs });
  const within = { calendarId: calendar.id, fromMs: span.startsAtMs, toMs: span.endsAtMs };
  const page = { after: null, isLatestFirst: false, limit: appointmentsMax };
  const appointments = await appointmentsOfClient(db, calendar.clientId, within, page);
  return {
    timeZone: zone,
    days: localDays(zone, span).map((day) => {
      const off = calendar.daysOff.find(({ from: start, to }) => start <= day.date && day.date <= to);
      const isHoliday = holidays.has(day.date);
      return {
        ...{ date: day.date, startsAtMs: day.startsAtMs, endsAtMs: day.endsAtMs, isHoliday },
        dayOff: off?.reason ?? null,
        windows: isHoliday || off ? [] : [...openSpans(calendar.hours, day)],
      };
    }),
    busy: (book?.busy ?? [])
      .filter(({ startsAtMs, endsAtMs }) => startsAtMs < span.endsAtMs && endsAtMs > span.startsAtMs)
      .map(({ startsAtMs, endsAtMs }) => ({ startsAtMs, endsAtMs })),
    appointments: await toRows(
      db,
      calendar.clientId,
      appointments.filter(({ state }) => state !== 'released' && state !== 'cancelled'),
    ),
  };
}

function mondayOf(nowMs: number, zone: string): Temporal.PlainDate {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  return today.subtract({ days: today.dayOfWeek - 1 });
}
