import type {
  Appointment,
  AppointmentId,
  AppointmentState,
  CalendarId,
  CampaignId,
  ClientId,
  UserId,
} from '@alize/model';
import { sql, type Updateable } from 'kysely';
import { appendEvents } from './events.ts';
import type { Db, Tx } from './open-database.ts';
import type { Schema } from './schema.ts';

/** Who did something to an appointment. `person`: whom it is with, by their link. `system`: its time ran out. */
export interface ByWhom {
  readonly whom: Schema['appointment_change']['by_whom'];
  readonly userId: UserId | null;
}

/** What befalls an appointment, as its history says it. */
export const appointmentChangeKinds = [
  'held',
  'booked',
  'moved',
  'confirmed',
  'cancelled',
  'released',
  'kept',
  'no_show',
] as const;
export type AppointmentChangeKind = (typeof appointmentChangeKinds)[number];

/** Where an appointment was before it was moved. */
export type PlaceBefore = Pick<Appointment, 'startsAtMs' | 'endsAtMs' | 'calendarId'>;

interface Noted {
  readonly kind: AppointmentChangeKind;
  readonly by: ByWhom;
  readonly before: PlaceBefore | null;
  readonly reason: string | null;
  readonly atMs: number;
}

type Known = Pick<Appointment, 'id' | 'clientId' | 'campaignId' | 'calendarId' | 'state'>;

/** Writes a change of an appointment, its line of history, and the event. Its row is locked by then. */
export async function changeAppointment(
  tx: Tx,
  appointment: Known,
  change: Omit<Noted, 'before'> & {
    readonly before?: PlaceBefore;
    readonly set: Updateable<Schema['appointment']>;
  },
): Promise<void> {
  const { set, before = null, ...noted } = change;
  const { id, clientId, campaignId } = appointment;
  await tx
    .updateTable('appointment')
    .set({ ...set, changed_at: change.atMs })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
  await noteChange(tx, appointment, { ...noted, before });
  const state = set.state ?? appointment.state;
  const calendarId = set.calendar_id ?? appointment.calendarId;
  await tellChange(tx, { id, clientId, campaignId, calendarId, state }, change.atMs);
}

/** A line of an appointment's history. */
export async function noteChange(
  tx: Tx,
  { id, clientId }: Pick<Appointment, 'id' | 'clientId'>,
  { kind, by, before, reason, atMs }: Noted,
): Promise<void> {
  await tx
    .insertInto('appointment_change')
    .values({
      ...{ appointment_id: id, client_id: clientId, kind, at: atMs, reason },
      ...{ by_user: by.userId, by_whom: by.whom, before: before && JSON.stringify(before) },
      number: sql<number>`(select coalesce(max(number), 0) + 1 from appointment_change where appointment_id = ${id})`,
    })
    .execute();
}

/** Says that an appointment has changed: whoever looks at free slots looks again. */
export async function tellChange(
  tx: Tx,
  told: {
    readonly id: AppointmentId;
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly calendarId: CalendarId;
    readonly state: AppointmentState;
  },
  atMs: number,
): Promise<void> {
  const { id: appointmentId, clientId, ...rest } = told;
  const event = { kind: 'appointment.changed', appointmentId, ...rest } as const;
  await appendEvents(tx, atMs, [{ clientId, event }]);
}

/** The history of an appointment, oldest first. */
export async function changesOfAppointment(db: Db, clientId: ClientId, id: AppointmentId) {
  const rows = await db
    .selectFrom('appointment_change')
    .leftJoin('user', 'user.id', 'appointment_change.by_user')
    .select([
      'appointment_change.number',
      'appointment_change.at as atMs',
      'appointment_change.kind',
      'appointment_change.by_whom as byWhom',
      'user.name as byName',
      'appointment_change.before',
      'appointment_change.reason',
    ])
    .where('appointment_change.appointment_id', '=', id)
    .where('appointment_change.client_id', '=', clientId)
    .orderBy('appointment_change.number')
    .execute();
  return rows.map((row) => ({
    ...row,
    // Both were written by noteChange alone.
    kind: row.kind as AppointmentChangeKind,
    before: row.before === null ? null : (JSON.parse(row.before) as PlaceBefore),
  }));
}
