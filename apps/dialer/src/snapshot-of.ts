import type { CampaignPlan } from '@alize/db';
import type { AgentCounts } from '@alize/model';
import type { AgentSnapshot, CallSnapshot, Snapshot } from '@alize/pacing';
import type { CallRate } from './call-rate.ts';
import type { Context } from './context.ts';
import type { Agent, Call } from './floor.ts';
import { talkOf } from './learn.ts';
import type { CampaignMemory } from './pacing-memory.ts';

/** The dialplan lets a callee wait so long for an agent (infra/asterisk/dialplan.ts). */
const limboMs = 2_000;
/** From a free agent to both hearing each other. */
const connectMs = 100;

/** What a campaign's pacing is to decide on, and what people are shown beside the decision. */
export interface Picture {
  readonly snapshot: Snapshot;
  readonly agents: AgentCounts;
  /** The campaign's own calls that have no agent yet. */
  readonly callsOut: number;
}

/** The floor of this instant as one campaign's pacing sees it. In step with the number of its agents and of all calls. */
export function pictureOf(
  context: Context,
  campaign: CampaignPlan,
  memory: CampaignMemory,
  { rate, nowMs }: { readonly rate: CallRate; readonly nowMs: number },
): Picture {
  const onDuty = agentsOnDuty(context, campaign);
  const own = context.floor.callsOf(campaign.id);
  const agents = present(onDuty, (agent) => toAgentSnapshot(context, campaign, agent));
  const calls = present(own, (call) => toCallSnapshot(call, true));
  const callsOut = calls.length;
  calls.push(...callsOfOthers(context, campaign, onDuty));
  const steered = memory.account.strictest(campaign);
  const snapshot: Snapshot = {
    nowMs,
    agents,
    calls,
    limits: limitsOf(context, campaign, { rate, nowMs, callsCount: own.size }),
    laws: memory.learner.laws({ nowMs, agents, calls }),
    account: steered?.account ?? null,
    marginalRatio: memory.learner.marginalRatio,
    graceMs: Math.min(limboMs, (steered?.definition.secondsMax ?? 2) * 1000) - connectMs,
    powerRatio: campaign.powerRatio,
    inboundPerSecond: 0,
  };
  return { snapshot, agents: countAgents(onDuty), callsOut };
}

/** What is made of each thing, without those that nothing is made of. */
function present<From, To>(all: Iterable<From>, make: (one: From) => To | null): To[] {
  const made: To[] = [];
  for (const one of all) {
    const item = make(one);
    if (item !== null) made.push(item);
  }
  return made;
}

function agentsOnDuty({ floor }: Context, { teamUserIds }: CampaignPlan): readonly Agent[] {
  const found: Agent[] = [];
  for (const id of teamUserIds) {
    const agent = floor.agents.get(id);
    if (agent && agent.state !== 'offline') found.push(agent);
  }
  return found;
}

/** Nobody who is kept free for a call of another campaign, or for a callback: neither is to be had, nor their call to be met. */
function toAgentSnapshot(context: Context, campaign: CampaignPlan, agent: Agent): AgentSnapshot | null {
  const kept = agent.reservedFor === null ? undefined : context.floor.calls.get(agent.reservedFor);
  if (kept && (kept.campaignId !== campaign.id || kept.callbackAgentId !== null)) return null;
  const isTalking = agent.state === 'talking';
  const { law, sinceMs } = isTalking
    ? talkOf(context, campaign.id, agent)
    : { law: 0, sinceMs: agent.sinceMs };
  return { state: agent.state, sinceMs, isReachable: isReachable(context, agent), law, leavesAtMs: null };
}

function isReachable({ floor }: Context, agent: Agent): boolean {
  if (agent.wishedPause !== null && agent.reservedFor === null) return false;
  return agent.state === 'ready' ? floor.canTakeCall(agent) : agent.connection === 'up';
}

/** None for a call that has its agent, that is heard out by the message, or that one agent is kept free for as agreed. */
function toCallSnapshot(call: Call, isOwn: boolean): CallSnapshot | null {
  if (call.progress === 'connected' || call.isUnattended) return null;
  if (call.progress === 'answered') {
    return call.agentId === null ? { stage: 'waiting', sinceMs: call.stageSinceMs, law: 0, isOwn } : null;
  }
  if (call.callbackAgentId !== null && call.agentId !== null) return null;
  return { stage: 'dialling', sinceMs: call.createdAtMs, law: isOwn ? call.law : 0, isOwn };
}

/**
 * Calls of other campaigns that may take one of these agents: those that keep no agent of their own. Of a campaign
 * that shares some of its agents only, the same share of its calls. A progressive campaign gives way to those before
 * it in order, and to no other.
 */
function callsOfOthers(context: Context, campaign: CampaignPlan, onDuty: readonly Agent[]): CallSnapshot[] {
  const found: CallSnapshot[] = [];
  let isBefore = true;
  for (const other of context.plans.values()) {
    if (other.id === campaign.id) {
      isBefore = false;
      continue;
    }
    if (campaign.dialMode === 'progressive' && !isBefore) break;
    const calls = [...context.floor.callsOf(other.id)].filter((call) => !call.keepsAgent);
    if (calls.length === 0) continue;
    const shared = onDuty.filter(({ userId }) => other.teamUserIds.has(userId)).length;
    if (shared === 0) continue;
    const competing = present(calls, (call) => toCallSnapshot(call, false));
    const share = shared / agentsOnDuty(context, other).length;
    found.push(...competing.slice(0, Math.ceil(competing.length * share)));
  }
  return found;
}

function limitsOf(
  context: Context,
  campaign: CampaignPlan,
  { rate, nowMs, callsCount }: { rate: CallRate; nowMs: number; callsCount: number },
): Snapshot['limits'] {
  const { trunk } = campaign;
  const { trunks } = context.pacing;
  let trunkCalls = 0;
  for (const other of context.plans.values()) {
    if (other.trunk.id === trunk.id) trunkCalls += context.floor.callsOf(other.id).size;
  }
  return {
    linesFree: campaign.linesMax - callsCount,
    trunkLinesFree: trunk.linesMax - trunkCalls,
    callsAllowedNow: trunks.isResting(trunk.id, nowMs) ? 0 : rate.allowed(trunk, nowMs),
    trunkFailures: trunks.failures(trunk.id),
  };
}

function countAgents(onDuty: readonly Agent[]): AgentCounts {
  const counts = { ready: 0, talking: 0, wrapUp: 0, paused: 0 };
  for (const { state } of onDuty) {
    if (state === 'wrap_up') counts.wrapUp += 1;
    else if (state !== 'offline') counts[state] += 1;
  }
  return counts;
}
