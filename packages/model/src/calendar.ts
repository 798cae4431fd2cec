import type { AppointmentId, AttemptId, CalendarId, CampaignId, ClientId, LeadId, UserId } from './ids.ts';
import type { Schedule } from './schedule.ts';

export const calendarKinds = ['person', 'place'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** A person or a place of the client's for whom appointments are booked. */
export interface CalendarSettings {
  readonly name: string;
  readonly kind: CalendarKind;
  /** Working hours, in the calendar's own zone. */
  readonly hours: Schedule;
  /** ISO 3166 code of the country whose public holidays are free days; null: none are. */
  readonly holidaysOf: string | null;
  /** Absences and closures, from the first day to the last, both included; ISO dates in the calendar's zone. */
  readonly daysOff: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  readonly durationMinutes: number;
  /** Appointments begin at multiples of this from the beginning of a window. */
  readonly everyMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Appointments at the same time, 1 to 100. */
  readonly capacity: number;
  /** Appointments a day at most; null: as many as fit. */
  readonly perDayMax: number | null;
  /** No slot begins sooner than this from now. */
  readonly noticeMinutes: number;
  /** No slot begins later than this many days from now. */
  readonly horizonDays: number;
  /** Beginnings of postal codes that are served (`75`, `9201`); empty: all are. */
  readonly areas: readonly string[];
  /** What this person can do, in the client's words; an appointment may ask for some. */
  readonly skills: readonly string[];
  /** Where it takes place, for the confirmation; empty: at the lead's address or by telephone. */
  readonly address: string;
  /** Told of each booking; null: nobody. */
  readonly email: string | null;
  readonly isActive: boolean;
}

export interface Calendar extends CalendarSettings {
  readonly id: CalendarId;
  readonly clientId: ClientId;
}

/** How one of several calendars is chosen for a slot: in turn, or who has the fewest appointments that day. */
export const calendarChoices = ['round_robin', 'least_loaded'] as const;
export type CalendarChoice = (typeof calendarChoices)[number];

/**
 * held: kept for minutes while the agent talks. booked. kept (honoré) and no_show: as the client told afterwards.
 * cancelled: with a reason. released: a hold that ran out or was let go.
 *
 *   held -> booked -> cancelled
 *                  -> kept <-> no_show
 *        -> released
 */
export const appointmentStates = ['held', 'booked', 'kept', 'no_show', 'cancelled', 'released'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

export interface Appointment {
  readonly id: AppointmentId;
  readonly clientId: ClientId;
  readonly calendarId: CalendarId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  /** The call in which it was agreed; null when booked otherwise. */
  readonly attemptId: AttemptId | null;
  readonly state: AppointmentState;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** Until when a hold lasts; null once it is booked. */
  readonly heldUntilMs: number | null;
  /** When the person said by their link that they will come. */
  readonly confirmedAtMs: number | null;
  /** Why it was cancelled; what the agent noted for whoever goes there. */
  readonly reason: string | null;
  readonly note: string;
  readonly bookedBy: UserId | null;
}

/** A time that can be booked, and the calendar that would take it. */
export interface Slot {
  readonly calendarId: CalendarId;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly placesLeft: number;
}

/** A time that a calendar has no room at all: an event of the feed it reads. Half-open. */
export interface BusyTime {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}
