import { appendEvents, type CampaignPlan, insertPacingPoint } from '@alize/db';
import type { Decision } from '@alize/pacing';
import type { Context } from './context.ts';
import type { Told } from './pacing-memory.ts';
import type { Picture } from './snapshot-of.ts';

const pointEveryMs = 5_000;
/** What holds a campaign may change many times a second; the series need not follow it. */
const changeEveryMs = 1_000;
/** What a decision rested on is large, and kept for examples only. */
const snapshotEveryMs = 30_000;
const eventEveryMs = 2_000;

/** Writes a decision into the campaign's series, and tells it on the bus, as often as is of use to people. */
export function recordPacing(
  context: Context,
  campaign: CampaignPlan,
  told: Told,
  { decision, picture }: { readonly decision: Decision; readonly picture: Picture },
): void {
  if (Object.values(picture.agents).every((count) => count === 0)) return;
  if (isPointDue(told, decision, picture.snapshot.nowMs))
    writePoint(context, campaign, told, { decision, picture });
  tell(context, campaign, told, { decision, picture });
}

function isPointDue(told: Told, { limitedBy }: Decision, nowMs: number): boolean {
  const sinceMs = Math.abs(nowMs - told.pointAtMs);
  return sinceMs >= pointEveryMs || (limitedBy !== told.limitedBy && sinceMs >= changeEveryMs);
}

function writePoint(
  context: Context,
  { id: campaignId, clientId }: CampaignPlan,
  told: Told,
  { decision, picture }: { readonly decision: Decision; readonly picture: Picture },
): void {
  const { snapshot, agents } = picture;
  const atMs = snapshot.nowMs;
  const isKept = Math.abs(atMs - told.snapshotAtMs) >= snapshotEveryMs;
  told.pointAtMs = atMs;
  told.limitedBy = decision.limitedBy;
  if (isKept) told.snapshotAtMs = atMs;
  const point = { campaignId, clientId, atMs, decision, agents, snapshot: isKept ? snapshot : null };
  context.journal.write((tx) => insertPacingPoint(tx, point));
}

function tell(
  context: Context,
  { id: campaignId, clientId }: CampaignPlan,
  told: Told,
  { decision, picture }: { readonly decision: Decision; readonly picture: Picture },
): void {
  const { agents, snapshot } = picture;
  const atMs = snapshot.nowMs;
  if (Math.abs(atMs - told.eventAtMs) < eventEveryMs) return;
  const event = { kind: 'campaign.paced', campaignId, decision, agents } as const;
  const text = JSON.stringify(event);
  if (text === told.event) return;
  told.eventAtMs = atMs;
  told.event = text;
  context.journal.write((tx) => appendEvents(tx, atMs, [{ clientId, event }]));
}
