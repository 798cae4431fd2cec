import { type AppointmentRow, calendarsByIds, changesOfAppointment, type Db } from '@alize/db';
import { leadName } from '@alize/leads';
import type { ClientId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { zoneOfAppointment } from './person.ts';
import { linkOf, placeOfAppointment } from './tell.ts';

/** Appointments as the contract shows them. */
export async function toRows(db: Db, clientId: ClientId, appointments: readonly AppointmentRow[]) {
  const zoneOf = await zonesOf(db, clientId, appointments);
  return appointments.map((appointment) => toRow(appointment, zoneOf(appointment)));
}

/** One appointment as the contract shows it. */
export async function toRowAlone(db: Db, clientId: ClientId, appointment: AppointmentRow) {
  const zoneOf = await zonesOf(db, clientId, [appointment]);
  return toRow(appointment, zoneOf(appointment));
}

/** In which zone each appointment is told. */
export async function zonesOf(
  db: Db,
  clientId: ClientId,
  appointments: readonly Pick<AppointmentRow, 'calendarId'>[],
): Promise<(appointment: AppointmentRow) => string> {
  const ids = appointments.map(({ calendarId }) => calendarId);
  const calendars = new Map((await calendarsByIds(db, clientId, ids)).map((each) => [each.id, each]));
  return (appointment) => {
    const calendar = calendars.get(appointment.calendarId);
    return calendar ? zoneOfAppointment(calendar, appointment) : 'UTC';
  };
}

function toRow(appointment: AppointmentRow, timeZone: string) {
  const { id, state, startsAtMs, endsAtMs, calendarId, calendarName, campaignId, campaignName } = appointment;
  const { leadId, phoneNumber, attemptId, agentName, heldUntilMs, bookedAtMs, confirmedAtMs } = appointment;
  return {
    ...{ id, state, startsAtMs, endsAtMs, timeZone, calendarId, calendarName, campaignId, campaignName },
    ...{ leadId, leadName: leadName(appointment), phoneNumber, attemptId, agentName },
    ...{ heldUntilMs, bookedAtMs, confirmedAtMs, reason: appointment.reason, note: appointment.note },
  };
}

/** An appointment with where it takes place and all that befell it. */
export async function toDetail(api: ApiParts, clientId: ClientId, appointment: AppointmentRow) {
  const { db } = api.database;
  const [calendar] = await calendarsByIds(db, clientId, [appointment.calendarId]);
  if (!calendar) throw new Error(`appointment ${appointment.id} has no calendar`);
  return {
    ...toRow(appointment, zoneOfAppointment(calendar, appointment)),
    address: placeOfAppointment(calendar, appointment),
    link: linkOf(api, appointment),
    changes: await changesOfAppointment(db, clientId, appointment.id),
  };
}
