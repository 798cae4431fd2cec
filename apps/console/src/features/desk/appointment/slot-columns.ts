import { slotDays } from '../../../shared/booking/slot-days.ts';

export interface SlotColumn<S> {
  /** `2026-11-24`. */
  readonly day: string;
  readonly slots: readonly S[];
}

/** Slots under their days, soonest first, by the zone in which they are told. */
export function slotColumns<S extends { readonly startsAtMs: number }>(
  slots: readonly S[],
  zone: string,
): readonly SlotColumn<S>[] {
  return slotDays(slots, zone).map(({ day, morning, afternoon }) => ({
    day,
    slots: [...morning, ...afternoon],
  }));
}

/** The zone of all calendars; null when they have several, or there is none. */
export function commonZone(slots: readonly { readonly timeZone: string }[]): string | null {
  const zones = new Set(slots.map(({ timeZone }) => timeZone));
  return zones.size === 1 ? (slots[0]?.timeZone ?? null) : null;
}

interface Timed {
  readonly startsAtMs: number;
  readonly calendarId: string;
}

export const slotKey = ({ startsAtMs, calendarId }: Timed): string => `${startsAtMs} ${calendarId}`;

/** The slots of now with those that were there before and have been taken since, so that they are seen to go. */
export function withTaken<S extends Timed>(
  before: readonly S[],
  now: readonly S[],
  nowMs: number,
): readonly (S & { readonly isTaken: boolean })[] {
  const starts = new Set(now.map(({ startsAtMs }) => startsAtMs));
  const taken = before.filter(({ startsAtMs }) => !starts.has(startsAtMs) && startsAtMs > nowMs);
  return [
    ...now.map((slot) => ({ ...slot, isTaken: false })),
    ...taken.map((slot) => ({ ...slot, isTaken: true })),
  ];
}

/** Where an arrow key leads from a slot; null when the key is none of them. A shorter column is entered at its end. */
export function slotAfter<S extends Timed>(
  columns: readonly SlotColumn<S>[],
  from: string,
  key: string,
): S | null {
  const column = columns.findIndex(({ slots }) => slots.some((slot) => slotKey(slot) === from));
  const slots = columns[column]?.slots;
  if (!slots) return null;
  const row = slots.findIndex((slot) => slotKey(slot) === from);
  const beside = (step: number) => {
    const other = columns[column + step]?.slots ?? slots;
    return other[Math.min(row, other.length - 1)] ?? null;
  };
  switch (key) {
    case 'ArrowUp':
      return slots[Math.max(0, row - 1)] ?? null;
    case 'ArrowDown':
      return slots[Math.min(slots.length - 1, row + 1)] ?? null;
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return columns[0]?.slots[0] ?? null;
    case 'End':
      return columns.at(-1)?.slots.at(-1) ?? null;
    default:
      return null;
  }
}
