import type { PlaceCallAnswer } from '@alize/ami';
import { messageLanguage, placeOf } from '@alize/compliance';
import {
  type CampaignPlan,
  type ClaimedCall,
  claimLeads,
  dialerLease,
  isHeldByQuotas,
  nextDueAt,
} from '@alize/db';
import {
  type AvailableDialMode,
  availableDialModes,
  type BlockedReason,
  type CampaignId,
  type ListId,
} from '@alize/model';
import { type Decision, decide } from '@alize/pacing';
import type { CallRate } from './call-rate.ts';
import type { Context } from './context.ts';
import { endCallAs } from './end-call.ts';
import { type Call, newlyTaken } from './floor.ts';
import { nextOfLead, unlessDue } from './next-of-lead.ts';
import type { CampaignMemory } from './pacing-memory.ts';
import { recordProgress } from './record.ts';
import { recordPacing } from './record-pacing.ts';
import { refusingRules, ruleOn } from './rule-on-lead.ts';
import { type Picture, pictureOf } from './snapshot-of.ts';

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
export type DueWatch = Map<
  CampaignId,
  { readonly atMs: number | null; readonly isHeld: boolean; readonly askedAtMs: number }
>;
/** How long that answer is good for: calls that end in the meantime put leads back. */
const dueLastsMs = 1_000;

/** Places as many calls for a campaign as pacing says, and tells why none when none. */
export async function placeCalls(
  context: Context,
  campaign: CampaignPlan,
  tools: { readonly epoch: number; readonly rate: CallRate; readonly due: DueWatch },
): Promise<Blocked | null> {
  const memory = await context.pacing.recall(campaign, context);
  const nowMs = context.clock.nowMs();
  const picture = pictureOf(context, campaign, memory, { rate: tools.rate, nowMs });
  const decision = decide(modeOf(campaign), picture.snapshot);
  memory.limitedBy = decision.limitedBy;
  recordPacing(context, campaign, memory.told, { decision, picture });
  context.notices.measurePacing(campaign.id, decision);
  if (decision.calls === 0) return blockedBy(decision, picture);
  const due = tools.due.get(campaign.id);
  const isKnown = due !== undefined && nowMs - due.askedAtMs < dueLastsMs;
  if (isKnown && (due.atMs === null || due.atMs > nowMs)) return noLead(due);
  return claimAndOriginate(context, campaign, { ...tools, memory, decision, nowMs });
}

async function claimAndOriginate(
  context: Context,
  campaign: CampaignPlan,
  tools: {
    epoch: number;
    rate: CallRate;
    due: DueWatch;
    memory: CampaignMemory;
    decision: Decision;
    nowMs: number;
  },
): Promise<Blocked | null> {
  const { nowMs, decision, memory } = tools;
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const quarters = await context.answerHours.of(context.database.db, campaign.id, nowMs);
  const claimed = await claimLeads(context.database.db, {
    campaign: {
      id: campaign.id,
      clientId: campaign.clientId,
      trunkId: campaign.trunk.id,
      scriptVersionId: campaign.scriptVersionId,
      dialMode: campaign.dialMode,
      object: campaign.object,
      changedAtMs: campaign.changedAtMs,
    },
    limit: decision.calls,
    nowMs,
    lease: { name: dialerLease, epoch: tools.epoch },
    readyAgentIds: context.floor.waitingAgents(campaign.teamUserIds).map((agent) => agent.userId),
    zoneDataVersion: context.zoneDataVersion,
    makeNames: () => ({
      attemptId: context.ids.make('attempt'),
      rulingId: context.ids.make('ruling'),
      salt: context.random(rulingSaltBytes),
    }),
    turnsOf: (lists, count) => memory.turns.turnsOf(lists, count),
    askAgain: (facts) => unlessDue(nextOfLead(facts, quarters, facts.settledAtMs ?? nowMs), nowMs),
    rule: (lead, names) => ruleOn(campaign, lead, names, now),
  });
  if (claimed.kind === 'lease_lost') return { reason: 'no_dialer', detail: null };
  memory.turns.charge(claimed.lists, claimed.takenCounts);
  tools.rate.spend(campaign.trunk.id, claimed.calls.length);
  for (const call of claimed.calls)
    originate(context, campaign, newCall(context, campaign, call, { decision, memory }), call);
  const [refusal] = claimed.refusals;
  if (refusal) context.notices.leadsRefused(campaign.id, claimed.refusals.length);
  if (claimed.calls.length > 0) return null;
  if (refusal) return { reason: 'refused_by_rule', detail: refusingRules(refusal).join(', ') };
  const atMs = await nextDueAt(context.database.db, campaign.id);
  const isHeld = atMs === null && (await isHeldByQuotas(context.database.db, campaign.id));
  const due = { atMs, isHeld, askedAtMs: nowMs };
  tools.due.set(campaign.id, due);
  return noLead(due);
}

