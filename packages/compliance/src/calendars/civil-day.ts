/**
 * Civil dates as whole numbers: days since 1970-01-01 of the local calendar. No Temporal here, because a ruling asks for
 * days by the hundred thousand a second. The conversions are Howard Hinnant's "chrono-compatible low-level date
 * algorithms": a year that begins in March has its leap day at the end, and 400 years always have 146,097 days.
 */

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A date of the Gregorian calendar; `month` 1 to 12. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const daysInEra = 146_097;
/** Days from 0000-03-01, where eras begin, to 1970-01-01. */
const daysToEpoch = 719_468;

/** Days since 1970-01-01 of a date that exists. A day past the month's end counts on into the next month. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthsSinceMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthsSinceMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra - daysToEpoch;
}

/** The date of a day number; the inverse of `dayOf`. */
export function civilOf(day: number): CivilDate {
  const shifted = day + daysToEpoch;
  const era = Math.floor(shifted / daysInEra);
  const dayOfEra = shifted - era * daysInEra;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (daysInEra - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthsSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month > 2 ? 0 : 1),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthsSinceMarch + 2) / 5) + 1,
  };
}

/** ISO weekday of a day number. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): Weekday {
  // The remainder is 0 to 6, negative days included, so the sum is a weekday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}
