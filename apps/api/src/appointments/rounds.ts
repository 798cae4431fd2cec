import { nextReminderAt, remindersDue } from '@alize/appointments';
import { appointmentsToRemind, noteReminded, sweepHolds } from '@alize/db';
import { type Loop, startLoop } from '@alize/runtime';
import { events } from '../events.ts';
import type { ApiParts } from '../routing.ts';
import { toldOf } from './deeds.ts';
import { readAllInbound } from './inbound.ts';
import { tellPerson } from './tell.ts';

const secondMs = 1000;
/** How late a reminder may be, and how long a hold that has run out may still look held. */
const roundEveryMs = 10 * secondMs;
const inboundEveryMs = 600 * secondMs;
const remindedAtOnce = 50;

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
  while ((await remind(api)) > 0);
}

/**
 * Reminds of the appointments whose turn it is, in one transaction with the note that it was done: a reminder leaves
 * once it is noted, and is never noted without leaving. Answers how many were looked at.
 */
function remind(api: ApiParts): Promise<number> {
  return api.database.db.transaction().execute(async (tx) => {
    const nowMs = api.clock.nowMs();
    const due = await appointmentsToRemind(tx, nowMs, remindedAtOnce);
    for (const { id, clientId } of due) {
      const told = await toldOf(tx, clientId, id, nowMs);
      const { startsAtMs, remindedAtMs, bookedAtMs } = told.appointment;
      const { reminders } = told.booking;
      const sinceMs = remindedAtMs ?? bookedAtMs ?? nowMs;
      const ways = remindersDue(reminders, startsAtMs, { sinceMs, nowMs });
      await tellPerson(api, tx, told, 'reminder', {
        email: ways.includes('email'),
        sms: ways.includes('sms'),
      });
      await noteReminded(tx, id, { atMs: nowMs, nextAtMs: nextReminderAt(reminders, startsAtMs, nowMs) });
    }
    return due.length;
  });
}
