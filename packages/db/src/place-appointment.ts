import type { AppointmentId, AttemptId, CalendarId, CampaignId, ClientId, LeadId, Slot } from '@alize/model';
import { type AppointmentRow, findAppointment, lockAppointment } from './appointments.ts';
import { lastTurns, readBooks, type StoredBook } from './calendar-books.ts';
import { takeCalendars } from './calendars.ts';
import { type ByWhom, changeAppointment, noteChange, tellChange } from './change-appointment.ts';
import type { Tx } from './open-database.ts';

/** A time wanted of some calendars. */
export interface PlaceAsked {
  readonly id: AppointmentId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  readonly attemptId: AttemptId | null;
  /** Any of them may take it. */
  readonly calendarIds: readonly CalendarId[];
  readonly startsAtMs: number;
  readonly note: string;
  readonly by: ByWhom;
  readonly nowMs: number;
  /** Until when it is held; null: it is booked at once. */
  readonly heldUntilMs: number | null;
  readonly remindAtMs: number | null;
}

/** Chooses one of the calendars by the rules, or says why none. Must not ask the database. */
export type ChooseSlot<R> = (
  books: readonly StoredBook[],
  turns: ReadonlyMap<CalendarId, number>,
) => Slot | R;

/**
 * Holds or books a time. It is the calendars' turn first, so what `choose` sees stays true until the transaction ends:
 * two never get the same place. What the call held before is let go, or held on when it is the same time. Answers the
 * appointment's id, or why there is none, and then nothing has changed.
 */
export async function placeAppointment<R extends string>(
  tx: Tx,
  asked: PlaceAsked,
  choose: ChooseSlot<R>,
): Promise<
  { readonly kind: 'placed'; readonly id: AppointmentId } | { readonly kind: 'refused'; readonly why: R }
> {
  const { clientId, startsAtMs, nowMs } = asked;
  const before = asked.attemptId === null ? null : await heldByCall(tx, clientId, asked.attemptId);
  const ids = before ? [...asked.calendarIds, before.calendarId] : asked.calendarIds;
  const calendars = await takeCalendars(tx, clientId, ids);
  const own = before && (await lockAppointment(tx, clientId, before.id));
  const held = own?.state === 'held' ? own : null;
  const books = await readBooks(
    tx,
    calendars.filter(({ id }) => asked.calendarIds.includes(id)),
    { startsAtMs, endsAtMs: startsAtMs + 1, nowMs, except: held?.id },
  );
  const slot = choose(books, await lastTurns(tx, clientId, asked.campaignId));
  if (typeof slot === 'string') return { kind: 'refused', why: slot };
  if (held?.calendarId === slot.calendarId && held.startsAtMs === startsAtMs) {
    await renew(tx, held, asked);
    return { kind: 'placed', id: held.id };
  }
  if (held) await letGo(tx, held, asked);
  await insert(tx, asked, slot);
  return { kind: 'placed', id: asked.id };
}

/** The appointment that a call holds, also one whose time has run out and that nobody has swept; null for none. */
export async function heldByCall(
  tx: Tx,
  clientId: ClientId,
  attemptId: AttemptId,
): Promise<AppointmentRow | null> {
  const row = await tx
    .selectFrom('appointment')
    .select('id')
    .where('attempt_id', '=', attemptId)
    .where('client_id', '=', clientId)
    .where('state', '=', 'held')
    .executeTakeFirst();
  return row ? findAppointment(tx, clientId, row.id) : null;
}

async function renew(tx: Tx, held: AppointmentRow, asked: PlaceAsked): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ held_until: asked.heldUntilMs, note: asked.note, changed_at: asked.nowMs })
    .where('id', '=', held.id)
    .execute();
}

function letGo(tx: Tx, held: AppointmentRow, { by, nowMs }: PlaceAsked): Promise<void> {
  const change = { kind: 'released', set: { state: 'released', held_until: null } } as const;
  return changeAppointment(tx, held, { ...change, by, reason: null, atMs: nowMs });
}

async function insert(tx: Tx, asked: PlaceAsked, slot: Slot): Promise<void> {
  const isHeld = asked.heldUntilMs !== null;
  const state = isHeld ? 'held' : 'booked';
  const { id, clientId, campaignId, leadId, attemptId, by, nowMs } = asked;
  await tx
    .insertInto('appointment')
    .values({
      ...{ id, client_id: clientId, campaign_id: campaignId, lead_id: leadId, attempt_id: attemptId, state },
      ...{ calendar_id: slot.calendarId, starts_at: slot.startsAtMs, ends_at: slot.endsAtMs },
      ...{ held_until: asked.heldUntilMs, held_by: isHeld ? by.userId : null },
      ...{ booked_at: isHeld ? null : nowMs, booked_by: isHeld ? null : by.userId },
      ...{ confirmed_at: null, remind_at: asked.remindAtMs, reminded_at: null, reason: null },
      ...{ note: asked.note, created_at: nowMs, changed_at: nowMs },
    })
    .execute();
  await noteChange(tx, { id, clientId }, { kind: state, by, before: null, reason: null, atMs: nowMs });
  await tellChange(tx, { id, clientId, campaignId, calendarId: slot.calendarId, state }, nowMs);
}
