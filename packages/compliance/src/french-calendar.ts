/** Fixed holidays of C. trav. L.3133-1, as `MM-DD`. */
const fixedHolidays = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const movingHolidays = [1, 39, 50];

/**
 * True on the 11 holidays of C. trav. L.3133-1. Good Friday and 26 December of Alsace-Moselle and the overseas
 * abolition days stand in other articles (L.3134-13, L.3422-2), which D.223-9 does not name.
 */
export function isFrenchHoliday(date: Temporal.PlainDate): boolean {
  const easter = easterSunday(date.year);
  return (
    fixedHolidays.includes(date.toString().slice(5)) ||
    movingHolidays.some((days) => easter.add({ days }).equals(date))
  );
}

/** The last of the `count` working days (Monday to Saturday, no holiday) that follow `date`. */
export function addWorkingDays(date: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek !== 7 && !isFrenchHoliday(day)) left -= 1;
  }
  return day;
}

/** Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - ((year % 100) % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
