import type { AppointmentId, AppointmentState, CalendarId, CampaignId, ClientId, LeadId } from '@alize/model';
import { type SqlBool, sql } from 'kysely';
import { lockNext, lockToChange } from './engine.ts';
import type { Db } from './open-database.ts';

/** An appointment with whom it is with, where, and by whose agent. */
export type AppointmentRow = Awaited<ReturnType<typeof appointmentsOfClient>>[number];

/** Which appointments a page shows. What is undefined does not narrow it. */
export interface AppointmentFilter {
  readonly campaignId?: CampaignId | undefined;
  readonly calendarId?: CalendarId | undefined;
  readonly leadId?: LeadId | undefined;
  readonly state?: AppointmentState | undefined;
  /** They begin at or after. */
  readonly fromMs?: number | undefined;
  /** They begin before. */
  readonly toMs?: number | undefined;
}

export interface AppointmentPage {
  readonly after: { readonly atMs: number; readonly id: AppointmentId } | null;
  readonly isLatestFirst: boolean;
  readonly limit: number;
}

/** The client's appointments that fit, by when they begin. */
export async function appointmentsOfClient(
  db: Db,
  clientId: ClientId,
  filter: AppointmentFilter,
  { after, isLatestFirst, limit }: AppointmentPage,
) {
  const direction = isLatestFirst ? 'desc' : 'asc';
  return selectAppointments(db, clientId)
    .where(narrowedTo(filter))
    .where(isAfter(after, isLatestFirst))
    .orderBy('appointment.starts_at', direction)
    .orderBy('appointment.id', direction)
    .limit(limit)
    .execute();
}

