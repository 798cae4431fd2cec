import { dayOf } from '../local-day.ts';

/** Slots of one day, in order. */
export interface SlotDay<S> {
  /** `2026-11-23`, in the zone in which the times are told. */
  readonly day: string;
  readonly morning: readonly S[];
  readonly afternoon: readonly S[];
}

/** Slots by the day and half of the day in which they begin. */
export function slotDays<S extends { readonly startsAtMs: number }>(
  slots: readonly S[],
  zone: string,
): readonly SlotDay<S>[] {
  const sorted = [...slots].sort((one, other) => one.startsAtMs - other.startsAtMs);
  const byDay = Map.groupBy(sorted, ({ startsAtMs }) => dayOf(startsAtMs, zone));
  return [...byDay].map(([day, ofDay]) => {
    const isMorning = ({ startsAtMs }: S) => hourOf(startsAtMs, zone) < 12;
    return { day, morning: ofDay.filter(isMorning), afternoon: ofDay.filter((slot) => !isMorning(slot)) };
  });
}

const hourOf = (atMs: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).hour;
