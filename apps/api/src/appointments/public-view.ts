import { clientOfAppointment } from '@alize/db';
import { type AppointmentId, type ClientId, isId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import { readLinkToken } from '../signed-link.ts';
import { toldOf } from './deeds.ts';
import { invitationOf, messageFacts } from './tell.ts';

/** The appointment that a link opens. */
export interface OpenedLink {
  readonly clientId: ClientId;
  readonly id: AppointmentId;
}

/** How long after its end an appointment is still shown: a message lies about for years. */
const linkGoodMs = 30 * 24 * 3_600_000;

/** Opens a person's link. Throws `not_found` for one that we have not signed, `link_expired` for one that is over. */
export async function openLink(api: ApiParts, token: string): Promise<OpenedLink> {
  const id = readLinkToken(api.settings, 'appointment', token);
  if (!isId('appointment', id)) throw new Problem('not_found');
  const found = await clientOfAppointment(api.database.db, id);
  if (!found) throw new Problem('not_found');
  if (api.clock.nowMs() > found.endsAtMs + linkGoodMs) throw new Problem('link_expired');
  return { clientId: found.clientId, id };
}

/** What a person sees of their appointment: when, with whom, where, and what they can do. */
export async function publicView(api: ApiParts, { clientId, id }: OpenedLink) {
  const told = await toldOf(api.database.db, clientId, id, api.clock.nowMs());
  const { appointment, nowMs } = told;
  const facts = messageFacts(api, told, 'booked');
  const isToCome = appointment.state === 'booked' && appointment.startsAtMs > nowMs;
  return {
    state: appointment.state,
    startsAtMs: appointment.startsAtMs,
    endsAtMs: appointment.endsAtMs,
    timeZone: facts.timeZone,
    clientName: facts.clientName,
    calendarName: facts.calendarName,
    address: facts.address,
    confirmedAtMs: appointment.confirmedAtMs,
    canConfirm: isToCome && appointment.confirmedAtMs === null,
    canCancel: isToCome,
    language: facts.language,
  };
}

/** The person's appointment for a calendar of their own. Throws `not_found` for one that was never booked. */
export async function publicInvitation(api: ApiParts, { clientId, id }: OpenedLink): Promise<string> {
  const told = await toldOf(api.database.db, clientId, id, api.clock.nowMs());
  if (told.appointment.bookedAtMs === null) throw new Problem('not_found');
  return invitationOf(api, told, messageFacts(api, told, 'booked'));
}
