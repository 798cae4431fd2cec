import type { CampaignKind, Purpose } from '@alize/model';

/** What a kind of campaign is called for, where nobody says so. */
export const usualPurpose = {
  appointment: 'sales_consented',
  survey: 'survey',
  qualification: 'sales_consented',
} as const satisfies Record<CampaignKind, Purpose>;
