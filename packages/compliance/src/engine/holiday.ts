import type { CalendarId } from '../calendars/calendar.ts';
import { civilOf } from '../calendars/civil-day.ts';
import { holidaysOf } from '../calendars/holidays-of.ts';
import type { Place } from '../place/place.ts';
import { whereOf } from './where.ts';

/** True when the calendar closes this local day for a person who may be anywhere in `place`. */
export function isHoliday(calendar: CalendarId, day: number, place: Place): boolean {
  const { year } = civilOf(day);
  return daysOf(calendar, year, place).has(day);
}

/** A calendar's days never change; kept by whereabouts, calendar and year, of which there are a few hundred. */
const known = new Map<string, Map<CalendarId, Years>>();
type Years = Map<number, ReadonlySet<number>>;

function daysOf(calendar: CalendarId, year: number, place: Place): ReadonlySet<number> {
  const calendars = entryOf(known, whereOf(place), () => new Map<CalendarId, Years>());
  const years = entryOf(calendars, calendar, (): Years => new Map());
  return entryOf(years, year, () => new Set(holidaysOf(calendar, year, place)));
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
