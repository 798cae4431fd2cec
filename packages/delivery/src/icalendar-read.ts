import type { BusyTime } from '@alize/model';
import ICAL from 'ical.js';
import { isOwnUid } from './icalendar-write.ts';

/** From when to when busy times are wanted, and in which zone a time without one is meant. */
export interface BusyWindow {
  readonly fromMs: number;
  readonly toMs: number;
  readonly timeZone: string;
}

/** Why a file says nothing that can be used. */
export const calendarFaults = ['not_icalendar', 'too_many_events', 'too_many_repetitions'] as const;
export type CalendarFault = (typeof calendarFaults)[number];

export class CalendarFileError extends Error {
  readonly code: CalendarFault;
  constructor(code: CalendarFault, cause?: unknown) {
    super(code, { cause });
    this.name = 'CalendarFileError';
    this.code = code;
  }
}

const eventsMax = 20_000;
/** Repetitions looked at in one file, those before the window included: one a day since 1990 takes 13,000. */
const repetitionsMax = 200_000;

/**
 * When a calendar has no room, by a file of iCalendar (RFC 5545): its events in the window, repeated ones included, in
 * order and without overlap. Events that are cancelled, transparent or free make nobody busy, nor do our own that come
 * back. Days without an hour are whole days of the calendar's zone. Throws CalendarFileError.
 */
export function readBusyTimes(text: string, window: BusyWindow): readonly BusyTime[] {
  if ((text.match(/^BEGIN:V(?:EVENT|FREEBUSY)/gim)?.length ?? 0) > eventsMax)
    throw new CalendarFileError('too_many_events');
  const spent = { repetitions: 0 };
  try {
    const calendars = calendarsOf(text);
    const found = calendars.flatMap((calendar) => [
      ...eventsOf(calendar).flatMap((event) => busyOf(event, window, spent)),
      ...freeBusyOf(calendar, window),
    ]);
    return merged(found);
  } catch (error) {
    if (error instanceof CalendarFileError) throw error;
    throw new CalendarFileError('not_icalendar', error);
  }
}

function calendarsOf(text: string): readonly ICAL.Component[] {
  const parsed: unknown = ICAL.parse(text);
  if (!Array.isArray(parsed)) throw new CalendarFileError('not_icalendar');
  const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
  const calendars = all.map((each) => new ICAL.Component(each));
  if (calendars.length === 0 || !calendars.every(({ name }) => name === 'vcalendar'))
    throw new CalendarFileError('not_icalendar');
  return calendars;
}

/** Each event with the changes of its single repetitions. */
function eventsOf(calendar: ICAL.Component): readonly ICAL.Event[] {
  const byUid = Map.groupBy(calendar.getAllSubcomponents('vevent'), (component) =>
    String(component.getFirstPropertyValue('uid') ?? ''),
  );
  return [...byUid].flatMap(([uid, components]): readonly ICAL.Event[] => {
    if (isOwnUid(uid)) return [];
    const masters = components.filter((component) => !component.hasProperty('recurrence-id'));
    const [master] = masters;
    // Without a UID, or with one for several events, each stands for itself.
    if (uid === '' || masters.length !== 1 || !master)
      return components.map((component) => new ICAL.Event(component));
    const exceptions = components.filter((component) => component !== master);
    return [new ICAL.Event(master, { exceptions })];
  });
}

function busyOf(event: ICAL.Event, window: BusyWindow, spent: { repetitions: number }): readonly BusyTime[] {
  if (!event.startDate) return [];
  if (!event.isRecurring() || event.isRecurrenceException()) {
    return isFree(event) ? [] : clipped(spanOf(event, event.startDate, event.endDate, window), window);
  }
  const found: BusyTime[] = [];
  const repetitions = event.iterator();
  for (;;) {
    const next = repetitions.next();
    if (!next) return found;
    spent.repetitions += 1;
    if (spent.repetitions > repetitionsMax) throw new CalendarFileError('too_many_repetitions');
    const startsAtMs = instantOf(next, zoneNameOf(event.component, 'dtstart'), window.timeZone);
    // A repetition may be moved to an earlier day than its own; a month is far enough.
    if (startsAtMs >= window.toMs + moveMarginMs) return found;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (!isFree(item)) found.push(...clipped(spanOf(item, startDate, endDate, window), window));
  }
}

