import { appendEvents, type CampaignPlan, saveCampaignStanding } from '@alize/db';
import { isOpen } from '@alize/model';
import type { Context } from './context.ts';
import type { Blocked } from './place-calls.ts';

/** What a campaign's people are shown of it: whether its schedule is open, and why it is not dialling. */
export interface Standing {
  readonly isInSchedule: boolean;
  readonly blocked: Blocked | null;
}

/** Computed from rule, zone and instant each time, so that no clock change can make it miss an edge. */
export function isInSchedule(campaign: CampaignPlan, nowMs: number): boolean {
  return isOpen(campaign.schedule, Temporal.Instant.fromEpochMilliseconds(nowMs));
}

/** Writes and tells a standing when it differs from the one on disk. */
export function recordStanding(context: Context, campaign: CampaignPlan, standing: Standing): void {
  const blockedReason = standing.blocked?.reason ?? null;
  const blockedDetail = standing.blocked?.detail ?? null;
  const isSame =
    standing.isInSchedule === campaign.isInSchedule &&
    blockedReason === campaign.blockedReason &&
    blockedDetail === campaign.blockedDetail;
  if (isSame) return;
  const { isInSchedule } = standing;
  context.plans.set(campaign.id, { ...campaign, isInSchedule, blockedReason, blockedDetail });
  const atMs = context.clock.nowMs();
  const { id: campaignId, clientId, state } = campaign;
  context.journal.write(async (tx) => {
    await saveCampaignStanding(tx, { campaignId, isInSchedule, blockedReason, blockedDetail, atMs });
    await appendEvents(tx, atMs, [
      {
        clientId,
        event: { kind: 'campaign.changed', campaignId, state, isInSchedule, blockedReason, blockedDetail },
      },
    ]);
  });
}
