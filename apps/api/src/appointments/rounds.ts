import { nextReminderAt, remindersDue } from '@alize/appointments';
import { appointmentToRemind, noteReminded, putReminderOff, sweepHolds, type Tx } from '@alize/db';
import type { AppointmentId } from '@alize/model';
import { type Loop, startLoop } from '@alize/runtime';
import type { ApiParts } from '../api-parts.ts';
import { events } from '../events.ts';
import { toldOf } from './deeds.ts';
import { readAllInbound } from './inbound.ts';
import { type Told, tellPerson } from './tell.ts';

const secondMs = 1000;
/** How late a reminder may be, and how long a hold that has run out may still look held. */
const roundEveryMs = 10 * secondMs;
const inboundEveryMs = 600 * secondMs;
/** A reminder that failed is tried again after this long, until the appointment begins. */
const putOffMs = 600 * secondMs;

/** What becomes of appointments by themselves: holds run out, people are reminded, feeds are read. */
export function startAppointmentRounds(api: ApiParts): Loop {
  const { clock, log } = api;
  const round = startLoop({
    ...{ clock, everyMs: roundEveryMs },
    job: () => goRound(api),
    onError: (error) => events.appointmentRoundFailed(log, error),
  });
  const inbound = startLoop({
    ...{ clock, everyMs: inboundEveryMs },
    job: () => readAllInbound(api),
    onError: (error) => events.feedsFailed(log, error),
  });
  return {
    wake() {
      round.wake();
      inbound.wake();
    },
    async stop() {
      await Promise.all([round.stop(), inbound.stop()]);
    },
  };
}

/** Writes what has run out as released, and sends the reminders that are due. */
export async function goRound(api: ApiParts): Promise<void> {
  while ((await sweepHolds(api.database.db, api.clock.nowMs())) > 0);
  while (await remindNext(api));
}

/**
 * Reminds of the appointment whose turn it is, in one transaction with the note that it was done: a reminder leaves
 * once it is noted, and is never noted without leaving. One that cannot be written is put off, so that the others
 * leave. False when nothing is due.
 */
async function remindNext(api: ApiParts): Promise<boolean> {
  const { db } = api.database;
  const nowMs = api.clock.nowMs();
  let taken: AppointmentId | null = null;
  try {
    return await db.transaction().execute(async (tx) => {
      const due = await appointmentToRemind(tx, nowMs);
      if (!due) return false;
      taken = due.id;
      await remind(api, tx, await toldOf(tx, due.clientId, due.id, nowMs));
      return true;
    });
  } catch (error) {
    if (taken === null) throw error;
    events.reminderFailed(api.log, { appointmentId: taken, error });
    await putReminderOff(db, taken, nowMs + putOffMs);
    return true;
  }
}

async function remind(api: ApiParts, tx: Tx, told: Told): Promise<void> {
  const { appointment, booking, nowMs } = told;
  const { id, startsAtMs, remindedAtMs, bookedAtMs } = appointment;
  const { reminders } = booking;
  const ways = remindersDue(reminders, startsAtMs, { sinceMs: remindedAtMs ?? bookedAtMs ?? nowMs, nowMs });
  await tellPerson(api, tx, told, 'reminder', { email: ways.includes('email'), sms: ways.includes('sms') });
  await noteReminded(tx, id, { atMs: nowMs, nextAtMs: nextReminderAt(reminders, startsAtMs, nowMs) });
}
