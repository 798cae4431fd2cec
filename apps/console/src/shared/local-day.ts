/** Days as people write them (`2026-11-23`) and the instants they begin at, in UTC ms, in a zone. */

/** The first instant of a day. */
export function startOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** The first instant after a day: what is valid until that day holds before it. */
export function endOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** The day of an instant. */
export function dayOf(atMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The last day that lies before an instant, wholly or in part. */
export function lastDayBefore(atMs: number, zone: string): string {
  return dayOf(atMs - 1, zone);
}

/** The instant of a day and a clock time (`14:30`); null when the time is not whole. */
export function instantOf(day: string, time: string, zone: string): number | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d/.test(time)) return null;
  return Temporal.PlainDateTime.from(`${day}T${time.slice(0, 5)}`).toZonedDateTime(zone).epochMilliseconds;
}
