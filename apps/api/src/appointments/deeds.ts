import { type AppointmentDeed, nextReminderAt, nextState } from '@alize/appointments';
import {
  type AppointmentRow,
  type ByWhom,
  changeAppointment,
  type Db,
  findCalendar,
  lockAppointment,
  moveAppointment,
  placeAppointment,
  settleLead,
  type Tx,
} from '@alize/db';
import type { AppointmentId, CalendarId, CampaignId, ClientId, LeadId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { Problem } from '../problem.ts';
import { bookingOf } from './booking.ts';
import { chooserOf, judgeAt } from './choose.ts';
import { calendarsAsked, demandAppointment } from './hold.ts';
import { slotProblem } from './slot-problem.ts';
import { leadForSlots } from './slots.ts';
import { type Told, tellAll, tellWebhooks } from './tell.ts';

/** Which appointment, in whose name. */
export interface DeedAsked {
  readonly clientId: ClientId;
  readonly id: AppointmentId;
  readonly by: ByWhom;
}

/** Books an appointment outside a call. Call it in a transaction. Throws the Problems of the slot, and `not_found`. */
export async function bookOutside(
  api: ApiParts,
  tx: Tx,
  asked: Omit<DeedAsked, 'id'> & {
    readonly campaignId: CampaignId;
    readonly leadId: LeadId;
    readonly startsAtMs: number;
    readonly calendarId: CalendarId | undefined;
    readonly note: string;
  },
): Promise<AppointmentId> {
  const { clientId, campaignId, leadId, startsAtMs, note, by } = asked;
  const nowMs = api.clock.nowMs();
  await demandCampaign(tx, clientId, campaignId);
  const { booking } = await bookingOf(tx, clientId, campaignId);
  const lead = await leadForSlots(tx, clientId, campaignId, leadId);
  const id = api.ids.make('appointment');
  const answer = await placeAppointment(
    tx,
    {
      ...{ id, clientId, campaignId, leadId, attemptId: null, startsAtMs, note, by, nowMs },
      calendarIds: calendarsAsked(booking, asked.calendarId),
      heldUntilMs: null,
      remindAtMs: nextReminderAt(booking.reminders, startsAtMs, nowMs),
    },
    chooserOf({ booking, lead, startsAtMs, nowMs }),
  );
  if (answer.kind === 'refused') throw slotProblem(answer.why);
  await tellAll(api, tx, await toldOf(tx, clientId, id, nowMs), 'booked');
  return id;
}

/** Moves a booked appointment; whoever is concerned is told, once when it is asked twice. Throws the Problems of the slot and of the state. */
export async function moveTo(
  api: ApiParts,
  asked: DeedAsked & {
    readonly startsAtMs: number;
    readonly calendarId: CalendarId | undefined;
    readonly reason: string;
  },
): Promise<void> {
  const { clientId, id, startsAtMs, by, reason } = asked;
  await api.database.db.transaction().execute(async (tx) => {
    const nowMs = api.clock.nowMs();
    const before = await demandAppointment(tx, clientId, id);
    const { booking } = await bookingOf(tx, clientId, before.campaignId);
    const calendarId = asked.calendarId ?? null;
    if (calendarId && !(await findCalendar(tx, clientId, calendarId))) throw new Problem('not_found');
    const remindAtMs = nextReminderAt(booking.reminders, startsAtMs, nowMs);
    const answer = await moveAppointment(
      tx,
      { clientId, id, calendarId, startsAtMs, by, reason, remindAtMs, nowMs },
      (book, atMs) => judgeAt(book, atMs, nowMs),
    );
    if (answer.kind === 'refused') throw slotProblem(answer.why);
    if (answer.kind === 'wrong_state') throw new Problem('appointment_settled');
    if (answer.kind === 'same') return;
    await tellAll(api, tx, await toldOf(tx, clientId, id, nowMs, reason), 'moved', before.calendarId);
  });
}

/** Cancels a booked appointment; whoever is concerned is told. Throws the Problem of the state. */
export async function cancelFor(
  api: ApiParts,
  asked: DeedAsked & { readonly reason: string },
): Promise<void> {
  await settle(api, asked, 'cancel', async (tx, found, nowMs) => {
    if (found.startsAtMs <= nowMs && asked.by.whom === 'person') throw new Problem('appointment_settled');
    const { by, reason, clientId, id } = asked;
    const set = {
      state: 'cancelled' as const,
      ...{ reason, remind_at: null, sequence: found.sequence + 1 },
    };
    await changeAppointment(tx, found, { kind: 'cancelled', by, reason, atMs: nowMs, set });
    await tellAll(api, tx, await toldOf(tx, clientId, id, nowMs), 'cancelled');
  });
}

/** The person says that they will come; said twice it is as said once. Throws the Problem of the state. */
export async function confirmFor(api: ApiParts, asked: DeedAsked): Promise<void> {
  await settle(api, asked, 'confirm', async (tx, found, nowMs) => {
    if (found.confirmedAtMs !== null) return;
    if (found.startsAtMs <= nowMs) throw new Problem('appointment_settled');
    const { by, clientId, id } = asked;
    const set = { confirmed_at: nowMs };
    await changeAppointment(tx, found, { kind: 'confirmed', by, reason: null, atMs: nowMs, set });
    await tellWebhooks(api, tx, await toldOf(tx, clientId, id, nowMs), 'appointment.confirmed');
  });
}

/** The client tells that the person was there. Throws the Problems of the state and of the time. */
export async function keptFor(api: ApiParts, asked: DeedAsked): Promise<void> {
  await settle(api, asked, 'keep', async (tx, found, nowMs) => {
    refuseUnlessBegun(found, nowMs);
    const set = { state: 'kept' as const, remind_at: null };
    await changeAppointment(tx, found, { kind: 'kept', by: asked.by, reason: null, atMs: nowMs, set });
    await settleLead(tx, asked.clientId, found.leadId, 'success', nowMs);
  });
}

/**
 * The client tells that the person was not there: the lead is closed as a no-show, or opened to be called again, as
 * the campaign says. Throws the Problems of the state and of the time.
 */
export async function missedFor(
  api: ApiParts,
  asked: DeedAsked & { readonly reason: string | null },
): Promise<void> {
  await settle(api, asked, 'miss', async (tx, found, nowMs) => {
    refuseUnlessBegun(found, nowMs);
    const { by, reason, clientId, id } = asked;
    const set = { state: 'no_show' as const, remind_at: null, reason };
    await changeAppointment(tx, found, { kind: 'no_show', by, reason, atMs: nowMs, set });
    const told = await toldOf(tx, clientId, id, nowMs);
    const next = told.booking.afterNoShow === 'call_again' ? 'call_again' : 'no_show';
    await settleLead(tx, clientId, found.leadId, next, nowMs);
    await tellWebhooks(api, tx, told, 'appointment.no_show');
  });
}

function refuseUnlessBegun({ startsAtMs }: AppointmentRow, nowMs: number): void {
  if (startsAtMs > nowMs) throw new Problem('appointment_to_come');
}

/** Does something to an appointment whose state allows it, in one transaction. */
async function settle(
  api: ApiParts,
  { clientId, id }: DeedAsked,
  deed: AppointmentDeed,
  work: (tx: Tx, found: AppointmentRow, nowMs: number) => Promise<void>,
): Promise<void> {
  await api.database.db.transaction().execute(async (tx) => {
    const found = await lockAppointment(tx, clientId, id);
    if (!found) throw new Problem('not_found');
    if (!nextState(found.state, deed)) throw new Problem('appointment_settled');
    await work(tx, found, api.clock.nowMs());
  });
}

/** An appointment as it stands now, for those who are told; `reason`: of what befell it, where its row has none. */
export async function toldOf(
  tx: Db,
  clientId: ClientId,
  id: AppointmentId,
  nowMs: number,
  reason?: string,
): Promise<Told> {
  const found = await demandAppointment(tx, clientId, id);
  const calendar = await findCalendar(tx, clientId, found.calendarId);
  if (!calendar) throw new Error(`appointment ${id} has no calendar`);
  const { booking } = await bookingOf(tx, clientId, found.campaignId);
  return { appointment: reason === undefined ? found : { ...found, reason }, calendar, booking, nowMs };
}