function originate(context: Context, campaign: CampaignPlan, call: Call, { clearance }: ClaimedCall): void {
  context.floor.addCall(call);
  const isInTime = context.clock.nowMs() - clearance.madeAtMs <= clearanceLastsMs;
  if (!isInTime || (call.keepsAgent && !context.floor.reserve(call, campaign.teamUserIds))) {
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
  { clearance, callbackAgentId, listId }: ClaimedCall,
  by: { readonly decision: Decision; readonly memory: CampaignMemory },
): Call {
  const nowMs = context.clock.nowMs();
  return {
    ...newlyTaken(),
    id: clearance.attemptId,
    clientId: campaign.clientId,
    campaignId: campaign.id,
    leadId: clearance.leadId,
    createdAtMs: nowMs,
    ringSeconds: campaign.ringSeconds,
    territories: placeOf(clearance.phoneNumber).territories,
    law: by.memory.learner.lawOfGroup(groupOf(listId, campaign, nowMs)),
    keepsAgent: keepsAgent(by.decision) || callbackAgentId !== null,
    callbackAgentId,
    answeredAtMs: null,
    isCounted: false,
    progress: 'intent',
    stageSinceMs: nowMs,
    agentId: null,
    hasDisposition: false,
  };
}

/** Progressive calls keep their agent; so do those of a campaign whose account bears no more than one for each. */
function keepsAgent({ mode, limitedBy }: Decision): boolean {
  return (mode !== 'power' && mode !== 'predictive') || limitedBy === 'account_stop';
}

/** People of one list, called at one hour, answer alike. */
function groupOf(listId: ListId, { schedule }: CampaignPlan, nowMs: number): string {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(schedule.zone);
  return `${listId} ${hour}`;
}

/** Campaigns are stored with an available mode only; an older row falls back to the safest. */
function modeOf(campaign: CampaignPlan): AvailableDialMode {
  return availableDialModes.find((mode) => mode === campaign.dialMode) ?? 'progressive';
}

/** Calls that are out, or held back for a moment by what they might cost: the campaign is dialling. */
function blockedBy({ limitedBy, agentsFree }: Decision, { agents, callsOut }: Picture): Blocked | null {
  switch (limitedBy) {
    case 'lines_in_use':
    case 'trunk_in_use':
      return { reason: limitedBy, detail: null };
    case 'calls_per_second':
    case 'trunk_failing':
    case null:
      return null;
    case 'no_agent_ready':
    case 'abandonment_risk':
    case 'account_stop': {
      // Agents who are free and spoken for by campaigns that go first: the decision's own sentence says so.
      if (callsOut > 0 || agentsFree > 0) return null;
      const onDuty = agents.ready + agents.talking + agents.wrapUp + agents.paused;
      return { reason: 'no_agent_ready', detail: String(onDuty) };
    }
    default:
      return limitedBy satisfies never;
  }
}

/** `quotas_full` says that there are leads, and that the quotas want none of them. */
function noLead({ atMs, isHeld }: { readonly atMs: number | null; readonly isHeld: boolean }): Blocked {
  return atMs === null
    ? { reason: 'no_lead_left', detail: isHeld ? 'quotas_full' : null }
    : { reason: 'no_lead_due', detail: String(atMs) };
}
