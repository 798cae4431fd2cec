import { calendarsByIds, type Db, findLead, lastTurns, readBooks } from '@alize/db';
import type { CampaignId, ClientId, LeadId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import { bookingOf } from './booking.ts';
import { offeredSlots } from './choose.ts';
import { type WhereFacts, zoneOfPerson } from './person.ts';

const dayMs = 86_400_000;
/** A list that nobody reads to its end helps nobody. */
const slotsMax = 2000;

export interface SlotsAsked {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly lead: WhereFacts;
  /** Left out: now. */
  readonly fromMs?: number | undefined;
  readonly days: number;
}

/** The times that a campaign can offer to a lead, soonest first, with the zone in which to tell them. */
export async function slotsFor(api: ApiParts, asked: SlotsAsked) {
  const { db } = api.database;
  const { clientId, campaignId, lead } = asked;
  const nowMs = api.clock.nowMs();
  const { booking } = await bookingOf(db, clientId, campaignId);
  const calendars = await calendarsByIds(db, clientId, booking.calendarIds);
  const startsAtMs = Math.max(asked.fromMs ?? nowMs, nowMs);
  const span = { startsAtMs, endsAtMs: startsAtMs + asked.days * dayMs };
  const books = await readBooks(db, calendars, { ...span, nowMs });
  const turns = await lastTurns(db, clientId, campaignId);
  const slots = offeredSlots(books, turns, { booking, lead, span, nowMs }).slice(0, slotsMax);
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return {
    data: slots.map((slot) => ({
      ...slot,
      calendarName: byId.get(slot.calendarId)?.name ?? '',
      address: byId.get(slot.calendarId)?.address ?? '',
      timeZone: byId.get(slot.calendarId)?.hours.zone ?? 'UTC',
    })),
    timeZone: zoneOfPerson(lead) ?? calendars[0]?.hours.zone ?? 'UTC',
  };
}

/** A lead of a campaign as slots ask for it. Throws `not_found`. */
export async function leadForSlots(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  leadId: LeadId,
): Promise<WhereFacts> {
  const lead = await findLead(db, clientId, leadId);
  const phoneNumber = lead?.phones[0]?.phoneNumber;
  if (!lead || lead.campaignId !== campaignId || !phoneNumber) throw new Problem('not_found');
  const { postalCode, country, region, timeZone } = lead;
  return { postalCode, country, region, timeZone, phoneNumber };
}
