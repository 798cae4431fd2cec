import { type Db, findCampaignDocument } from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import { handoverContract } from '../contract/index.ts';

/** How a campaign's qualified leads are handed over. */
export type HandoverSettings = z.output<typeof handoverContract.handoverDocument>;

const standard: HandoverSettings = handoverContract.handoverDocument.parse({ isOn: false });

/** The campaign's document with its version; that of version 0, which hands nothing over, where there is none yet. */
export async function handoverSettings(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<{ readonly settings: HandoverSettings; readonly version: number }> {
  const found = await findCampaignDocument(db, clientId, campaignId, 'handover');
  if (!found) return { settings: standard, version: 0 };
  return { settings: handoverContract.handoverDocument.parse(found.document), version: found.version };
}
