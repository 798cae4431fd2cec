/** A calling window of one weekday, local to the schedule's zone; half-open: `to` itself is outside. */
export interface ScheduleWindow {
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly day: number;
  /** `HH:MM`. */
  readonly from: string;
  /** `HH:MM`, later than `from`; `24:00` ends the day. */
  readonly to: string;
}

/** When a campaign may dial, in the zone of the site that works it. Stricter than the law, never looser. */
export interface Schedule {
  /** IANA zone name. */
  readonly zone: string;
  readonly windows: readonly ScheduleWindow[];
}

/** True when `now` lies inside one of the schedule's windows. */
export function isOpen(schedule: Schedule, now: Temporal.Instant): boolean {
  const local = now.toZonedDateTimeISO(schedule.zone);
  const minute = local.hour * 60 + local.minute;
  return schedule.windows.some(
    (window) =>
      window.day === local.dayOfWeek && minuteOf(window.from) <= minute && minute < minuteOf(window.to),
  );
}

/** The first instant from `now` on at which the schedule is open; `now` itself when it is open, null when it never is. */
export function nextOpening(schedule: Schedule, now: Temporal.Instant): Temporal.Instant | null {
  if (isOpen(schedule, now)) return now;
  const today = now.toZonedDateTimeISO(schedule.zone).startOfDay();
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = today.add({ days: ahead });
    const openings = schedule.windows
      .filter((window) => window.day === day.dayOfWeek)
      .map((window) =>
        day.toPlainDate().toZonedDateTime({ timeZone: schedule.zone, plainTime: window.from }).toInstant(),
      )
      .filter((instant) => Temporal.Instant.compare(instant, now) > 0)
      .sort(Temporal.Instant.compare);
    if (openings[0]) return openings[0];
  }
  return null;
}

/** Minutes after midnight of `HH:MM`. */
function minuteOf(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}
