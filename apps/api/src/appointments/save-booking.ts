import { lookAtRemindersAgain, saveCampaignDocument, takeCalendars } from '@alize/db';
import type { CampaignId, ClientId, UserId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import type { Booking } from './booking.ts';

/**
 * Stores how a campaign books, in place of version `expected`, and has the reminders of what is booked already follow
 * it. Answers the new version. Throws the Problems `unknown_part` and `version_stale`.
 */
export async function saveBooking(
  api: ApiParts,
  saved: {
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly booking: Booking;
    readonly expected: number;
    readonly by: UserId;
  },
): Promise<number> {
  const { booking, clientId, campaignId, ...rest } = saved;
  return api.database.db.transaction().execute(async (tx) => {
    const known = await takeCalendars(tx, clientId, booking.calendarIds);
    if (booking.calendarIds.some((id) => !known.some((calendar) => calendar.id === id)))
      throw new Problem('unknown_part');
    const atMs = api.clock.nowMs();
    const document = { ...rest, clientId, campaignId, kind: 'booking', document: booking, atMs } as const;
    const version = await saveCampaignDocument(tx, document);
    if (version === null) throw new Problem('version_stale');
    await lookAtRemindersAgain(tx, clientId, campaignId, atMs);
    return version;
  });
}
