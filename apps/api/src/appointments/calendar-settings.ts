import type { Inbound, StoredCalendar } from '@alize/db';
import { encipher, feedAddress, isAddressAllowed } from '@alize/delivery';
import type { CalendarSettings, Language } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { ApiParts } from '../api-parts.ts';
import { isSchedule } from '../campaign-checks.ts';
import type { calendarContract as contract } from '../contract/index.ts';
import { faultAt } from '../fault-at.ts';
import { Problem } from '../problem.ts';
import { holidayCountries } from './free-days.ts';

/** Refuses settings by which nothing could be booked: throws the Problem that says why. */
export function checkCalendar(settings: CalendarSettings, language: Language): void {
  if (!isSchedule(settings.hours)) throw new Problem('schedule_invalid');
  const { holidaysOf } = settings;
  if (holidaysOf !== null && !holidayCountries.includes(holidaysOf)) throw new Problem('holidays_unknown');
  const reversed = settings.daysOff.findIndex(({ from, to }) => to < from);
  if (reversed >= 0) throw faultAt(`/daysOff/${reversed}/to`, 'dates_reversed', language);
}

/** The settings of a stored calendar with what is given changed. */
export function settingsAfter(
  stored: StoredCalendar,
  change: z.infer<typeof contract.calendarChange>,
): CalendarSettings {
  const { id: _, clientId: _c, version: _v, feedKey: _f, inbound: _i, ...rest } = stored;
  const { inboundReadAtMs: _r, inboundFailure: _n, inboundEtag: _e, ...before } = rest;
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...before, ...given };
}

/**
 * What is to be read, its password enciphered. Without a new password the one that is kept stays, for the same user at
 * the same host alone: nobody may have it sent elsewhere. Throws the Problem `address_refused`.
 */
export function inboundOf(
  { settings: { secretKey, privateHostsAllowed } }: Pick<ApiParts, 'settings'>,
  asked: z.infer<typeof contract.inboundSettings>,
  before: Inbound | null,
): Inbound | null {
  if (!asked) return null;
  const { kind, user = null, password } = asked;
  const url = feedAddress(asked.url);
  if (!isAddressAllowed(url, privateHostsAllowed)) throw new Problem('address_refused');
  const isSame = before?.user === user && hostOf(before.url) === hostOf(url);
  const kept = isSame ? before.password : null;
  return { kind, url, user, password: password ? encipher(secretKey, password) : kept };
}

const hostOf = (url: string): string => new URL(url).host;
