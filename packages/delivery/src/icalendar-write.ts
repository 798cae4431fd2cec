import ICAL from 'ical.js';

/** An appointment as other calendars show it. Instants in UTC milliseconds. */
export interface CalendarEvent {
  /** The same for the whole life of the appointment. */
  readonly uid: string;
  /** Raised at each change that people must hear of. */
  readonly sequence: number;
  readonly changedAtMs: number;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly summary: string;
  /** Empty for none. */
  readonly description: string;
  /** Empty for none. */
  readonly location: string;
  /** Where more can be done with it; null for nowhere. */
  readonly url: string | null;
  readonly isCancelled: boolean;
}

/** Who is invited by whom. */
export interface Invitation {
  readonly event: CalendarEvent;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string } | null;
  readonly language: 'fr' | 'en';
}

const uidEnding = '@alize';

/** The UID of an appointment in every calendar it is written to. */
export const uidOf = (appointmentId: string): string => `${appointmentId}${uidEnding}`;

/** True of what we have written ourselves: it must not make us busy once more when it is read again. */
export const isOwnUid = (uid: string): boolean => uid.startsWith('appointment_') && uid.endsWith(uidEnding);

/**
 * An invitation as it goes with an e-mail (RFC 5546): METHOD is REQUEST, or CANCEL for one that is cancelled. The same
 * UID with a higher SEQUENCE changes what was sent before.
 */
export function invitationFile({ event, organizer, attendee, language }: Invitation): string {
  const calendar = newCalendar();
  calendar.updatePropertyWithValue('method', event.isCancelled ? 'CANCEL' : 'REQUEST');
  const component = eventComponent(event);
  component.addProperty(person('organizer', organizer));
  if (attendee) {
    const property = person('attendee', attendee);
    for (const [name, value] of attendeeParameters) property.setParameter(name, value);
    component.addProperty(property);
  }
  component.getFirstProperty('summary')?.setParameter('language', language);
  calendar.addSubcomponent(component);
  return textOf(calendar);
}

const attendeeParameters = [
  ['cutype', 'INDIVIDUAL'],
  ['role', 'REQ-PARTICIPANT'],
  ['partstat', 'NEEDS-ACTION'],
  // People answer by the link: an answer by mail would reach nobody.
  ['rsvp', 'FALSE'],
] as const;

/** The booked appointments of a calendar, for other programs to subscribe to (RFC 5545, RFC 7986). */
export function feedFile(name: string, events: readonly CalendarEvent[]): string {
  const calendar = newCalendar();
  calendar.updatePropertyWithValue('name', name);
  // What Apple's, Google's and Microsoft's calendars read.
  calendar.updatePropertyWithValue('x-wr-calname', name);
  calendar.updatePropertyWithValue('refresh-interval', ICAL.Duration.fromSeconds(600));
  for (const event of events) calendar.addSubcomponent(eventComponent(event));
  return textOf(calendar);
}

/** One appointment as a CalDAV collection keeps it (RFC 4791, 4.1): without METHOD. */
export function eventFile(event: CalendarEvent): string {
  const calendar = newCalendar();
  calendar.addSubcomponent(eventComponent(event));
  return textOf(calendar);
}

function newCalendar(): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Alize//Appointments//EN');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  return calendar;
}

function eventComponent(event: CalendarEvent): ICAL.Component {
  const component = new ICAL.Component('vevent');
  component.updatePropertyWithValue('uid', event.uid);
  component.updatePropertyWithValue('dtstamp', utc(event.changedAtMs));
  component.updatePropertyWithValue('last-modified', utc(event.changedAtMs));
  component.updatePropertyWithValue('sequence', event.sequence);
  component.updatePropertyWithValue('dtstart', utc(event.startsAtMs));
  component.updatePropertyWithValue('dtend', utc(event.endsAtMs));
  component.updatePropertyWithValue('summary', plain(event.summary));
  if (event.description) component.updatePropertyWithValue('description', plain(event.description));
  if (event.location) component.updatePropertyWithValue('location', plain(event.location));
  if (event.url) component.updatePropertyWithValue('url', event.url);
  component.updatePropertyWithValue('status', event.isCancelled ? 'CANCELLED' : 'CONFIRMED');
  component.updatePropertyWithValue('transp', event.isCancelled ? 'TRANSPARENT' : 'OPAQUE');
  return component;
}

function person(kind: string, { name, email }: Invitation['organizer']): ICAL.Property {
  const property = new ICAL.Property(kind);
  // A parameter's value has no way to write a quotation mark (RFC 5545, 3.2).
  property.setParameter('cn', plain(name).replace(/["\n]/g, ' '));
  property.setValue(`mailto:${email}`);
  return property;
}

const utc = (ms: number): ICAL.Time => ICAL.Time.fromJSDate(new Date(Math.floor(ms / 1000) * 1000), true);

/** Other control characters may not stand in a text (RFC 5545, 3.3.11). */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');

/** Each line ends with CR LF, the last one too. */
const textOf = (calendar: ICAL.Component): string => `${calendar.toString()}\r\n`;
