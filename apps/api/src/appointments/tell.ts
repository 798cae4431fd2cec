import {
  type AppointmentRow,
  announce,
  enqueue,
  findCalendar,
  type StoredCalendar,
  type Tx,
} from '@alize/db';
import { type CalendarEvent, invitationFile, uidOf } from '@alize/delivery';
import { leadName } from '@alize/leads';
import type { CalendarId, NoticeKind } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { linkToken } from '../signed-link.ts';
import type { Booking } from './booking.ts';
import { hostMail } from './host-message.ts';
import { type MessageFacts, type MessageKind, mailText, smsText } from './messages.ts';
import { languageOfPerson, zoneOfAppointment } from './person.ts';

/** An appointment as it stands after what is to be told, with its calendar and how its campaign books. */
export interface Told {
  readonly appointment: AppointmentRow;
  readonly calendar: StoredCalendar;
  readonly booking: Booking;
  readonly nowMs: number;
}

/** The page on which a person confirms or cancels. */
export function linkOf(
  { settings }: Pick<ApiParts, 'settings'>,
  appointment: Pick<AppointmentRow, 'id'>,
): string {
  return `${settings.origin}/rdv/${linkToken(settings, 'appointment', appointment.id)}`;
}

/** Where an appointment takes place: at the calendar's, or at the person's; empty when neither is known. */
export function placeOfAppointment(
  calendar: Pick<StoredCalendar, 'address'>,
  { address, addressExtra, postalCode, city }: AppointmentRow,
): string {
  if (calendar.address !== '') return calendar.address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [address, addressExtra, town].filter(Boolean).join(', ');
}

/**
 * Tells everybody whom it concerns that an appointment was booked, moved or cancelled: the client's webhooks, the
 * person by the ways that the campaign asks for, the calendar's own person, and the calendar at the client's server.
 * `calendarBefore`: the one that it was moved away from.
 */
export async function tellAll(
  api: ApiParts,
  tx: Tx,
  told: Told,
  kind: Exclude<MessageKind, 'reminder'>,
  calendarBefore: CalendarId | null = null,
): Promise<void> {
  await tellWebhooks(api, tx, told, `appointment.${kind}`);
  const { emailConfirmation, smsConfirmation } = told.booking;
  await tellPerson(api, tx, told, kind, { email: emailConfirmation, sms: smsConfirmation });
  await tellHost(api, tx, told, kind);
  await writeToCalendars(api, tx, told, kind === 'cancelled' ? 'delete' : 'put', calendarBefore);
}

/** Tells the client's webhooks what befell an appointment, by ids: who may read more asks the api. */
export async function tellWebhooks(
  api: ApiParts,
  tx: Tx,
  { appointment, calendar, nowMs }: Pick<Told, 'appointment' | 'calendar' | 'nowMs'>,
  kind: Extract<NoticeKind, `appointment.${string}`>,
): Promise<void> {
  const { clientId, campaignId, leadId } = appointment;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const data = {
    ...{ appointmentId: appointment.id, campaignId, leadId, leadReference: appointment.reference },
    ...{ attemptId: appointment.attemptId, calendarId: calendar.id, calendarName: calendar.name },
    ...{ state: appointment.state, startsAt: iso(appointment.startsAtMs), endsAt: iso(appointment.endsAtMs) },
    ...{ timeZone: zoneOfAppointment(calendar, appointment), confirmedAt: iso(appointment.confirmedAtMs) },
    reason: appointment.reason,
  };
  const notice = { clientId, kind, atMs: nowMs, data, campaignId, leadId };
  await announce(tx, notice, () => api.ids.make('delivery'));
}

/** Writes to the person by each way that is asked for and that there is an address for. */
export async function tellPerson(
  api: ApiParts,
  tx: Tx,
  told: Told,
  kind: MessageKind,
  ways: { readonly email: boolean; readonly sms: boolean },
): Promise<void> {
  const { appointment } = told;
  const facts = messageFacts(api, told, kind);
  if (ways.email && appointment.email) {
    const payload = {
      to: appointment.email,
      ...mailText(facts),
      attachments: [invitationAttachment(api, told, facts)],
    };
    await send(api, tx, told, { way: 'email', target: appointment.email, payload, kind });
  }
  if (ways.sms) {
    const payload = { to: appointment.phoneNumber, text: smsText(facts) };
    await send(api, tx, told, { way: 'sms', target: appointment.phoneNumber, payload, kind });
  }
}

async function tellHost(
  api: ApiParts,
  tx: Tx,
  told: Told,
  kind: Exclude<MessageKind, 'reminder'>,
): Promise<void> {
  const { appointment, calendar, booking } = told;
  if (!calendar.email) return;
  const mail = hostMail({
    kind,
    language: booking.language ?? 'fr',
    startsAtMs: appointment.startsAtMs,
    timeZone: calendar.hours.zone,
    calendarName: calendar.name,
    campaignName: appointment.campaignName,
    personName: leadName(appointment),
    phoneNumber: appointment.phoneNumber,
    address: placeOfAppointment(calendar, appointment),
    note: appointment.note,
    reason: appointment.reason,
  });
  const event = { ...eventOf(api, told), ...hostEvent(told) };
  const attachments = [
    attachmentOf(
      invitationFile({
        event,
        organizer: organizerOf(api, appointment),
        attendee: { name: calendar.name, email: calendar.email },
        language: booking.language ?? 'fr',
      }),
      event.isCancelled,
    ),
  ];
  const payload = { to: calendar.email, ...mail, attachments };
  await send(api, tx, told, { way: 'email', target: calendar.email, payload, kind });
}

