import { type Weekday, weekdayOf } from '../calendars/civil-day.ts';

/** An instant as the wall clock of one zone shows it. */
export interface LocalMoment {
  readonly ms: number;
  readonly zone: string;
  /** Days since 1970-01-01 of the local calendar. */
  readonly day: number;
  readonly msOfDay: number;
  readonly weekday: Weekday;
}

export const dayMs = 86_400_000;

/** What the wall clock of `zone` shows at `ms`. Throws RangeError for a zone that does not exist. */
export function localMoment(zone: string, ms: number): LocalMoment {
  const localMs = ms + offsetAt(zone, ms);
  const day = Math.floor(localMs / dayMs);
  return { ms, zone, day, msOfDay: localMs - day * dayMs, weekday: weekdayOf(day) };
}

/** The local day of an instant. */
export function localDay(zone: string, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms)) / dayMs);
}

/**
 * The first instant of local `day` at which the wall clock shows `msOfDay` or later. A time that is skipped in spring
 * comes when the clock has jumped; one that is shown twice in autumn comes the first time.
 */
export function instantOf(zone: string, day: number, msOfDay: number): number {
  const localMs = day * dayMs + msOfDay;
  const before = offsetAt(zone, localMs - dayMs);
  const early = localMs - before;
  const offset = offsetAt(zone, early);
  if (offset === before) return early;
  const late = localMs - offset;
  // Between the two answers lies the change of the clock itself, when the wall time does not exist.
  return offsetAt(zone, late) === offset ? late : changeAfter(zone, late);
}

/** Every change of a zone's clock in the years that rulings are asked for, with the offset that begins there. */
interface Changes {
  readonly startsMs: readonly number[];
  readonly offsetsMs: readonly number[];
}

const firstMs = Date.UTC(1990, 0, 1);
const lastMs = Date.UTC(2060, 0, 1);

/** Zone data never changes while a process runs; looked up once a zone, for Temporal is too slow to be asked each time. */
const known = new Map<string, Changes>();

function offsetAt(zone: string, ms: number): number {
  if (ms < firstMs || ms >= lastMs) return offsetOf(Temporal.Instant.fromEpochMilliseconds(ms), zone);
  const { startsMs, offsetsMs } = changesOf(zone);
  let low = 0;
  let high = startsMs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((startsMs[middle] ?? Infinity) <= ms) low = middle;
    else high = middle - 1;
  }
  return offsetsMs[low] ?? 0;
}

/** Asked only for wall times that do not exist, and so seldom. */
function changeAfter(zone: string, ms: number): number {
  const change = Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  return change?.epochMilliseconds ?? ms;
}

function changesOf(zone: string): Changes {
  let changes = known.get(zone);
  if (!changes) {
    changes = readChanges(zone);
    known.set(zone, changes);
  }
  return changes;
}

function readChanges(zone: string): Changes {
  const startsMs = [firstMs];
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(firstMs).toZonedDateTimeISO(zone);
  const offsetsMs = [at.offsetNanoseconds / 1e6];
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (at === null || at.epochMilliseconds >= lastMs) return { startsMs, offsetsMs };
    startsMs.push(at.epochMilliseconds);
    offsetsMs.push(at.offsetNanoseconds / 1e6);
  }
}

function offsetOf(instant: Temporal.Instant, zone: string): number {
  return instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}
