import { callFactsOf, describeRule, isCampaignFault, judge, nobodyKnown } from '@alize/compliance';
import { type CampaignSettings, type Db, placesOfCampaign } from '@alize/db';
import type { CampaignId, Citation, ClientId, Language } from '@alize/model';
import { callingCampaign } from './calling-campaign.ts';

/** Rules of single leads that the check of trunk and caller ID has heard for the campaign as a whole. */
const aboutTrunk: readonly string[] = ['fiction_on_real_trunk', 'number_on_demonstration_trunk'];

/** A rule that no call of a campaign could be placed by, in words. */
export interface CampaignFault {
  readonly rule: string;
  readonly strength: Citation['strength'];
  readonly citation: string;
  readonly text: string;
}

/**
 * The rules that forbid the campaign's caller ID, or another of its settings, at `now`, in any of the places where its
 * open leads are; where it has none, in the caller ID's own country. What is wrong with single leads is not in it.
 */
export async function campaignFaults(
  db: Db,
  asked: {
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly settings: CampaignSettings;
    readonly now: Temporal.Instant;
    readonly language: Language;
  },
): Promise<readonly CampaignFault[]> {
  const { clientId, campaignId, settings, language } = asked;
  const campaign = await callingCampaign(db, clientId, campaignId, settings);
  if (!campaign) return [];
  const leads = await placesOfCampaign(db, clientId, campaignId);
  const places = leads.length > 0 ? leads : [{ phoneNumber: campaign.callerId.number, country: null }];
  const faults = new Map<string, CampaignFault>();
  for (const place of places) {
    const facts = callFactsOf(campaign, nobodyKnown(place.phoneNumber, place.country));
    for (const { rule, verdict, strength, citation } of judge(facts, asked.now).reasons) {
      if (verdict !== 'refuses' || !isCampaignFault(rule) || aboutTrunk.includes(rule)) continue;
      faults.set(rule, { rule, strength, citation, text: describeRule(rule, language) });
    }
  }
  return [...faults.values()];
}
