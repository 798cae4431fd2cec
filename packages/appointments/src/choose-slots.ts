import type { CalendarChoice, CalendarId, Slot } from '@alize/model';
import type { Offer } from './free-slots.ts';

/** When each calendar was last given an appointment of the campaign; those that never were are missing. */
export type LastTurns = ReadonlyMap<CalendarId, number>;

/**
 * Of what several calendars offer, one slot for each time, soonest first. round_robin: of the calendar whose last turn
 * is the longest ago, one without a turn first. least_loaded: of the calendar with the fewest appointments that day;
 * among equals, whose turn it is. What is left undecided goes by id, so that everybody sees the same.
 */
export function chooseSlots(
  offers: readonly Offer[],
  choice: CalendarChoice,
  turns: LastTurns,
): readonly Slot[] {
  const chosen = new Map<number, Offer>();
  const goesBefore = order(choice, turns);
  for (const offer of offers) {
    const rival = chosen.get(offer.slot.startsAtMs);
    if (!rival || goesBefore(offer, rival) < 0) chosen.set(offer.slot.startsAtMs, offer);
  }
  return [...chosen.values()].map(({ slot }) => slot).sort((one, other) => one.startsAtMs - other.startsAtMs);
}

function order(choice: CalendarChoice, turns: LastTurns): (one: Offer, other: Offer) => number {
  const turnOf = ({ slot }: Offer) => turns.get(slot.calendarId) ?? Number.NEGATIVE_INFINITY;
  const byTurn = (one: Offer, other: Offer) => compare(turnOf(one), turnOf(other)) || byId(one, other);
  if (choice === 'round_robin') return byTurn;
  return (one, other) => one.countOfDay - other.countOfDay || byTurn(one, other);
}

const byId = (one: Offer, other: Offer) => (one.slot.calendarId < other.slot.calendarId ? -1 : 1);
const compare = (one: number, other: number) => (one < other ? -1 : one > other ? 1 : 0);