/** The calendars that the client keeps on a server of their own are written by the delivery loop, as they then stand. */
async function writeToCalendars(
  api: ApiParts,
  tx: Tx,
  told: Told,
  deed: 'put' | 'delete',
  calendarBefore: CalendarId | null,
): Promise<void> {
  const { appointment, calendar } = told;
  const left =
    calendarBefore && calendarBefore !== calendar.id
      ? await findCalendar(tx, appointment.clientId, calendarBefore)
      : null;
  const written = [{ calendar, deed }, ...(left ? [{ calendar: left, deed: 'delete' as const }] : [])].filter(
    (each) => each.calendar.inbound?.kind === 'caldav',
  );
  for (const each of written) {
    const { id } = each.calendar;
    const payload = { calendarId: id, appointmentId: appointment.id, deed: each.deed };
    await send(api, tx, told, { way: 'calendar', target: id, payload, kind: 'booked' });
  }
}

interface Message {
  readonly way: 'email' | 'sms' | 'calendar';
  readonly target: string;
  readonly payload: unknown;
  readonly kind: MessageKind;
}

async function send(api: ApiParts, tx: Tx, { appointment, nowMs }: Told, message: Message): Promise<void> {
  const { clientId, campaignId, leadId } = appointment;
  const { way, target, payload, kind } = message;
  const noticeKind = kind === 'reminder' ? 'appointment.booked' : (`appointment.${kind}` as const);
  const about = { clientId, campaignId, leadId, noticeKind, atMs: nowMs };
  // A message that has not left by then would speak of what is over. The client's own calendar must be right at any time.
  const isOfWhatComes = way !== 'calendar' && kind !== 'cancelled';
  const expiresAtMs = isOfWhatComes ? appointment.endsAtMs : null;
  const delivery = { ...about, way, target, payload, orderKey: appointment.id, expiresAtMs };
  await enqueue(tx, delivery, api.ids.make('delivery'));
}

/** What a message to the person is made of. */
export function messageFacts(api: ApiParts, told: Told, kind: MessageKind): MessageFacts {
  const { appointment, calendar, booking } = told;
  return {
    kind,
    language: languageOfPerson(booking, appointment.phoneNumber),
    personName: personName(appointment),
    clientName: appointment.clientName,
    calendarName: calendar.name,
    address: calendar.address,
    startsAtMs: appointment.startsAtMs,
    timeZone: zoneOfAppointment(calendar, appointment),
    reason: kind === 'moved' || kind === 'cancelled' ? appointment.reason : null,
    link: linkOf(api, appointment),
  };
}

/** A reference is no name to greet somebody by. */
function personName(appointment: AppointmentRow): string {
  return leadName({ ...appointment, reference: null });
}

/** The invitation that a person has of their appointment, as it stands. */
export function invitationOf(api: ApiParts, told: Told, facts: MessageFacts): string {
  const { appointment } = told;
  const event = eventOf(api, told);
  return invitationFile({
    event: { ...event, summary: summaryFor(facts), location: placeOfAppointment(told.calendar, appointment) },
    organizer: organizerOf(api, appointment),
    attendee: appointment.email ? { name: personName(appointment), email: appointment.email } : null,
    language: facts.language,
  });
}

const summaryFor = ({ language, clientName }: MessageFacts): string =>
  language === 'fr' ? `Rendez-vous ${clientName}` : `Appointment with ${clientName}`;

function invitationAttachment(api: ApiParts, told: Told, facts: MessageFacts) {
  return attachmentOf(invitationOf(api, told, facts), told.appointment.state === 'cancelled');
}

function attachmentOf(content: string, isCancelled: boolean) {
  const method = isCancelled ? 'CANCEL' : 'REQUEST';
  return { name: 'invitation.ics', type: `text/calendar; charset=utf-8; method=${method}`, content };
}

/** An appointment as its own calendar shows it: whom it is with, their number, where, and what the agent noted. */
export function hostEvent({
  appointment,
  calendar,
}: Pick<Told, 'appointment' | 'calendar'>): Pick<
  CalendarEvent,
  'summary' | 'description' | 'location' | 'url'
> {
  return {
    summary: leadName(appointment) || appointment.phoneNumber,
    description: [appointment.phoneNumber, appointment.note].filter(Boolean).join('\n'),
    location: placeOfAppointment(calendar, appointment),
    url: null,
  };
}

/** What every form of an appointment has in common. */
export function eventOf(
  api: Pick<ApiParts, 'settings'>,
  { appointment }: Pick<Told, 'appointment'>,
): CalendarEvent {
  return {
    uid: uidOf(appointment.id),
    sequence: appointment.sequence,
    changedAtMs: appointment.changedAtMs,
    startsAtMs: appointment.startsAtMs,
    endsAtMs: appointment.endsAtMs,
    ...{ summary: '', description: '', location: '' },
    url: linkOf(api, appointment),
    isCancelled: appointment.state === 'cancelled',
  };
}

/** The address that our e-mail comes from; without a mail server, one that nobody has (RFC 2606). */
function organizerOf({ settings }: Pick<ApiParts, 'settings'>, { clientName }: AppointmentRow) {
  const email = /[^\s<>]+@[^\s<>]+/.exec(settings.mail?.from ?? '')?.[0] ?? 'no-reply@alize.invalid';
  return { name: clientName, email };
}
