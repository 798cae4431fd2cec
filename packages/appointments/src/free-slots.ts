import type { BusyTime, CalendarId, CalendarSettings, Slot } from '@alize/model';
import { type LocalDay, localDays, openSpans, type Span } from './local-days.ts';
import { mostAtOnce, SpanList, withBuffers } from './taken.ts';

/** A calendar with all that says what is free in it. */
export interface CalendarBook {
  readonly id: CalendarId;
  readonly settings: Omit<CalendarSettings, 'name' | 'address' | 'email'>;
  /** Public holidays, as ISO dates in its zone. */
  readonly holidays: ReadonlySet<string>;
  /** Appointments that are held, booked or over, without their buffers. */
  readonly taken: readonly Span[];
  /** Times without any room, by the feed it reads. */
  readonly busy: readonly BusyTime[];
}

/** A free slot with how many appointments its calendar has that day. */
export interface Offer {
  readonly slot: Slot;
  readonly countOfDay: number;
}

/** Why a time cannot be taken. */
export type SlotRefusal =
  | 'not_offered'
  | 'too_soon'
  | 'too_far'
  /** Somebody has it: the place, or the day's last. */
  | 'taken';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * What calendars offer that begins within `span`, at `nowMs`: one calendar after the other, each soonest first. A slot
 * lies in one window of the calendar's hours, on a day that is no holiday and no day off; with its buffers it touches no
 * busy time, and at no instant of it more appointments are taken, their buffers included, than there are places.
 * Buffers may reach beyond the hours.
 */
export function freeSlots(books: readonly CalendarBook[], span: Span, nowMs: number): readonly Offer[] {
  const daysOf = new Map<string, readonly LocalDay[]>();
  return books
    .filter(({ settings }) => settings.isActive)
    .flatMap((book) => {
      const { zone } = book.settings.hours;
      const days = daysOf.get(zone) ?? localDays(zone, span);
      daysOf.set(zone, days);
      return offersOf(book, { days, span, nowMs });
    });
}

/** The slot of a calendar that begins at an instant, or why there is none. */
export function slotAt(book: CalendarBook, startsAtMs: number, nowMs: number): Slot | SlotRefusal {
  const { settings } = book;
  const span = { startsAtMs, endsAtMs: startsAtMs + 1 };
  const [day] = localDays(settings.hours.zone, span);
  if (!settings.isActive || !day || !startsOn(book, day).includes(startsAtMs)) return 'not_offered';
  const { fromMs, toMs } = bookable(settings, nowMs);
  if (startsAtMs < fromMs) return 'too_soon';
  if (startsAtMs > toMs) return 'too_far';
  return offersOf(book, { days: [day], span, nowMs })[0]?.slot ?? 'taken';
}

/** From when to when a calendar takes appointments; both included. */
function bookable({ noticeMinutes, horizonDays }: CalendarBook['settings'], nowMs: number) {
  return { fromMs: nowMs + noticeMinutes * minuteMs, toMs: nowMs + horizonDays * dayMs };
}

function offersOf(
  book: CalendarBook,
  { days, span, nowMs }: { readonly days: readonly LocalDay[]; readonly span: Span; readonly nowMs: number },
): readonly Offer[] {
  const { settings } = book;
  const { fromMs, toMs } = bookable(settings, nowMs);
  const isAsked = (startsAtMs: number) =>
    startsAtMs >= Math.max(span.startsAtMs, fromMs) && startsAtMs < span.endsAtMs && startsAtMs <= toMs;
  const room = roomOf(book);
  return days.flatMap((day) => {
    const countOfDay = countOn(book, day);
    const placesOfDay = (settings.perDayMax ?? Number.POSITIVE_INFINITY) - countOfDay;
    if (placesOfDay <= 0 || day.endsAtMs <= fromMs) return [];
    return startsOn(book, day)
      .filter(isAsked)
      .flatMap((startsAtMs) => {
        const endsAtMs = startsAtMs + settings.durationMinutes * minuteMs;
        const placesLeft = Math.min(room({ startsAtMs, endsAtMs }), placesOfDay);
        if (placesLeft <= 0) return [];
        return [{ slot: { calendarId: book.id, startsAtMs, endsAtMs, placesLeft }, countOfDay }];
      });
  });
}

/** True when nobody works that day. */
function isClosed(book: Pick<CalendarBook, 'settings' | 'holidays'>, date: string): boolean {
  return book.holidays.has(date) || book.settings.daysOff.some(({ from, to }) => from <= date && date <= to);
}

/** When appointments of a day may begin by its hours alone, each once. */
function startsOn(book: CalendarBook, day: LocalDay): readonly number[] {
  if (isClosed(book, day.date)) return [];
  const { hours, everyMinutes, durationMinutes } = book.settings;
  const spans = openSpans(hours, day);
  const starts = spans.flatMap(({ startsAtMs, endsAtMs }) => {
    const lastMs = endsAtMs - durationMinutes * minuteMs;
    const count = Math.floor((lastMs - startsAtMs) / (everyMinutes * minuteMs)) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, at) => startsAtMs + at * everyMinutes * minuteMs);
  });
  return spans.length < 2 ? starts : [...new Set(starts)].sort((one, other) => one - other);
}

/** Says of a time how many places are left in it. */
function roomOf({ settings, taken, busy }: CalendarBook): (span: Span) => number {
  const appointments = new SpanList(taken.map((span) => withBuffers(span, settings)));
  const busyTimes = new SpanList(busy);
  return (span) => {
    const kept = withBuffers(span, settings);
    if (busyTimes.touching(kept).length > 0) return 0;
    return settings.capacity - mostAtOnce(appointments.touching(kept));
  };
}

function countOn({ taken }: CalendarBook, { startsAtMs, endsAtMs }: LocalDay): number {
  return taken.filter((span) => startsAtMs <= span.startsAtMs && span.startsAtMs < endsAtMs).length;
}
