import {
  type CalendarBook,
  chooseSlots,
  freeSlots,
  mayTake,
  type Needs,
  type SlotRefusal,
  type Span,
  slotAt,
} from '@alize/appointments';
import type { ChooseSlot, StoredBook } from '@alize/db';
import type { Slot } from '@alize/model';
import type { Booking } from './booking.ts';
import { publicHolidays } from './free-days.ts';

/** A stored calendar as the rules read it, for a span of time. */
export function bookOf({ calendar, taken, busy }: StoredBook, span: Span): CalendarBook {
  const holidays = publicHolidays(calendar.holidaysOf, span);
  return { id: calendar.id, settings: calendar, holidays, taken, busy };
}

/** What a campaign asks of a calendar for a lead. */
export function needsOf(booking: Booking, lead: { readonly postalCode: string | null }): Needs {
  return { skills: booking.needsSkills, area: booking.usesAreas ? { postalCode: lead.postalCode } : 'any' };
}

/** The times that can be offered to a lead, one calendar for each. */
export function offeredSlots(
  books: readonly StoredBook[],
  turns: Parameters<ChooseSlot<never>>[1],
  asked: {
    readonly booking: Booking;
    readonly lead: { readonly postalCode: string | null };
    readonly span: Span;
    readonly nowMs: number;
  },
): readonly Slot[] {
  const needs = needsOf(asked.booking, asked.lead);
  const fit = books.filter(({ calendar }) => mayTake(calendar, needs));
  const offers = freeSlots(
    fit.map((book) => bookOf(book, asked.span)),
    asked.span,
    asked.nowMs,
  );
  return chooseSlots(offers, asked.booking.choice, turns);
}

/** Chooses the calendar that takes a time by the same rules, or says why none does. */
export function chooserOf(asked: {
  readonly booking: Booking;
  readonly lead: { readonly postalCode: string | null };
  readonly startsAtMs: number;
  readonly nowMs: number;
}): ChooseSlot<SlotRefusal> {
  const span = { startsAtMs: asked.startsAtMs, endsAtMs: asked.startsAtMs + 1 };
  return (books, turns) => {
    const [slot] = offeredSlots(books, turns, { ...asked, span });
    if (slot) return slot;
    const needs = needsOf(asked.booking, asked.lead);
    const fit = books.filter(({ calendar }) => mayTake(calendar, needs));
    const whys = fit.map((book) => judgeAt(book, asked.startsAtMs, asked.nowMs));
    // The nearest to yes says most: somebody was quicker, before it was never there.
    return (['taken', 'too_soon', 'too_far'] as const).find((why) => whys.includes(why)) ?? 'not_offered';
  };
}

/** The slot of one calendar at an instant, whatever a campaign asks, or why there is none. */
export function judgeAt(book: StoredBook, startsAtMs: number, nowMs: number): Slot | SlotRefusal {
  return slotAt(bookOf(book, { startsAtMs, endsAtMs: startsAtMs + 1 }), startsAtMs, nowMs);
}
