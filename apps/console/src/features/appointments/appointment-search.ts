import { type AppointmentState, appointmentStates, type Id, isId } from '@alize/model';
import { daysLater, mondayOf } from '../../shared/booking/week-layout.ts';
import { startOfDay } from '../../shared/local-day.ts';

/** The filters of the appointments page as they stand in its address. Days are whole days of the person's zone. */
export interface AppointmentSearch {
  /** The table, unless a week is asked for. */
  readonly view?: 'week';
  readonly campaign?: Id<'campaign'>;
  readonly calendar?: Id<'calendar'>;
  readonly state?: AppointmentState;
  /** First and last day, `YYYY-MM-DD`; of the table. */
  readonly from?: string;
  readonly to?: string;
  /** Monday of the week that is shown; this week's when left out. */
  readonly week?: string;
  /** The appointment whose detail is open. */
  readonly appointment?: Id<'appointment'>;
}

/** The filters in an address; whatever is none is left out, so a mistyped link still opens the page. */
export function readAppointmentSearch(search: Record<string, unknown>): AppointmentSearch {
  const { campaign, calendar, appointment } = search;
  const state = appointmentStates.find((one) => one === search.state);
  const [from, to, week] = [dayIn(search.from), dayIn(search.to), dayIn(search.week)];
  return {
    ...(search.view === 'week' && { view: 'week' as const }),
    ...(isId('campaign', campaign) && { campaign }),
    ...(isId('calendar', calendar) && { calendar }),
    ...(state && { state }),
    ...(from && { from }),
    ...(to && { to }),
    ...(week && { week: mondayOf(week) }),
    ...(isId('appointment', appointment) && { appointment }),
  };
}

/** What the api is asked with: days become instants, the last day to its end. */
export interface AppointmentFilter {
  readonly campaignId?: Id<'campaign'>;
  readonly calendarId?: Id<'calendar'>;
  readonly state?: AppointmentState;
  readonly fromMs?: string;
  readonly toMs?: string;
}

export function filterOf(search: AppointmentSearch, zone: string): AppointmentFilter {
  const { campaign, calendar, state, from, to } = search;
  return {
    ...(campaign && { campaignId: campaign }),
    ...(calendar && { calendarId: calendar }),
    ...(state && { state }),
    ...(from && { fromMs: String(startOfDay(from, zone)) }),
    ...(to && { toMs: String(startOfDay(daysLater(to, 1), zone)) }),
  };
}

/** The same filters over the seven days from a Monday on. */
export function weekFilterOf(search: AppointmentSearch, monday: string, zone: string): AppointmentFilter {
  return filterOf({ ...search, from: monday, to: daysLater(monday, 6) }, zone);
}

/** How many filters narrow what is shown. */
export function filterCount({ view, campaign, calendar, state, from, to }: AppointmentSearch): number {
  const days = view === 'week' ? [] : [from, to];
  return [campaign, calendar, state, ...days].filter((value) => value !== undefined).length;
}

function dayIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : value;
}
