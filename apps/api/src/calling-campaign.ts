import type { CallingCampaign } from '@alize/compliance';
import {
  type CampaignSettings,
  campaignParts,
  type Db,
  findCallerId,
  findClientFacts,
  ruleSwitches,
} from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';

/** What the rules need to know of a campaign with these settings; null when its caller ID or trunk is gone. */
export async function callingCampaign(
  db: Db,
  clientId: ClientId,
  id: CampaignId,
  settings: CampaignSettings,
): Promise<CallingCampaign | null> {
  const callerId = await findCallerId(db, clientId, settings.callerIdId);
  const seller = await findClientFacts(db, clientId);
  const { trunkKind } = await campaignParts(db, clientId, settings);
  if (!callerId || !seller || !trunkKind) return null;
  return {
    ...settings,
    id,
    seller,
    callerId: { ...callerId, isRegistered: true, isWithheld: false },
    trunkKind,
    ruleSwitches: await ruleSwitches(db, clientId),
  };
}
