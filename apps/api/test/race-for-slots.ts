import { isStorageError, openDatabase, placeAppointment } from '@alize/db';
import type { CalendarId, CampaignId, ClientId, LeadId } from '@alize/model';
import { createIds, systemClock } from '@alize/runtime';
import type { Booking } from '../src/appointments/booking.ts';
import { chooserOf } from '../src/appointments/choose.ts';

/** What a racing process is told: for which time of which calendars, and how often it tries. */
export interface Race {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  readonly calendarIds: readonly CalendarId[];
  readonly startsAtMs: number;
  readonly tries: number;
}

const booking: Booking = {
  ...{ calendarIds: [], choice: 'round_robin', needsSkills: [], usesAreas: false, holdMinutes: 10 },
  ...{
    emailConfirmation: false,
    smsConfirmation: false,
    reminders: [],
    language: null,
    afterNoShow: 'close',
  },
};

/** A process of its own: for each race that it is told, all its tries at once, and how many places it got. */
const database = openDatabase(process.argv[2] ?? '');
const ids = createIds(systemClock);

async function tryOnce(race: Race): Promise<'placed' | 'refused'> {
  try {
    return await place(race);
  } catch (error) {
    // Under so many writers the file's lock may not be had in time: nothing has begun then.
    if (isStorageError(error)) return tryOnce(race);
    throw error;
  }
}

function place({ clientId, campaignId, leadId, calendarIds, startsAtMs }: Race) {
  const nowMs = systemClock.nowMs();
  return database.db.transaction().execute(async (tx) => {
    const answer = await placeAppointment(
      tx,
      {
        ...{ id: ids.make('appointment'), clientId, campaignId, leadId, attemptId: null, calendarIds },
        ...{ startsAtMs, note: '', by: { whom: 'system', userId: null }, nowMs, remindAtMs: null },
        heldUntilMs: nowMs + 600_000,
      },
      chooserOf({ booking, lead: { postalCode: null }, startsAtMs, nowMs }),
    );
    return answer.kind;
  });
}

process.on('message', async (race: Race) => {
  const answers = await Promise.all(Array.from({ length: race.tries }, () => tryOnce(race)));
  process.send?.({ placed: answers.filter((kind) => kind === 'placed').length });
});
process.on('disconnect', () => void database.close());
// The first statement opens the connection, so that all begin together.
await database.db.selectFrom('client').select('id').execute();
process.send?.('ready');