/** An appointment; null when the client has none of that id. */
export async function findAppointment(
  db: Db,
  clientId: ClientId,
  id: AppointmentId,
): Promise<AppointmentRow | null> {
  const row = await selectAppointments(db, clientId).where('appointment.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The same, to be changed: nobody else changes it before the transaction ends. */
export async function lockAppointment(
  tx: Db,
  clientId: ClientId,
  id: AppointmentId,
): Promise<AppointmentRow | null> {
  const own = tx
    .selectFrom('appointment')
    .select('id')
    .where('id', '=', id)
    .where('client_id', '=', clientId);
  const row = await lockToChange(tx, 'appointment', own).executeTakeFirst();
  return row ? findAppointment(tx, clientId, id) : null;
}

/** Whose an appointment is and when it ends, for a link that names nothing but the appointment; null when there is none. */
export async function clientOfAppointment(
  db: Db,
  id: AppointmentId,
): Promise<{ readonly clientId: ClientId; readonly endsAtMs: number } | null> {
  const row = await db
    .selectFrom('appointment')
    .select(['client_id as clientId', 'ends_at as endsAtMs'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest appointment that a call held or holds and whose hold nobody let go; null for none. */
export async function wantedByCall(
  db: Db,
  clientId: ClientId,
  attemptId: NonNullable<AppointmentRow['attemptId']>,
): Promise<AppointmentId | null> {
  const row = await db
    .selectFrom('appointment')
    .select('id')
    .where('attempt_id', '=', attemptId)
    .where('client_id', '=', clientId)
    // A hold that ran out keeps the instant until which it lasted; one that was let go does not.
    .where('held_until', 'is not', null)
    .where('state', 'in', ['held', 'released'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The booked appointment whose reminders are to be looked at first, taken for this transaction. Index appointment_remind. */
export function appointmentToRemind(tx: Db, nowMs: number) {
  const due = tx
    .selectFrom('appointment')
    .select(['id', 'client_id as clientId'])
    .where('state', '=', sql.lit('booked'))
    .where('remind_at', 'is not', null)
    .where('remind_at', '<=', nowMs)
    .orderBy('remind_at')
    .limit(1);
  return lockNext(tx, due).executeTakeFirst();
}

/** Has an appointment's reminders looked at later, unless it has begun by then. */
export async function putReminderOff(db: Db, id: AppointmentId, untilMs: number): Promise<void> {
  const one = db.updateTable('appointment').where('id', '=', id);
  await one.set({ remind_at: untilMs }).where('starts_at', '>', untilMs).execute();
  await one.set({ remind_at: null }).where('starts_at', '<=', untilMs).execute();
}

/** Holds whose time has run out, taken for this transaction. Index appointment_held. */
export function holdsRunOut(tx: Db, nowMs: number, limit: number) {
  const due = tx
    .selectFrom('appointment')
    .select([
      'id',
      'client_id as clientId',
      'campaign_id as campaignId',
      'calendar_id as calendarId',
      'state',
    ])
    .where('state', '=', sql.lit('held'))
    .where('held_until', '<=', nowMs)
    .orderBy('held_until')
    .limit(limit);
  return lockNext(tx, due).execute();
}

/** Notes up to when an appointment's reminders were looked at, and when they are next. Call it with its row taken. */
export async function noteReminded(
  tx: Db,
  id: AppointmentId,
  { atMs, nextAtMs }: { readonly atMs: number; readonly nextAtMs: number | null },
): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ reminded_at: atMs, remind_at: nextAtMs })
    .where('id', '=', id)
    .execute();
}

/** Has the reminders of a campaign's coming appointments looked at anew, for what is asked has changed. */
export async function lookAtRemindersAgain(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  nowMs: number,
): Promise<void> {
  await db
    .updateTable('appointment')
    .set({ remind_at: nowMs })
    .where('client_id', '=', clientId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', nowMs)
    .execute();
}

function narrowedTo(filter: AppointmentFilter) {
  const is = (column: string, value: unknown) =>
    value === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${sql.ref(column)} = ${value}`;
  return sql<SqlBool>`${is('appointment.campaign_id', filter.campaignId)}
    and ${is('appointment.calendar_id', filter.calendarId)}
    and ${is('appointment.lead_id', filter.leadId)}
    and ${is('appointment.state', filter.state)}
    and appointment.starts_at >= ${filter.fromMs ?? 0}
    and appointment.starts_at < ${filter.toMs ?? Number.MAX_SAFE_INTEGER}`;
}

function isAfter(after: AppointmentPage['after'], isLatestFirst: boolean) {
  if (!after) return sql<SqlBool>`true`;
  const sign = isLatestFirst ? sql`<` : sql`>`;
  return sql<SqlBool>`(appointment.starts_at, appointment.id) ${sign} (${after.atMs}, ${after.id})`;
}

function selectAppointments(db: Db, clientId: ClientId) {
  return db
    .selectFrom('appointment')
    .innerJoin('calendar', 'calendar.id', 'appointment.calendar_id')
    .innerJoin('campaign', 'campaign.id', 'appointment.campaign_id')
    .innerJoin('client', 'client.id', 'appointment.client_id')
    .innerJoin('lead', 'lead.id', 'appointment.lead_id')
    .leftJoin('user', (join) =>
      join.on(sql<SqlBool>`"user".id = coalesce(appointment.booked_by, appointment.held_by)`),
    )
    .select([
      'appointment.id',
      'appointment.client_id as clientId',
      'appointment.calendar_id as calendarId',
      'appointment.campaign_id as campaignId',
      'appointment.lead_id as leadId',
      'appointment.attempt_id as attemptId',
      'appointment.state',
      'appointment.starts_at as startsAtMs',
      'appointment.ends_at as endsAtMs',
      'appointment.held_until as heldUntilMs',
      'appointment.booked_at as bookedAtMs',
      'appointment.booked_by as bookedBy',
      'appointment.confirmed_at as confirmedAtMs',
      'appointment.reminded_at as remindedAtMs',
      'appointment.reason',
      'appointment.note',
      'appointment.sequence',
      'appointment.changed_at as changedAtMs',
      'calendar.name as calendarName',
      'campaign.name as campaignName',
      'client.name as clientName',
      'user.name as agentName',
      'lead.phone_number as phoneNumber',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.reference',
      'lead.email',
      'lead.address',
      'lead.address_extra as addressExtra',
      'lead.postal_code as postalCode',
      'lead.city',
      'lead.country',
      'lead.state_of_address as region',
      'lead.time_zone as timeZone',
    ])
    .where('appointment.client_id', '=', clientId);
}
