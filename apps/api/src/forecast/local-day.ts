/** A day of a zone, between its two midnights. */
export interface LocalDay {
  /** ISO date. */
  readonly date: string;
  readonly zone: string;
  /** UTC milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
}

export function localDay(date: string, zone: string): LocalDay {
  const day = Temporal.PlainDate.from(date);
  const midnight = (of: Temporal.PlainDate) => of.toZonedDateTime(zone).epochMilliseconds;
  return { date, zone, fromMs: midnight(day), toMs: midnight(day.add({ days: 1 })) };
}

export function dayAt(ms: number, zone: string): LocalDay {
  const date = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  return localDay(date.toString(), zone);
}

/** Seconds since midnight; on the day of a change of the clock, since the midnight that its clock shows. */
export function secondOfDay(ms: number, zone: string): number {
  const { hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return hour * 3600 + minute * 60 + second;
}

/** `09:05` of a second of the day; `24:00` ends it. */
export function clockText(second: number): string {
  const minutes = Math.floor(second / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function secondOfClock(text: string): number {
  const [hour = '0', minute = '0'] = text.split(':');
  return Number(hour) * 3600 + Number(minute) * 60;
}
