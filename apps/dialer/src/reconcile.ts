import type { LiveChannel } from '@alize/ami';
import { placeOf } from '@alize/compliance';
import { type OpenAttempt, openAttempts } from '@alize/db';
import { connectCall } from './connect-call.ts';
import type { Context } from './context.ts';
import { endCallUnseen } from './end-call.ts';
import { type Call, newlyTaken } from './floor.ts';
import { legWaiting } from './follow-agents.ts';
import { answered } from './follow-calls.ts';
import { countAnswer } from './learn.ts';
import { leaveCall, seizeAgent } from './move-agent.ts';
import { recordProgress } from './record.ts';

/** A call younger than this may not have its channel yet, though Asterisk took it. */
const youngMs = 2_000;

type CalleeChannel = Extract<LiveChannel, { kind: 'callee' }>;
type AgentChannel = Extract<LiveChannel, { kind: 'agent' }>;

/** Takes the open attempts on disk onto the floor: at start, before Asterisk is asked. */
export async function loadOpenCalls(context: Context): Promise<void> {
  for (const attempt of await openAttempts(context.database.db)) {
    if (!context.floor.calls.has(attempt.id)) context.floor.addCall(callOf(context, attempt));
  }
}

/**
 * AMI keeps no history: after each connection, holds every call against the channels that are up. Found: taken up where
 * it is. Not found: ended, as a call that may have rung. True when a call was too young to say, so ask once more.
 */
export async function reconcile(context: Context): Promise<boolean> {
  const askedAtMs = context.clock.nowMs();
  const channels = await context.link.liveChannels();
  const callees = channels.filter((channel) => channel.kind === 'callee');
  const agents = channels.filter((channel) => channel.kind === 'agent');
  for (const agent of agents) adoptLeg(context, agent);
  for (const callee of callees) adoptCallee(context, callee, agents);
  const up = new Set(callees.map((callee) => callee.attemptId));
  const missing = [...context.floor.calls.values()].filter((call) => !up.has(call.id));
  const gone = missing.filter((call) => call.createdAtMs < askedAtMs - youngMs);
  for (const call of gone) endCallUnseen(context, call, channels.length === 0 ? 'asterisk_lost' : 'unseen');
  context.notices.reconciled({ adopted: up.size, settled: gone.length });
  settleAgentsWithoutCall(context);
  context.wake();
  return missing.length > gone.length;
}

function adoptLeg(context: Context, channel: AgentChannel): void {
  if (channel.state === 'waiting') legWaiting(context, channel);
  else
    context.floor.legs.set(channel.seat, {
      channel: channel.channel,
      channelId: channel.channelId,
      isWaiting: false,
    });
}

function adoptCallee(context: Context, channel: CalleeChannel, agents: readonly AgentChannel[]): void {
  const call = context.floor.calls.get(channel.attemptId);
  if (!call) {
    context.notices.strayChannel(channel.attemptId);
    context.link.hangUp(channel.channel).catch((error: unknown) => context.notices.failed('hang up', error));
    return;
  }
  call.channel = channel.channel;
  if (channel.state === 'waiting') adoptWaiting(context, call, channel.channel);
  if (channel.state === 'connected') adoptConnected(context, call, channel, agents);
  if (channel.state === 'agent_lost') call.isAgentLost = true;
  if (channel.state === 'message') {
    call.isUnattended = true;
    // What was answered before this process looked is in the account that it reads.
    countAnswer(context, call, 'unattended');
    answered(context, call, channel.channel);
  }
}

/** Answered while nobody was looking, or its connect got lost on the way. */
function adoptWaiting(context: Context, call: Call, channel: string): void {
  if (call.progress === 'answered') connectCall(context, call);
  else answered(context, call, channel);
}

/** Bridged while nobody was looking: the seat on the other side of the bridge says with whom. */
function adoptConnected(
  context: Context,
  call: Call,
  channel: CalleeChannel,
  agents: readonly AgentChannel[],
): void {
  const partner = agents.find((agent) => agent.bridgeId !== null && agent.bridgeId === channel.bridgeId);
  const agent = partner && context.floor.agentOnSeat(partner.seat);
  if (agent && agent.callId !== call.id) {
    call.agentId = agent.userId;
    seizeAgent(context, agent, call);
  }
  if (call.progress === 'connected') return;
  const atMs = context.clock.nowMs();
  const isLate = call.progress !== 'answered';
  call.progress = 'connected';
  call.stageSinceMs = atMs;
  recordProgress(context, call, {
    progress: 'connected',
    connectedAtMs: atMs,
    ...(isLate && { answeredAtMs: atMs }),
    ...(agent && { agentId: agent.userId }),
  });
}

/** An agent who was talking in a call that has ended since goes to wrap-up. */
function settleAgentsWithoutCall(context: Context): void {
  for (const agent of context.floor.agents.values()) {
    if (agent.state !== 'talking' || agent.callId === null || context.floor.calls.has(agent.callId)) continue;
    if (agent.campaignId) leaveCall(context, agent, { hasDisposition: false, campaignId: agent.campaignId });
  }
}

function callOf(context: Context, attempt: OpenAttempt): Call {
  const campaign = context.plans.get(attempt.campaignId);
  return {
    ...newlyTaken(),
    id: attempt.id,
    clientId: attempt.clientId,
    campaignId: attempt.campaignId,
    leadId: attempt.leadId,
    createdAtMs: attempt.createdAtMs,
    ringSeconds: campaign?.ringSeconds ?? 30,
    territories: placeOf(attempt.phoneNumber).territories,
    law: 0,
    keepsAgent: campaign?.dialMode !== 'power' && campaign?.dialMode !== 'predictive',
    callbackAgentId: null,
    progress: attempt.progress,
    stageSinceMs: attempt.connectedAtMs ?? attempt.answeredAtMs ?? attempt.createdAtMs,
    answeredAtMs: attempt.answeredAtMs,
    isCounted: attempt.progress === 'connected',
    agentId: attempt.agentId,
    hasDisposition: attempt.disposition !== null,
  };
}
