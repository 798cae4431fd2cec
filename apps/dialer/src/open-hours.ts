import type { Schedule } from '@alize/model';

/** For how many milliseconds of a period, in UTC milliseconds, a schedule is open. */
export function openMsBetween(schedule: Schedule, fromMs: number, toMs: number): number {
  const { zone } = schedule;
  let openMs = 0;
  let day = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone).toPlainDate();
  while (instantMs(day, '00:00', zone) < toMs) {
    for (const window of schedule.windows) {
      if (window.day !== day.dayOfWeek) continue;
      const opensMs = Math.max(fromMs, instantMs(day, window.from, zone));
      const closesMs = Math.min(toMs, instantMs(day, window.to, zone));
      openMs += Math.max(0, closesMs - opensMs);
    }
    day = day.add({ days: 1 });
  }
  return openMs;
}

function instantMs(day: Temporal.PlainDate, time: string, zone: string): number {
  const at =
    time === '24:00'
      ? day.add({ days: 1 }).toZonedDateTime(zone)
      : day.toZonedDateTime({ timeZone: zone, plainTime: time });
  return at.epochMilliseconds;
}
