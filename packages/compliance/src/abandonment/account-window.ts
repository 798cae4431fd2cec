import type { AbandonmentDefinition } from './definition.ts';

export interface AccountTime {
  readonly atMs: number;
  /** IANA name of the zone whose days and months the account is kept in. */
  readonly zone: string;
  /** When the campaign's first call was placed; only successive periods ask for it. */
  readonly campaignStartMs: number;
}

/** UTC milliseconds: `[fromMs, toMs)`, of which the account at an instant sees what was answered by then. */
export interface AccountWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The window of an account that holds an instant. Days and months are those of the account's zone, so a day may last
 * 23 or 25 hours. Successive periods are whole local days, the first being that of the campaign's first call: the
 * texts (16 CFR 310.4(b)(4)(i), 47 CFR 64.1200(a)(7)) count days and name neither hour nor zone, and nobody reads a
 * period that ends at 14:37. Throws a RangeError for an unknown zone.
 */
export function windowAt(window: AbandonmentDefinition['window'], time: AccountTime): AccountWindow {
  if (window.kind === 'rolling_hours') {
    return { fromMs: time.atMs - window.hours * 3_600_000, toMs: time.atMs };
  }
  const today = localDay(time.atMs, time.zone);
  const from = firstDay(window, today, localDay(time.campaignStartMs, time.zone));
  return { fromMs: midnightMs(from, time.zone), toMs: midnightMs(from.add(lengthOf(window)), time.zone) };
}

type DayWindow = Exclude<AbandonmentDefinition['window'], { readonly kind: 'rolling_hours' }>;

function firstDay(window: DayWindow, today: Temporal.PlainDate, start: Temporal.PlainDate) {
  switch (window.kind) {
    case 'calendar_day':
      return today;
    case 'calendar_month':
      return today.with({ day: 1 });
    case 'successive_days': {
      const periods = Math.floor(start.until(today).days / window.days);
      return start.add({ days: periods * window.days });
    }
  }
}

function lengthOf(window: DayWindow): Temporal.DurationLike {
  switch (window.kind) {
    case 'calendar_day':
      return { days: 1 };
    case 'calendar_month':
      return { months: 1 };
    case 'successive_days':
      return { days: window.days };
  }
}

function localDay(ms: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
}

/** The first instant of a day: 01:00 where the clocks skip midnight. */
function midnightMs(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}
