import { type Db, hasCampaign } from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';
import { Problem } from './problem.ts';

/** Throws `not_found` for a campaign that is not the client's. */
export async function demandCampaign(db: Db, clientId: ClientId, id: CampaignId): Promise<void> {
  if (!(await hasCampaign(db, clientId, id))) throw new Problem('not_found');
}
