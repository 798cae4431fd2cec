import { type Db, findCampaignDocument } from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import { appointmentContract as contract } from '../contract/index.ts';

/** How a campaign books its appointments. */
export type Booking = z.infer<typeof contract.booking>;

/** Of a campaign that has said nothing yet. */
const standard: Booking = {
  ...{ calendarIds: [], choice: 'round_robin', needsSkills: [], usesAreas: false, holdMinutes: 10 },
  ...{ emailConfirmation: true, smsConfirmation: false, reminders: [] },
  ...{ language: null, afterNoShow: 'close' },
};

/** How a campaign books, and which version of that document it is; 0 while it has none. */
export async function bookingOf(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<{ readonly booking: Booking; readonly version: number }> {
  const found = await findCampaignDocument(db, clientId, campaignId, 'booking');
  if (!found) return { booking: standard, version: 0 };
  return { booking: contract.booking.parse(found.document), version: found.version };
}
