import type { AsteriskEvent } from '@alize/ami';
import { connectCall, passOn } from './connect-call.ts';
import type { Context } from './context.ts';
import { endCall, isUnanswered } from './end-call.ts';
import type { Call } from './floor.ts';
import { legDown, legWaiting } from './follow-agents.ts';
import { countAnswer, learnOffered } from './learn.ts';
import { isVagueCause } from './network-result.ts';
import { suppressObjector } from './objection.ts';
import { recordProgress } from './record.ts';

/** How long the hang-up of a failed originate may lag behind its answer. */
const originateGraceMs = 500;

type FloorEvent = Exclude<AsteriskEvent, { kind: 'link.up' | 'link.down' }>;
type CallEvent = Exclude<FloorEvent, { kind: 'agent.waiting' | 'agent.hung_up' }>;

/** What Asterisk tells, applied to the floor at once; what follows from it is written by way of the journal. */
export function followEvent(context: Context, event: FloorEvent): void {
  if (event.kind === 'agent.waiting') legWaiting(context, event);
  else if (event.kind === 'agent.hung_up') legDown(context, event);
  else {
    const call = context.floor.calls.get(event.attemptId);
    if (call) followCall(context, call, event);
  }
}

function followCall(context: Context, call: Call, event: CallEvent): void {
  switch (event.kind) {
    case 'originate.ended':
      originateEnded(context, call, event);
      break;
    case 'callee.ringing':
      ringing(context, call);
      break;
    case 'callee.ready':
      answered(context, call, event.channel);
      break;
    case 'callee.connected':
      connected(context, call);
      break;
    case 'callee.unattended':
      unattended(context, call);
      break;
    case 'callee.objected':
      suppressObjector(context, call);
      break;
    case 'callee.agent_lost':
      agentLost(context, call);
      break;
    case 'callee.hung_up':
      hungUp(context, call, event.cause);
      break;
    default:
      event satisfies never;
  }
}

function originateEnded(
  context: Context,
  call: Call,
  event: { readonly isAnswered: boolean; readonly reason: number },
): void {
  call.originateReason = event.reason;
  if (event.isAnswered) return;
  // The hang-up says more; when no channel was ever made there is none.
  context.clock.setTimer(originateGraceMs, () => {
    if (context.floor.calls.has(call.id)) endCall(context, call, null);
  });
}

/**
 * A cause such as 16 says nothing of a call that never came to our dialplan: it may even have been answered for an
 * instant. The originate's answer, which comes in no fixed order, does.
 */
function hungUp(context: Context, call: Call, cause: number): void {
  const isVague =
    isUnanswered(call) && call.originateReason === null && call.hangUpBy === null && isVagueCause(cause);
  if (isVague) context.clock.setTimer(originateGraceMs, () => endCall(context, call, cause));
  else endCall(context, call, cause);
}

function ringing(context: Context, call: Call): void {
  if (call.progress !== 'intent' && call.progress !== 'sent') return;
  const atMs = context.clock.nowMs();
  call.progress = 'ringing';
  call.stageSinceMs = atMs;
  recordProgress(context, call, { progress: 'ringing', ringingAtMs: atMs });
}

/** The callee is in our dialplan: the agent first, the paper after. */
export function answered(context: Context, call: Call, channel: string): void {
  if (call.progress === 'answered' || call.progress === 'connected') return;
  const atMs = context.clock.nowMs();
  call.channel = channel;
  call.progress = 'answered';
  call.stageSinceMs = atMs;
  call.answeredAtMs = atMs;
  if (!call.isUnattended) connectCall(context, call);
  recordProgress(context, call, {
    progress: 'answered',
    answeredAtMs: atMs,
    ...(call.agentId !== null && { agentId: call.agentId }),
  });
  learnOffered(context, call);
  context.notices.callAnswered(call.campaignId);
}

function connected(context: Context, call: Call): void {
  if (call.progress === 'connected') return;
  const atMs = context.clock.nowMs();
  context.notices.callConnected(atMs - call.stageSinceMs);
  countAnswer(context, call, 'connected');
  call.progress = 'connected';
  call.stageSinceMs = atMs;
  recordProgress(context, call, { progress: 'connected', connectedAtMs: atMs });
}

/** The message has begun: from this instant a law counts what the callee heard. */
function unattended(context: Context, call: Call): void {
  if (call.isUnattended) return;
  call.isUnattended = true;
  countAnswer(context, call, 'unattended');
  recordProgress(context, call, { messageStartedAtMs: context.clock.nowMs() });
}

function agentLost(context: Context, call: Call): void {
  call.isAgentLost = true;
  const agent = call.agentId === null ? undefined : context.floor.agents.get(call.agentId);
  // Already back on the line: the callee goes straight to them.
  if (agent && context.floor.legOf(agent)?.isWaiting) connectCall(context, call);
  else if (call.progress === 'answered') passOn(context, call);
}
