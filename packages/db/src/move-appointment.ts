import type {
  AppointmentId,
  AppointmentState,
  CalendarId,
  ClientId,
  ClosedReason,
  LeadId,
  Slot,
} from '@alize/model';
import { findAppointment, holdsRunOut, lockAppointment } from './appointments.ts';
import { readBooks, type StoredBook } from './calendar-books.ts';
import { takeCalendars } from './calendars.ts';
import { type ByWhom, changeAppointment } from './change-appointment.ts';
import type { Db, Tx } from './open-database.ts';

export type MoveAnswer<R> =
  | { readonly kind: 'done' }
  /** It is there already. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly why: R }
  /** It is not in a state for that; null: the client has no such appointment. */
  | { readonly kind: 'wrong_state'; readonly state: AppointmentState | null };

/**
 * Books what is held. A hold that lasts is booked as it is; of one that has run out the place must still be free by
 * `judge`, which must not ask the database. When it is not done, nothing has changed.
 */
export async function bookHeld<R extends string>(
  tx: Tx,
  asked: {
    readonly clientId: ClientId;
    readonly id: AppointmentId;
    readonly by: ByWhom;
    readonly remindAtMs: number | null;
    readonly nowMs: number;
  },
  judge: (book: StoredBook, startsAtMs: number) => Slot | R,
): Promise<MoveAnswer<R>> {
  const { clientId, id, by, nowMs } = asked;
  const seen = await findAppointment(tx, clientId, id);
  const [calendar] = seen ? await takeCalendars(tx, clientId, [seen.calendarId]) : [];
  const found = await lockAppointment(tx, clientId, id);
  const isWanted = found?.state === 'held' || (found?.state === 'released' && found.heldUntilMs !== null);
  if (!found || !calendar || !isWanted) return { kind: 'wrong_state', state: found?.state ?? null };
  if (found.state !== 'held' || (found.heldUntilMs ?? 0) <= nowMs) {
    const span = { startsAtMs: found.startsAtMs, endsAtMs: found.endsAtMs };
    const [book] = await readBooks(tx, [calendar], { ...span, nowMs, except: id });
    const slot = book && judge(book, found.startsAtMs);
    if (typeof slot === 'string') return { kind: 'refused', why: slot };
  }
  const set = {
    state: 'booked' as const,
    ...{ held_until: null, booked_at: nowMs, booked_by: by.userId, remind_at: asked.remindAtMs },
  };
  await changeAppointment(tx, found, { kind: 'booked', by, reason: null, atMs: nowMs, set });
  return { kind: 'done' };
}

/**
 * Moves a booked appointment to another time, of the same calendar or of another: the calendars' turn first, then
 * `judge`, which must not ask the database. When it is not done, nothing has changed.
 */
export async function moveAppointment<R extends string>(
  tx: Tx,
  asked: {
    readonly clientId: ClientId;
    readonly id: AppointmentId;
    readonly calendarId: CalendarId | null;
    readonly startsAtMs: number;
    readonly by: ByWhom;
    readonly reason: string;
    readonly remindAtMs: number | null;
    readonly nowMs: number;
  },
  judge: (book: StoredBook, startsAtMs: number) => Slot | R,
): Promise<MoveAnswer<R>> {
  const { clientId, id, startsAtMs, by, reason, nowMs } = asked;
  const seen = await findAppointment(tx, clientId, id);
  if (!seen) return { kind: 'wrong_state', state: null };
  const target = asked.calendarId ?? seen.calendarId;
  const calendars = await takeCalendars(tx, clientId, [seen.calendarId, target]);
  const found = await lockAppointment(tx, clientId, id);
  const calendar = calendars.find((each) => each.id === target);
  if (found?.state !== 'booked') return { kind: 'wrong_state', state: found?.state ?? null };
  if (!calendar) return { kind: 'wrong_state', state: null };
  if (found.calendarId === target && found.startsAtMs === startsAtMs) return { kind: 'same' };
  const span = { startsAtMs, endsAtMs: startsAtMs + 1 };
  const [book] = await readBooks(tx, [calendar], { ...span, nowMs, except: id });
  const slot = book && judge(book, startsAtMs);
  if (typeof slot !== 'object') return { kind: 'refused', why: slot as R };
  const before = {
    startsAtMs: found.startsAtMs,
    endsAtMs: found.endsAtMs,
    calendarId: found.calendarId,
  };
  const set = {
    ...{ calendar_id: slot.calendarId, starts_at: slot.startsAtMs, ends_at: slot.endsAtMs },
    ...{ confirmed_at: null, remind_at: asked.remindAtMs, reminded_at: nowMs },
    sequence: found.sequence + 1,
  };
  await changeAppointment(tx, found, { kind: 'moved', by, before, reason, atMs: nowMs, set });
  return { kind: 'done' };
}

/** Writes holds that have run out as released; answers how many. They count as nothing before it already. */
export async function sweepHolds(db: Db, nowMs: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const holds = await holdsRunOut(tx, nowMs, sweptAtOnce);
    for (const hold of holds) {
      const by = { whom: 'system', userId: null } as const;
      const set = { state: 'released' } as const;
      await changeAppointment(tx, hold, { kind: 'released', by, reason: null, atMs: nowMs, set });
    }
    return holds.length;
  });
}

const sweptAtOnce = 200;

/**
 * Closes the lead of an appointment by what became of it, or opens it to be called again. A lead that is called at
 * this instant, or is open for another reason, is left alone. False when it was.
 */
export async function settleLead(
  tx: Tx,
  clientId: ClientId,
  leadId: LeadId,
  next: Extract<ClosedReason, 'success' | 'no_show'> | 'call_again',
  atMs: number,
): Promise<boolean> {
  const set =
    next === 'call_again'
      ? ({ state: 'open', closed_reason: null, next_try_at: atMs } as const)
      : ({ state: 'closed', closed_reason: next, next_try_at: null } as const);
  const { numUpdatedRows } = await tx
    .updateTable('lead')
    .set({ ...set, is_callback: 0, callback_agent_id: null, changed_at: atMs })
    .where('id', '=', leadId)
    .where('client_id', '=', clientId)
    .where('state', '=', 'closed')
    .where('closed_reason', 'in', ['success', 'no_show'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
