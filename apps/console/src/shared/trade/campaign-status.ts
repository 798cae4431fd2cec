import type { BlockedReason, CampaignState } from '@alize/model';

export type CampaignStatus = CampaignState | 'outside_schedule' | 'finished';

/** The word on a campaign's chip: what people asked of it, unless its hours or its leads say otherwise. */
export function campaignStatus(campaign: {
  readonly state: CampaignState;
  readonly isInSchedule: boolean;
  readonly blockedReason: BlockedReason | null;
}): CampaignStatus {
  if (campaign.state !== 'running') return campaign.state;
  if (campaign.blockedReason === 'no_lead_left') return 'finished';
  return campaign.isInSchedule ? 'running' : 'outside_schedule';
}
