import type { CalendarId, HolidaysOf } from './calendar.ts';
import { britishColumbia } from './canada.ts';
import { dayOf, type Weekday, weekdayOf } from './civil-day.ts';
import { easterDay } from './easter-day.ts';
import { belgium, europe, italy, spain, switzerland } from './european-countries.ts';
import { frenchLocal, frenchNational } from './france.ts';
import { germany } from './germany.ts';
import type { Calendar, HolidayList, HolidayRule, WeekendRule } from './holiday-rule.ts';
import { unitedKingdom } from './united-kingdom.ts';
import { alabama, federal, louisiana, pennsylvania, rhodeIsland, utah } from './united-states.ts';

const calendars: Readonly<Record<CalendarId, Calendar>> = {
  'fr-l3133-1': frenchNational,
  'fr-local': frenchLocal,
  'us-federal': federal,
  'us-al': alabama,
  'us-la': louisiana,
  'us-pa': pennsylvania,
  'us-ri': rhodeIsland,
  'us-ut': utah,
  'ca-bc': britishColumbia,
  de: germany,
  es: spain,
  it: italy,
  be: belgium,
  ch: switzerland,
  'uk-bank': unitedKingdom,
  'eu-common': europe,
};

/**
 * The holidays of a calendar in one year, substitute days included, as days since 1970-01-01, ascending, each once. A
 * person who may be in several regions has the holidays of all of them.
 */
export const holidaysOf: HolidaysOf = (id, year, where) => {
  const calendar = calendars[id];
  const codes = [...where.states, ...where.territories];
  const days = regionsOf(calendar, codes).flatMap((region) =>
    calendar.lists.flatMap((list) => closedDays(list, year, region)),
  );
  return [...new Set(days)].sort((one, other) => one - other);
};

/** Null stands for the whole country. */
function regionsOf(calendar: Calendar, codes: readonly string[]): readonly (string | null)[] {
  if (!calendar.regions) return [null];
  const known = calendar.regions.codes.filter((code) => codes.includes(code));
  if (known.length > 0) return known;
  return calendar.regions.ifUnknown === 'every' ? calendar.regions.codes : [];
}

/** New Year's Day of the year after may close 31 December, so the neighbouring years are computed too. */
function closedDays(list: HolidayList, year: number, region: string | null): readonly number[] {
  const first = dayOf(year, 1, 1);
  const next = dayOf(year + 1, 1, 1);
  return [year - 1, year, year + 1]
    .flatMap((near) => withSubstitutes(daysIn(list, near, region), list.weekend))
    .filter((day) => first <= day && day < next);
}

function daysIn(list: HolidayList, year: number, region: string | null): readonly number[] {
  return list.rules.filter((rule) => isKept(rule, year, region)).map((rule) => dayIn(rule, year));
}

function isKept(rule: HolidayRule, year: number, region: string | null): boolean {
  if (rule.in && (region === null || !rule.in.includes(region))) return false;
  if ('once' in rule) return Number(rule.once.slice(0, 4)) === year;
  if (year < (rule.from ?? year) || year > (rule.to ?? year)) return false;
  return year % (rule.everyYears ?? 1) === 0 && !rule.notIn?.includes(year);
}

function dayIn(rule: HolidayRule, year: number): number {
  if ('fixed' in rule) return monthDay(rule.fixed, year);
  if ('once' in rule) return monthDay(rule.once.slice(5), year);
  if ('easter' in rule) return easterDay(year) + rule.easter;
  if ('before' in rule) return lastBefore(monthDay(rule.before, year), rule.weekday);
  const plus = rule.plus ?? 0;
  if (rule.nth === 'last') return lastBefore(dayOf(year, rule.month + 1, 1), rule.weekday) + plus;
  return lastBefore(dayOf(year, rule.month, 1 + 7 * rule.nth), rule.weekday) + plus;
}

function monthDay(text: string, year: number): number {
  return dayOf(year, Number(text.slice(0, 2)), Number(text.slice(3)));
}

function lastBefore(day: number, weekday: Weekday): number {
  return day - 1 - ((weekdayOf(day - 1) - weekday + 7) % 7);
}

function withSubstitutes(days: readonly number[], weekend: WeekendRule | undefined): readonly number[] {
  if (weekend === undefined) return days;
  const closed = new Set(days);
  for (const day of days.toSorted((one, other) => one - other)) {
    if (weekdayOf(day) > 5) closed.add(substitute(day, weekend, closed));
  }
  return [...closed];
}

/** The day that stands for a holiday on a Saturday or Sunday; the day itself when it is not replaced. */
function substitute(day: number, weekend: WeekendRule, closed: ReadonlySet<number>): number {
  const isSunday = weekdayOf(day) === 7;
  switch (weekend) {
    case 'nearest_weekday':
      return isSunday ? day + 1 : day - 1;
    case 'following_monday':
      return isSunday ? day + 1 : day + 2;
    case 'monday_after_sunday':
      return isSunday ? day + 1 : day;
    case 'next_free_weekday':
      return nextFreeWeekday(day + 1, closed);
    default:
      return weekend satisfies never;
  }
}

function nextFreeWeekday(day: number, closed: ReadonlySet<number>): number {
  return weekdayOf(day) > 5 || closed.has(day) ? nextFreeWeekday(day + 1, closed) : day;
}
