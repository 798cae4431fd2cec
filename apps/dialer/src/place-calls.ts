import type { PlaceCallAnswer } from '@alize/ami';
import { messageLanguage, placeOf } from '@alize/compliance';
import { type CampaignPlan, type ClaimedCall, claimLeads, dialerLease, nextDueAt } from '@alize/db';
import type { BlockedReason, CampaignId } from '@alize/model';
import {
  type AvailableDialMode,
  availableDialModes,
  type Decision,
  decide,
  type Snapshot,
} from '@alize/pacing';
import type { CallRate } from './call-rate.ts';
import type { Context } from './context.ts';
import { endCallAs } from './end-call.ts';
import { type Call, newlyTaken } from './floor.ts';
import { recordProgress } from './record.ts';
import { refusingRules, ruleOn } from './rule-on-lead.ts';

/** Why a campaign places no call now; null while it dials. */
export interface Blocked {
  readonly reason: BlockedReason;
  readonly detail: string | null;
}

/** Random bytes that a ruling's facts are hashed with. */
const rulingSaltBytes = 16;
/** A clearance is void after its tick. */
const clearanceLastsMs = 1_000;

/** When the next lead of a campaign without a due one falls due, as last asked. */
export type DueWatch = Map<CampaignId, { readonly atMs: number | null; readonly askedAtMs: number }>;
/** How long that answer is good for: calls that end in the meantime put leads back. */
const dueLastsMs = 1_000;

/** Places as many calls for a campaign as pacing says, and tells why none when none. */
export async function placeCalls(
  context: Context,
  campaign: CampaignPlan,
  tools: { readonly epoch: number; readonly rate: CallRate; readonly due: DueWatch },
): Promise<Blocked | null> {
  const nowMs = context.clock.nowMs();
  const decision = decide(modeOf(campaign), snapshotOf(context, campaign, tools.rate, nowMs));
  if (decision.calls === 0) return blockedBy(context, campaign, decision);
  const due = tools.due.get(campaign.id);
  const isKnown = due !== undefined && nowMs - due.askedAtMs < dueLastsMs;
  if (isKnown && (due.atMs === null || due.atMs > nowMs)) return noLead(due.atMs);
  return claimAndOriginate(context, campaign, { ...tools, nowMs, limit: decision.calls });
}

async function claimAndOriginate(
  context: Context,
  campaign: CampaignPlan,
  tools: { epoch: number; rate: CallRate; due: DueWatch; nowMs: number; limit: number },
): Promise<Blocked | null> {
  const { nowMs } = tools;
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const claimed = await claimLeads(context.database.db, {
    campaign: {
      id: campaign.id,
      clientId: campaign.clientId,
      trunkId: campaign.trunk.id,
      scriptVersionId: campaign.scriptVersionId,
      dialMode: campaign.dialMode,
      object: campaign.object,
    },
    limit: tools.limit,
    nowMs,
    lease: { name: dialerLease, epoch: tools.epoch },
    readyAgentIds: context.floor.waitingAgents(campaign.teamUserIds).map((agent) => agent.userId),
    zoneDataVersion: context.zoneDataVersion,
    makeNames: () => ({
      attemptId: context.ids.make('attempt'),
      rulingId: context.ids.make('ruling'),
      salt: context.random(rulingSaltBytes),
    }),
    rule: (lead, names) => ruleOn(campaign, lead, names, now),
  });
  if (claimed.kind === 'lease_lost') return { reason: 'no_dialer', detail: null };
  tools.rate.spend(campaign.trunk.id, claimed.calls.length);
  for (const call of claimed.calls) originate(context, campaign, call);
  const [refusal] = claimed.refusals;
  if (refusal) context.notices.leadsRefused(campaign.id, claimed.refusals.length);
  if (claimed.calls.length > 0) return null;
  if (refusal) return { reason: 'refused_by_rule', detail: refusingRules(refusal).join(', ') };
  const atMs = await nextDueAt(context.database.db, campaign.id);
  tools.due.set(campaign.id, { atMs, askedAtMs: nowMs });
  return noLead(atMs);
}

