import type { AppointmentState } from '@alize/model';

/** What is done to an appointment. */
export const appointmentDeeds = ['book', 'move', 'confirm', 'cancel', 'release', 'keep', 'miss'] as const;
export type AppointmentDeed = (typeof appointmentDeeds)[number];

/**
 * The state after a deed; null when the deed is not for an appointment in this state.
 *
 *   held -> booked -> kept <-> no_show
 *        -> released   -> cancelled
 *
 * What the client told of a past appointment may be put right: kept and no_show turn into one another. A hold that ran
 * out can still be booked while nobody else took its place.
 */
export function nextState(state: AppointmentState, deed: AppointmentDeed): AppointmentState | null {
  switch (deed) {
    case 'book':
      return state === 'held' || state === 'released' ? 'booked' : null;
    case 'release':
      return state === 'held' ? 'released' : null;
    case 'move':
    case 'confirm':
      return state === 'booked' ? 'booked' : null;
    case 'cancel':
      return state === 'booked' ? 'cancelled' : null;
    case 'keep':
      return state === 'booked' || state === 'no_show' ? 'kept' : null;
    case 'miss':
      return state === 'booked' || state === 'kept' ? 'no_show' : null;
    default:
      return deed satisfies never;
  }
}
