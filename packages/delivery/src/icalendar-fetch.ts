import type { BusyTime } from '@alize/model';
import { basicAuthorization, type CaldavAccess, caldavBusyFile } from './caldav.ts';
import { DeliveryError } from './delivery-error.ts';
import { readBusyTimesInTime } from './icalendar-in-time.ts';
import type { BusyWindow } from './icalendar-read.ts';
import { type SafeRequest, safeFetch } from './safe-fetch.ts';

/** A feed of iCalendar or a CalDAV collection that says when a calendar is busy. */
export type BusySource = CaldavAccess & {
  readonly kind: 'ics' | 'caldav';
  /** What the server said of the version read last; null: nothing. */
  readonly etag: string | null;
};

export type BusyAnswer =
  | { readonly kind: 'read'; readonly busy: readonly BusyTime[]; readonly etag: string | null }
  | { readonly kind: 'unchanged' };

const feedBytesMax = 5 * 1024 * 1024;
const feedTimeoutMs = 20_000;

/**
 * Asks a feed or a collection when it is busy. Throws DeliveryError (`address_refused`, `unreachable`, `timed_out`,
 * `too_large`, `refused_by_receiver`, `receiver_failed`) or CalendarFileError.
 */
export async function fetchBusyTimes(source: BusySource, window: BusyWindow): Promise<BusyAnswer> {
  if (source.kind === 'caldav') {
    const text = await caldavBusyFile(source, window);
    const busy = text === '' ? [] : await readBusyTimesInTime(text, window);
    return { kind: 'read', busy, etag: null };
  }
  const answer = await safeFetch(feedAddress(source.url), feedRequest(source));
  if (answer.status === 304) return { kind: 'unchanged' };
  if (answer.status !== 200) throw failureOf(answer.status);
  const busy = await readBusyTimesInTime(answer.body.toString('utf8'), window);
  return { kind: 'read', busy, etag: answer.headers.etag ?? null };
}

/** People are given such addresses as `webcal://…`. */
export const feedAddress = (url: string): string => url.replace(/^webcals?:\/\//i, 'https://');

function feedRequest(source: BusySource): SafeRequest {
  return {
    method: 'GET',
    headers: {
      accept: 'text/calendar',
      ...(source.etag && { 'if-none-match': source.etag }),
      ...basicAuthorization(source),
    },
    allowedHosts: source.allowedHosts,
    timeoutMs: feedTimeoutMs,
    bytesMax: feedBytesMax,
    ...(source.resolve && { resolve: source.resolve }),
  };
}

function failureOf(status: number): DeliveryError {
  return new DeliveryError(status >= 500 ? 'receiver_failed' : 'refused_by_receiver', { status });
}
