import { callFactsOf, clearCall, isCampaignFault } from '@alize/compliance';
import type { CampaignPlan, ClaimedLead, LeadRuling, RulingNames } from '@alize/db';
import type { Ruling } from '@alize/model';

/** A lead refused for what is mended elsewhere (caller ID, trunk, a fact not yet known) comes back after this long. */
const campaignFaultRetryMs = 5 * 60_000;

/** Facts that people add to the campaign, its client or the registers, not to the lead. */
const mendableFacts: readonly string[] = ['unknown_object', 'unknown_seller_size', 'unknown_register'];

/** The one place where a lead of a campaign meets the law: the ruling on it, with all that it was made from. */
export function ruleOn(
  campaign: CampaignPlan,
  lead: ClaimedLead,
  { attemptId, rulingId }: RulingNames,
  now: Temporal.Instant,
): LeadRuling {
  const facts = callFactsOf({ ...campaign, trunkKind: campaign.trunk.kind }, lead.facts);
  const call = {
    attemptId,
    rulingId,
    leadId: lead.leadId,
    campaignId: campaign.id,
    clientId: campaign.clientId,
    trunkId: campaign.trunk.id,
  };
  return { facts, ruling: withRetry(clearCall(call, facts, now), now) };
}

/** The rules that refuse now, in their order. */
export function refusingRules(ruling: Ruling): readonly string[] {
  return ruling.rules.filter(({ verdict }) => verdict === 'refuses').map(({ rule }) => rule);
}

/** What never ends by itself but is mended elsewhere than in the lead keeps the lead. */
function withRetry(ruling: Ruling, now: Temporal.Instant): Ruling {
  if (ruling.kind === 'clear' || ruling.untilMs !== null) return ruling;
  const isMendable = (rule: string) => isCampaignFault(rule) || mendableFacts.includes(rule);
  if (!refusingRules(ruling).some(isMendable)) return ruling;
  return { ...ruling, untilMs: now.epochMilliseconds + campaignFaultRetryMs };
}
