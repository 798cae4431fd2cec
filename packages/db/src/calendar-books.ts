import type { AppointmentId, BusyTime, CalendarId, CampaignId, ClientId } from '@alize/model';
import type { StoredCalendar } from './calendars.ts';
import type { Db } from './open-database.ts';

/** A calendar with what is taken of it in a span of time, for the rules to say what is free. */
export interface StoredBook {
  readonly calendar: StoredCalendar;
  /** Appointments that are booked or over, and holds that last. */
  readonly taken: readonly BusyTime[];
  readonly busy: readonly BusyTime[];
}

/** Appointments are no longer than half a day, with half a day of buffers: what lies further off touches nothing. */
const marginMs = 2 * 86_400_000;

/**
 * What is taken of calendars around a span. A hold counts until the instant it runs out, swept or not. `except` is
 * left out: what it keeps is its own. Indexes appointment_calendar and calendar_busy_time.
 */
export async function readBooks(
  db: Db,
  calendars: readonly StoredCalendar[],
  asked: {
    readonly startsAtMs: number;
    readonly endsAtMs: number;
    readonly nowMs: number;
    readonly except?: AppointmentId | undefined;
  },
): Promise<readonly StoredBook[]> {
  const ids = calendars.map(({ id }) => id);
  if (ids.length === 0) return [];
  const fromMs = asked.startsAtMs - marginMs;
  const toMs = asked.endsAtMs + marginMs;
  const taken = await db
    .selectFrom('appointment')
    .select(['id', 'calendar_id as calendarId', 'starts_at as startsAtMs', 'ends_at as endsAtMs'])
    .where('calendar_id', 'in', ids)
    .where('starts_at', '>=', fromMs)
    .where('starts_at', '<', toMs)
    .where('state', 'in', ['held', 'booked', 'kept', 'no_show'])
    .where((where) => where.or([where('state', '!=', 'held'), where('held_until', '>', asked.nowMs)]))
    .$if(asked.except !== undefined, (query) => query.where('id', '!=', asked.except as AppointmentId))
    .execute();
  const busy = await db
    .selectFrom('calendar_busy')
    .select(['calendar_id as calendarId', 'starts_at as startsAtMs', 'ends_at as endsAtMs'])
    .where('calendar_id', 'in', ids)
    .where('starts_at', '<', toMs)
    .where('ends_at', '>', fromMs)
    .execute();
  const takenOf = Map.groupBy(taken, ({ calendarId }) => calendarId);
  const busyOf = Map.groupBy(busy, ({ calendarId }) => calendarId);
  return calendars.map((calendar) => ({
    calendar,
    taken: takenOf.get(calendar.id) ?? [],
    busy: busyOf.get(calendar.id) ?? [],
  }));
}

/**
 * When each calendar was last given an appointment by a campaign that is not let go or cancelled since. Index
 * appointment_campaign.
 */
export async function lastTurns(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<ReadonlyMap<CalendarId, number>> {
  const rows = await db
    .selectFrom('appointment')
    .select(({ fn }) => ['calendar_id as calendarId', fn.max('created_at').as('atMs')])
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .where('state', 'not in', ['released', 'cancelled'])
    .groupBy('calendar_id')
    .execute();
  return new Map(rows.map(({ calendarId, atMs }) => [calendarId, Number(atMs)]));
}
