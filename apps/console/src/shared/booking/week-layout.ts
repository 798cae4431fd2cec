/** A week as columns of days: where what happens stands, by the wall clock of the zone. Days are `2026-11-23`. */

export interface Span {
  readonly startsAtMs: number;
  /** Half-open. */
  readonly endsAtMs: number;
}

/** Minutes after midnight, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One of several that overlap, side by side. */
export interface Lane {
  /** From 0. */
  readonly lane: number;
  readonly lanesCount: number;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** The day some days later; earlier, below zero. */
export function daysLater(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The seven days of a week. */
export function daysFrom(first: string): readonly string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => daysLater(first, days));
}

/** The part of a span that lies on a day; null when none does. An hour that comes twice is drawn once. */
export function stretchOn(day: string, { startsAtMs, endsAtMs }: Span, zone: string): Stretch | null {
  const [start, end] = [wallOf(startsAtMs, zone), wallOf(endsAtMs, zone)];
  if (start.day > day || end.day < day || (end.day === day && end.minute === 0)) return null;
  const from = start.day < day ? 0 : start.minute;
  const to = end.day > day ? 24 * 60 : end.minute;
  return { from, to: Math.max(to, from + 1) };
}

function wallOf(atMs: number, zone: string): { day: string; minute: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  return { day: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
}

/** Puts what overlaps side by side, in the order of their beginnings. */
export function inLanes<T extends Stretch>(stretches: readonly T[]): readonly (T & Lane)[] {
  const sorted = [...stretches].sort((one, other) => one.from - other.from || other.to - one.to);
  return clustersOf(sorted).flatMap(sideBySide);
}

function clustersOf<T extends Stretch>(sorted: readonly T[]): readonly (readonly T[])[] {
  const clusters: T[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const stretch of sorted) {
    const last = clusters.at(-1);
    if (last && stretch.from < until) last.push(stretch);
    else clusters.push([stretch]);
    until = Math.max(until, stretch.to);
  }
  return clusters;
}

function sideBySide<T extends Stretch>(cluster: readonly T[]): readonly (T & Lane)[] {
  const ends: number[] = [];
  const placed = cluster.map((stretch) => {
    const free = ends.findIndex((end) => end <= stretch.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = stretch.to;
    return { stretch, lane };
  });
  return placed.map(({ stretch, lane }) => ({ ...stretch, lane, lanesCount: ends.length }));
}

/** The whole hours that show all of these and a working day; half-open. */
export function shownHours(stretches: readonly Stretch[]): Stretch {
  const first = Math.min(8 * 60, ...stretches.map(({ from }) => from));
  const last = Math.max(18 * 60, ...stretches.map(({ to }) => to));
  return { from: Math.floor(first / 60), to: Math.ceil(last / 60) };
}

/** The share of the open time that is taken, 0 to 1; null when nothing is open. `capacity` at the same time. */
export function loadOf(open: readonly Span[], taken: readonly Span[], capacity: number): number | null {
  const room = lengthOf(open) * capacity;
  return room === 0 ? null : Math.min(1, lengthOf(taken) / room);
}

const lengthOf = (spans: readonly Span[]) =>
  spans.reduce((sum, { startsAtMs, endsAtMs }) => sum + (endsAtMs - startsAtMs), 0);