function originate(context: Context, campaign: CampaignPlan, claimed: ClaimedCall): void {
  const { clearance } = claimed;
  const call = newCall(context, campaign, claimed);
  context.floor.calls.set(call.id, call);
  const isInTime = context.clock.nowMs() - clearance.madeAtMs <= clearanceLastsMs;
  if (!isInTime || !context.floor.reserve(call, campaign.teamUserIds)) {
    // The agent left while the claim was being written. Nothing was sent.
    endCallAs(context, call, 'cancelled');
    return;
  }
  context.notices.callPlaced(campaign.id);
  context.link
    .placeCall(clearance, {
      trunkName: campaign.trunk.name,
      ringSeconds: campaign.ringSeconds,
      language: messageLanguage(placeOf(clearance.phoneNumber)),
    })
    .then(
      (answer) => settleOriginate(context, call, answer),
      (error: unknown) => {
        // A value that may not stand in an AMI message: nothing was written.
        context.notices.failed('originate', error);
        endCallAs(context, call, 'cancelled');
      },
    );
}

function settleOriginate(context: Context, call: Call, answer: PlaceCallAnswer): void {
  if (!context.floor.calls.has(call.id)) return;
  if (answer.kind === 'accepted') accepted(context, call);
  else if (answer.kind === 'refused') endCallAs(context, call, 'congestion');
  else if (answer.kind === 'not_sent') endCallAs(context, call, 'cancelled');
  // Law 8: what may have happened is never tried again by itself; the next look at Asterisk's channels settles it.
  else context.notices.originateUnknown(call.id);
}

function accepted(context: Context, call: Call): void {
  if (call.progress !== 'intent') return;
  call.progress = 'sent';
  recordProgress(context, call, { progress: 'sent', sentAtMs: context.clock.nowMs() });
}

function newCall(
  context: Context,
  campaign: CampaignPlan,
  { clearance, callbackAgentId }: ClaimedCall,
): Call {
  const nowMs = context.clock.nowMs();
  return {
    ...newlyTaken,
    id: clearance.attemptId,
    clientId: campaign.clientId,
    campaignId: campaign.id,
    leadId: clearance.leadId,
    createdAtMs: nowMs,
    ringSeconds: campaign.ringSeconds,
    callbackAgentId,
    progress: 'intent',
    stageSinceMs: nowMs,
    agentId: null,
    hasDisposition: false,
  };
}

function snapshotOf(context: Context, campaign: CampaignPlan, rate: CallRate, nowMs: number): Snapshot {
  const { floor } = context;
  const calls = floor.callsOf(campaign.id);
  const ownCalls = new Set(calls.map((call) => call.id));
  const agents = [...floor.agents.values()].filter(
    (agent) =>
      campaign.teamUserIds.has(agent.userId) &&
      (agent.reservedFor === null || ownCalls.has(agent.reservedFor)),
  );
  const trunkCalls = [...floor.calls.values()].filter(
    (call) => context.plans.get(call.campaignId)?.trunk.id === campaign.trunk.id,
  );
  return {
    nowMs,
    agents: agents.map((agent) => ({
      state: agent.state,
      inStateMs: nowMs - agent.sinceMs,
      isReachable: floor.canTakeCall(agent) && (agent.wishedPause === null || agent.reservedFor !== null),
    })),
    calls: calls.map((call) => ({ stage: stageOf(call), inStageMs: nowMs - call.stageSinceMs })),
    limits: {
      linesFree: campaign.linesMax - calls.length,
      trunkLinesFree: campaign.trunk.linesMax - trunkCalls.length,
      callsAllowedNow: rate.allowed(campaign.trunk, nowMs),
    },
  };
}

function stageOf(call: Call): 'dialling' | 'waiting' | 'connected' {
  if (call.progress === 'answered') return call.agentId === null ? 'waiting' : 'connected';
  return call.progress === 'connected' ? 'connected' : 'dialling';
}

/** Campaigns are stored with an available mode only; an older row falls back to the safest. */
function modeOf(campaign: CampaignPlan): AvailableDialMode {
  return availableDialModes.find((mode) => mode === campaign.dialMode) ?? 'progressive';
}

function blockedBy(context: Context, campaign: CampaignPlan, decision: Decision): Blocked | null {
  // Calls out for every free agent, or held back for less than a second: the campaign is dialling.
  if (decision.limitedBy === null || decision.limitedBy === 'calls_per_second') return null;
  if (decision.callsDialling > 0 && decision.limitedBy === 'no_agent_ready') return null;
  const onDuty = [...context.floor.agents.values()].filter(
    (agent) => campaign.teamUserIds.has(agent.userId) && agent.state !== 'offline',
  );
  return {
    reason: decision.limitedBy,
    detail: decision.limitedBy === 'no_agent_ready' ? String(onDuty.length) : null,
  };
}

function noLead(atMs: number | null): Blocked {
  return atMs === null
    ? { reason: 'no_lead_left', detail: null }
    : { reason: 'no_lead_due', detail: String(atMs) };
}
