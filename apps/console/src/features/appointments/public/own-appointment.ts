import type { InferResponseType } from 'hono/client';
import { api, ask } from '../../../shared/api.ts';

const one = api.v1.public.appointments[':token'];

/** An appointment as the person it is with sees it behind their link. */
export type OwnAppointment = InferResponseType<typeof one.$get>;

/** How the page speaks of it. */
export type Standing = 'to_come' | 'confirmed' | 'cancelled' | 'past' | 'gone';

/** What there is to say of an appointment at an instant; `gone` when it was never booked. */
export function standingOf(
  { state, endsAtMs, confirmedAtMs }: Pick<OwnAppointment, 'state' | 'endsAtMs' | 'confirmedAtMs'>,
  nowMs: number,
): Standing {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'held' || state === 'released') return 'gone';
  if (state === 'kept' || state === 'no_show' || endsAtMs <= nowMs) return 'past';
  return confirmedAtMs === null ? 'to_come' : 'confirmed';
}

export const readOwn = (token: string) => ask(one.$get({ param: { token } }));
export const confirmOwn = (token: string) => ask(one.confirm.$post({ param: { token } }));
export const cancelOwn = (token: string, reason: string) =>
  ask(one.cancel.$post({ param: { token }, json: { reason } }));

/** Where the appointment comes as a file for the person's own calendar. */
export const invitationAddress = (token: string) =>
  `/v1/public/appointments/${encodeURIComponent(token)}/invitation.ics`;
