import { findAppointment, findCalendar, type TakenDelivery } from '@alize/db';
import { DeliveryError, decipher, deleteCalendarEvent, putCalendarEvent, uidOf } from '@alize/delivery';
import { isId } from '@alize/model';
import { z } from '@hono/zod-openapi';
import type { ApiParts } from '../api-parts.ts';
import { eventOf, hostEvent } from './tell.ts';

/** `delete` of one that is over: whom it was with has asked to be forgotten. */
const payload = z.object({
  calendarId: z.string(),
  appointmentId: z.string(),
  deed: z.enum(['put', 'delete']),
});

/**
 * Makes the client's own calendar say what is so: as the appointment stands when the delivery leaves, not as it stood
 * when it was asked for, so that deliveries may come late or twice. Throws DeliveryError; `not_configured` when the
 * calendar has no collection that is written to any more.
 */
export async function sendToCalendar(api: ApiParts, delivery: TakenDelivery): Promise<void> {
  const { calendarId, appointmentId, deed } = payload.parse(delivery.payload);
  const { db } = api.database;
  const { clientId } = delivery;
  if (!isId('calendar', calendarId) || !isId('appointment', appointmentId))
    throw new DeliveryError('not_configured');
  const calendar = await findCalendar(db, clientId, calendarId);
  if (calendar?.inbound?.kind !== 'caldav') throw new DeliveryError('not_configured');
  const { password } = calendar.inbound;
  const { secretKey, privateHostsAllowed } = api.settings;
  const access = {
    ...calendar.inbound,
    password: password && decipher(secretKey, password),
    allowedHosts: privateHostsAllowed,
  };
  const appointment = await findAppointment(db, clientId, appointmentId);
  const isThere =
    appointment?.calendarId === calendarId &&
    (appointment.state === 'booked' || (deed === 'put' && ['kept', 'no_show'].includes(appointment.state)));
  if (!isThere) return deleteCalendarEvent(access, uidOf(appointmentId));
  await putCalendarEvent(access, {
    ...eventOf(api, { appointment }),
    ...hostEvent({ appointment, calendar }),
  });
}
