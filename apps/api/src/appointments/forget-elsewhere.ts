import { enqueue, type ForgottenAppointment, findCalendar, type Tx } from '@alize/db';
import type { ClientId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';

/** Has the appointments of a person who is forgotten taken out of the calendars that we had written them into. */
export async function forgetElsewhere(
  api: ApiParts,
  tx: Tx,
  forgotten: {
    readonly clientId: ClientId;
    readonly appointments: readonly ForgottenAppointment[];
    readonly atMs: number;
  },
): Promise<void> {
  const { clientId, appointments, atMs } = forgotten;
  for (const { appointmentId, calendarId } of appointments) {
    const calendar = await findCalendar(tx, clientId, calendarId);
    if (calendar?.inbound?.kind !== 'caldav') continue;
    // No lead is named: who is forgotten leaves nothing among the deliveries either.
    const payload = { calendarId, appointmentId, deed: 'delete' };
    const about = {
      clientId,
      leadId: null,
      campaignId: null,
      noticeKind: 'appointment.cancelled',
      atMs,
    } as const;
    const delivery = {
      ...about,
      way: 'calendar',
      target: calendarId,
      payload,
      orderKey: appointmentId,
    } as const;
    await enqueue(tx, delivery, api.ids.make('delivery'));
  }
}
