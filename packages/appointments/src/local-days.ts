import type { Schedule } from '@alize/model';

/** Half-open, UTC milliseconds. */
export interface Span {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** A day as the clocks of a zone have it. */
export interface LocalDay extends Span {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Clocks are put forward or back during it. */
  readonly isUneven: boolean;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The days of a zone that touch the span, in order. */
export function localDays(zone: string, { startsAtMs, endsAtMs }: Span): readonly LocalDay[] {
  const days: LocalDay[] = [];
  let start = Temporal.Instant.fromEpochMilliseconds(startsAtMs).toZonedDateTimeISO(zone).startOfDay();
  while (start.epochMilliseconds < endsAtMs) {
    const next = start.toPlainDate().add({ days: 1 }).toZonedDateTime(zone);
    const from = start.epochMilliseconds;
    const to = next.epochMilliseconds;
    days.push({
      date: start.toPlainDate().toString(),
      weekday: start.dayOfWeek,
      startsAtMs: from,
      endsAtMs: to,
      isUneven: to - from !== dayMs || start.offsetNanoseconds !== next.offsetNanoseconds,
    });
    start = next;
  }
  return days;
}

/**
 * When a schedule is open on a day, in order. On a day whose clocks change, a window opens at the last instant at which
 * they show its beginning and closes at the first at which they show its end, so that they never show another time
 * inside; a bound that is skipped is where they jump to. Each hour that is lived twice is open twice.
 */
export function openSpans({ zone, windows }: Schedule, day: LocalDay): readonly Span[] {
  return windows
    .filter((window) => window.day === day.weekday)
    .map(({ from, to }) => ({
      startsAtMs: instantOf(zone, day, from, 'later'),
      endsAtMs: instantOf(zone, day, to, 'earlier'),
    }))
    .filter(({ startsAtMs, endsAtMs }) => startsAtMs < endsAtMs)
    .sort((one, other) => one.startsAtMs - other.startsAtMs);
}

/** When clocks show `HH:MM` on a day: the earlier or the later of two instants, or where they jump to. */
function instantOf(zone: string, day: LocalDay, time: string, which: 'earlier' | 'later'): number {
  if (time === '24:00') return day.endsAtMs;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (!day.isUneven) return day.startsAtMs + (hour * 60 + minute) * minuteMs;
  const wanted = Temporal.PlainDate.from(day.date).toPlainDateTime({ hour, minute });
  const found = wanted.toZonedDateTime(zone, { disambiguation: which });
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const before = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return before.getTimeZoneTransition('next')?.epochMilliseconds ?? found.epochMilliseconds;
}
