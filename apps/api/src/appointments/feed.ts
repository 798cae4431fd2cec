import { appointmentsOfClient, type StoredCalendar } from '@alize/db';
import { feedFile } from '@alize/delivery';
import type { ApiParts } from '../api-parts.ts';
import { eventOf, hostEvent } from './tell.ts';

const dayMs = 86_400_000;
/** What is over stays in sight for a while. */
const daysBack = 30;
const eventsMax = 5000;

/** The private address of a calendar's feed. */
export function feedUrl({ settings }: Pick<ApiParts, 'settings'>, { feedKey }: StoredCalendar): string {
  return `${settings.origin}/v1/public/calendars/${feedKey}.ics`;
}

/** What is booked in a calendar, as iCalendar: of the person no more than whoever keeps the appointment needs. */
export async function feedOf(api: ApiParts, calendar: StoredCalendar): Promise<string> {
  const within = { calendarId: calendar.id, fromMs: api.clock.nowMs() - daysBack * dayMs };
  const page = { after: null, isLatestFirst: false, limit: eventsMax };
  const appointments = await appointmentsOfClient(api.database.db, calendar.clientId, within, page);
  const events = appointments
    .filter(({ state }) => state === 'booked' || state === 'kept' || state === 'no_show')
    .map((appointment) => ({
      ...eventOf(api, { appointment }),
      ...hostEvent({ appointment, calendar }),
    }));
  return feedFile(calendar.name, events);
}
