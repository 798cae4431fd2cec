import { weekdayOf } from './civil-day.ts';

/**
 * The last of the `count` working days (Monday to Saturday, no holiday) that follow `day`, in days since 1970-01-01;
 * `day` itself when `count` is 0. These are the « jours ouvrables » of C. conso. R.223-4.
 */
export function addWorkingDays(day: number, count: number, isHoliday: (day: number) => boolean): number {
  let last = day;
  for (let left = count; left > 0; ) {
    last += 1;
    if (weekdayOf(last) !== 7 && !isHoliday(last)) left -= 1;
  }
  return last;
}
