import { nextReminderAt } from '@alize/appointments';
import { bookHeld, findCalendar, wantedByCall } from '@alize/db';
import type { ApiParts } from '../api-parts.ts';
import type { CallEnd } from '../calls/call-end.ts';
import { bookingOf } from './booking.ts';
import { judgeAt } from './choose.ts';
import { demandAppointment, releaseHold } from './hold.ts';
import { slotProblem } from './slot-problem.ts';
import { tellAll } from './tell.ts';

/** A success books what the call holds; any other disposition lets it go. Throws the Problem `slot_gone`. */
export async function settleAppointment(
  api: ApiParts,
  { tx, call, disposed, nowMs }: CallEnd,
): Promise<void> {
  const { clientId, attemptId } = disposed;
  const by = { whom: 'user', userId: disposed.userId } as const;
  if (disposed.disposition !== 'success') return releaseHold(tx, { clientId, attemptId }, by, nowMs);
  const id = await wantedByCall(tx, clientId, attemptId);
  if (!id) return;
  const { booking } = await bookingOf(tx, clientId, call.campaignId);
  const { startsAtMs } = await demandAppointment(tx, clientId, id);
  const remindAtMs = nextReminderAt(booking.reminders, startsAtMs, nowMs);
  const answer = await bookHeld(tx, { clientId, id, by, remindAtMs, nowMs }, (book, atMs) =>
    judgeAt(book, atMs, nowMs),
  );
  // Whatever stands in the way now did not when the person agreed: another time must be found with them.
  if (answer.kind !== 'done') throw slotProblem('taken');
  const appointment = await demandAppointment(tx, clientId, id);
  const calendar = await findCalendar(tx, clientId, appointment.calendarId);
  if (calendar) await tellAll(api, tx, { appointment, calendar, booking, nowMs }, 'booked');
}
