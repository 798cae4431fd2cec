import type { CountedAt } from '@alize/db';

/** Now, and the midnight that today began with in a zone: what figures "of today" are counted from. */
export function today(nowMs: number, timeZone: string): CountedAt {
  const start = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timeZone).startOfDay();
  return { nowMs, dayStartMs: start.epochMilliseconds };
}
