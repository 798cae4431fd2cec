import type { AppointmentId, CalendarId } from '@alize/model';
import { changeAppointment } from './change-appointment.ts';
import type { Person } from './erasure.ts';
import { leadsOfNumbers } from './lead-phones.ts';

/** An appointment of a person who is forgotten. */
export interface ForgottenAppointment {
  readonly appointmentId: AppointmentId;
  readonly calendarId: CalendarId;
}

/**
 * Takes out of a person's appointments what was noted of them and said by them; those to come are cancelled, for nobody
 * could be told whom they are with. That there were appointments, and when, stays. Answers all of them, for what was
 * written of them elsewhere.
 */
export async function eraseAppointments(
  { tx, clientId, numbers }: Person,
  atMs: number,
): Promise<readonly ForgottenAppointment[]> {
  const leads = leadsOfNumbers(tx, clientId, numbers);
  const own = tx.selectFrom('appointment').where('client_id', '=', clientId).where('lead_id', 'in', leads);
  await tx
    .updateTable('appointment_change')
    .set({ reason: null })
    .where('appointment_id', 'in', own.select('id'))
    .execute();
  await tx
    .updateTable('appointment')
    .set({ note: '', reason: null })
    .where('id', 'in', own.select('id'))
    .execute();
  const coming = await own
    .select([
      'id',
      'client_id as clientId',
      'campaign_id as campaignId',
      'calendar_id as calendarId',
      'state',
    ])
    .where('state', 'in', ['held', 'booked'])
    .execute();
  for (const appointment of coming) {
    const isHeld = appointment.state === 'held';
    const set = isHeld
      ? ({ state: 'released', held_until: null } as const)
      : ({ state: 'cancelled', remind_at: null } as const);
    const kind = isHeld ? 'released' : 'cancelled';
    const by = { whom: 'system', userId: null } as const;
    await changeAppointment(tx, appointment, { kind, by, reason: null, atMs, set });
  }
  return own.select(['id as appointmentId', 'calendar_id as calendarId']).execute();
}
