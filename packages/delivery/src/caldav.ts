import { XMLParser } from 'fast-xml-parser';
import { DeliveryError } from './delivery-error.ts';
import { type BusyWindow, CalendarFileError } from './icalendar-read.ts';
import { type CalendarEvent, eventFile } from './icalendar-write.ts';
import { type Resolve, type SafeAnswer, safeFetch } from './safe-fetch.ts';

/** A CalDAV collection (RFC 4791) and how one gets in. */
export interface CaldavAccess {
  /** Of the collection itself. */
  readonly url: string;
  readonly user: string | null;
  readonly password: string | null;
  readonly allowedHosts: readonly string[];
  readonly resolve?: Resolve;
}

const timeoutMs = 20_000;
const bytesMax = 10 * 1024 * 1024;

/** Writes an appointment into the collection, in place of an earlier version of it. Throws DeliveryError. */
export async function putCalendarEvent(access: CaldavAccess, event: CalendarEvent): Promise<void> {
  const answer = await ask(access, {
    method: 'PUT',
    url: addressOf(access, event.uid),
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
    body: eventFile(event),
  });
  accept(answer, [200, 201, 204]);
}

/** Takes an appointment out of the collection; one that is not there is no failure. Throws DeliveryError. */
export async function deleteCalendarEvent(access: CaldavAccess, uid: string): Promise<void> {
  const answer = await ask(access, { method: 'DELETE', url: addressOf(access, uid) });
  accept(answer, [200, 202, 204, 404, 410]);
}

/**
 * The events of the collection that touch the window, as one file of iCalendar, empty when there are none: asked by a calendar-query REPORT
 * (RFC 4791, 7.8). Throws DeliveryError, and CalendarFileError when the answer is no list of events.
 */
export async function caldavBusyFile(access: CaldavAccess, window: BusyWindow): Promise<string> {
  const answer = await ask(access, {
    method: 'REPORT',
    url: collectionOf(access),
    headers: { 'content-type': 'application/xml; charset=utf-8', depth: '1' },
    body: queryOf(window),
  });
  accept(answer, [207]);
  return eventsIn(answer.body.toString('utf8')).join('\r\n');
}

/** The header by which a name and a password go (RFC 7617); none without a name. */
export function basicAuthorization({ user, password }: Pick<CaldavAccess, 'user' | 'password'>) {
  if (user === null) return {};
  return { authorization: `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` };
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function ask(access: CaldavAccess, { method, url, headers, body }: Asked): Promise<SafeAnswer> {
  return safeFetch(url, {
    method,
    headers: { ...headers, ...basicAuthorization(access) },
    ...(body !== undefined && { body }),
    allowedHosts: access.allowedHosts,
    ...{ timeoutMs, bytesMax },
    ...(access.resolve && { resolve: access.resolve }),
  });
}

function accept({ status }: SafeAnswer, statuses: readonly number[]): void {
  if (statuses.includes(status)) return;
  throw new DeliveryError(status >= 500 || status === 429 ? 'receiver_failed' : 'refused_by_receiver', {
    status,
  });
}

const collectionOf = ({ url }: CaldavAccess): string => (url.endsWith('/') ? url : `${url}/`);

/** The name of the file is ours to choose (RFC 4791, 5.3.2): the same for the whole life of the appointment. */
const addressOf = (access: CaldavAccess, uid: string): string =>
  `${collectionOf(access)}${encodeURIComponent(uid)}.ics`;

function queryOf({ fromMs, toMs }: BusyWindow): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
  <D:prop><C:calendar-data/></D:prop>
  <C:filter>
    <C:comp-filter name="VCALENDAR">
      <C:comp-filter name="VEVENT"><C:time-range start="${utc(fromMs)}" end="${utc(toMs)}"/></C:comp-filter>
    </C:comp-filter>
  </C:filter>
</C:calendar-query>`;
}

const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Entities that a document defines itself are not expanded: they can be made to fill the memory. */
const xml = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  // SabreDAV, and Nextcloud with it, ends each line with `&#13;`.
  htmlEntities: true,
  processEntities: {
    enabled: true,
    maxTotalExpansions: 1_000_000,
    maxEntitySize: 64,
    maxExpandedLength: bytesMax,
  },
  isArray: (name) => name === 'response' || name === 'propstat',
});

function eventsIn(body: string): readonly string[] {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(body)) throw new CalendarFileError('not_icalendar');
  let parsed: unknown;
  try {
    parsed = xml.parse(body, true);
  } catch (error) {
    throw new CalendarFileError('not_icalendar', error);
  }
  const list = child(parsed, 'multistatus');
  if (list === undefined) throw new CalendarFileError('not_icalendar');
  return all(child(list, 'response'))
    .flatMap((response) => all(child(response, 'propstat')))
    .map((found) => child(child(found, 'prop'), 'calendar-data'))
    .filter((data) => typeof data === 'string' && data !== '')
    .map(String);
}

const all = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function child(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
