import {
  type AppointmentRow,
  type ByWhom,
  changeAppointment,
  findAppointment,
  findCall,
  findLead,
  heldByCall,
  lockAppointment,
  placeAppointment,
  type Tx,
} from '@alize/db';
import type { AttemptId, CalendarId, ClientId, UserId } from '@alize/model';
import { correctionsOf, seedOf } from '@alize/scripts';
import type { ApiParts } from '../api-parts.ts';
import { callRefusal } from '../calls/open-call.ts';
import { Problem } from '../problem.ts';
import { type Booking, bookingOf } from './booking.ts';
import { chooserOf } from './choose.ts';
import type { WhereFacts } from './person.ts';
import { slotProblem } from './slot-problem.ts';

/** An agent in a call. */
export interface CallAsked {
  readonly clientId: ClientId;
  readonly userId: UserId;
  readonly attemptId: AttemptId;
}

const minuteMs = 60_000;

/**
 * The campaign and the lead of an agent's call, its address as the answers so far have put it right. Throws the Problem
 * `call_not_yours` when the call is another's or is over, `not_found` when it is not the client's.
 */
export async function callForBooking(db: Tx | ApiParts['database']['db'], asked: CallAsked) {
  const call = await findCall(db, asked.clientId, asked.userId, asked.attemptId);
  if (!call) throw await callRefusal(db, asked);
  const { campaignId, leadId, phoneNumber } = call;
  const lead = await findLead(db, asked.clientId, leadId);
  if (!lead) throw new Problem('not_found');
  const { postalCode, country, region, timeZone } = lead;
  const where: WhereFacts = { postalCode, country, region, timeZone, phoneNumber };
  const facts = { fields: {}, seed: seedOf(leadId) };
  const said = correctionsOf(call.script, call.answers, facts).find(({ field }) => field === 'postalCode');
  return { campaignId, leadId, where: said ? { ...where, postalCode: String(said.value) } : where };
}

/**
 * Holds a time for a call, in place of what it held; the same time again renews it. Throws the Problems of the call and
 * of the slot.
 */
export async function holdSlot(
  api: ApiParts,
  asked: CallAsked & {
    readonly startsAtMs: number;
    readonly calendarId: CalendarId | undefined;
    readonly note: string | undefined;
  },
): Promise<AppointmentRow> {
  const { clientId, startsAtMs } = asked;
  const id = api.ids.make('appointment');
  return api.database.db.transaction().execute(async (tx) => {
    const nowMs = api.clock.nowMs();
    const { campaignId, leadId, where } = await callForBooking(tx, asked);
    const { booking } = await bookingOf(tx, clientId, campaignId);
    const held = await heldByCall(tx, clientId, asked.attemptId);
    const answer = await placeAppointment(
      tx,
      {
        ...{ id, clientId, campaignId, leadId, startsAtMs, nowMs },
        attemptId: asked.attemptId,
        calendarIds: calendarsAsked(booking, asked.calendarId),
        note: asked.note ?? held?.note ?? '',
        by: { whom: 'user', userId: asked.userId },
        heldUntilMs: nowMs + booking.holdMinutes * minuteMs,
        remindAtMs: null,
      },
      chooserOf({ booking, lead: where, startsAtMs, nowMs }),
    );
    if (answer.kind === 'refused') throw slotProblem(answer.why);
    return demandAppointment(tx, clientId, answer.id);
  });
}

/** Lets go of what a call holds; nothing happens when it holds nothing. */
export async function letGoOfSlot(api: ApiParts, asked: CallAsked): Promise<void> {
  await api.database.db.transaction().execute(async (tx) => {
    await callForBooking(tx, asked);
    await releaseHold(tx, asked, { whom: 'user', userId: asked.userId }, api.clock.nowMs());
  });
}

/** Writes what a call holds as let go. Call it in a transaction. */
export async function releaseHold(
  tx: Tx,
  { clientId, attemptId }: Pick<CallAsked, 'clientId' | 'attemptId'>,
  by: ByWhom,
  atMs: number,
): Promise<void> {
  const held = await heldByCall(tx, clientId, attemptId);
  const own = held && (await lockAppointment(tx, clientId, held.id));
  if (own?.state !== 'held') return;
  const set = { state: 'released', held_until: null } as const;
  await changeAppointment(tx, own, { kind: 'released', by, reason: null, atMs, set });
}

/** The calendars among which one is chosen: the campaign's, or of them the one that is asked for. */
export function calendarsAsked(booking: Booking, asked: CalendarId | undefined): readonly CalendarId[] {
  if (asked === undefined) return booking.calendarIds;
  if (!booking.calendarIds.includes(asked)) throw new Problem('calendar_not_booked');
  return [asked];
}

/** An appointment that is there. Throws `not_found`. */
export async function demandAppointment(
  db: Parameters<typeof findAppointment>[0],
  clientId: ClientId,
  id: Parameters<typeof findAppointment>[2],
): Promise<AppointmentRow> {
  const found = await findAppointment(db, clientId, id);
  if (!found) throw new Problem('not_found');
  return found;
}