const moveMarginMs = 31 * 86_400_000;

function isFree({ component }: ICAL.Event): boolean {
  const says = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase();
  return (
    says('status') === 'CANCELLED' ||
    says('transp') === 'TRANSPARENT' ||
    says('x-microsoft-cdo-busystatus') === 'FREE'
  );
}

function spanOf(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time, { timeZone }: BusyWindow): BusyTime {
  const { component } = event;
  return {
    startsAtMs: instantOf(start, zoneNameOf(component, 'dtstart'), timeZone),
    endsAtMs: instantOf(end, zoneNameOf(component, 'dtend', 'dtstart'), timeZone),
  };
}

/** Periods of a free-busy component, which are in UTC (RFC 5545, 3.8.2.6); what it does not call free is busy. */
function freeBusyOf(calendar: ICAL.Component, window: BusyWindow): readonly BusyTime[] {
  return calendar
    .getAllSubcomponents('vfreebusy')
    .flatMap((component) => component.getAllProperties('freebusy'))
    .filter((property) => String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() !== 'FREE')
    .flatMap((property) => property.getValues())
    .filter((value) => value instanceof ICAL.Period)
    .flatMap((period) => {
      const startsAtMs = instantOf(period.start, null, window.timeZone);
      return clipped({ startsAtMs, endsAtMs: instantOf(period.getEnd(), null, window.timeZone) }, window);
    });
}

/**
 * The instant that a time means. A zone is first taken for an IANA name, whose rules are newer than the file's; then
 * for what the file itself describes; a time without a zone is the calendar's own.
 */
function instantOf(time: ICAL.Time, zoneName: string | null, ownZone: string): number {
  const { year, month, day, hour, minute, second } = time;
  if (time.isDate) return inZone({ year, month, day }, ownZone);
  if (time.zone === ICAL.Timezone.utcTimezone) return Date.UTC(year, month - 1, day, hour, minute, second);
  const named = zoneName === null ? ownZone : namedZone(zoneName);
  const isDescribed = time.zone !== null && time.zone !== ICAL.Timezone.localTimezone;
  if (named === null && isDescribed) return time.toUnixTime() * 1000;
  return inZone({ year, month, day, hour, minute, second: Math.min(second, 59) }, named ?? ownZone);
}

function inZone(local: Temporal.PlainDateTimeLike, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

/** The name of the zone that a property's time is in; null when it says none. */
function zoneNameOf(component: ICAL.Component, ...properties: readonly string[]): string | null {
  const [name] = properties
    .map((property) => component.getFirstProperty(property))
    .flatMap((property) => (property ? [property.getParameter('tzid')] : []));
  return typeof name === 'string' ? name : null;
}

/** Some programs write a path before the name: `/freeassociation.sourceforge.net/Europe/Paris`. */
function namedZone(zoneName: string): string | null {
  const name = /[A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?$/.exec(zoneName)?.[0];
  if (!name) return null;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId;
  } catch {
    return null;
  }
}

function clipped({ startsAtMs, endsAtMs }: BusyTime, { fromMs, toMs }: BusyWindow): readonly BusyTime[] {
  const span = { startsAtMs: Math.max(startsAtMs, fromMs), endsAtMs: Math.min(endsAtMs, toMs) };
  return span.startsAtMs < span.endsAtMs ? [span] : [];
}

/** In order, those that touch made one. */
function merged(spans: readonly BusyTime[]): readonly BusyTime[] {
  const result: BusyTime[] = [];
  for (const span of spans.toSorted((one, other) => one.startsAtMs - other.startsAtMs)) {
    const last = result.at(-1);
    if (last && span.startsAtMs <= last.endsAtMs)
      result[result.length - 1] = { ...last, endsAtMs: Math.max(last.endsAtMs, span.endsAtMs) };
    else result.push(span);
  }
  return result;
}
