import type { EndReason, NetworkResult } from '@alize/model';
import type { Context } from './context.ts';
import type { Agent, Call } from './floor.ts';
import { countAnswer, learnTalk, learnUnanswered } from './learn.ts';
import { freeLeg, grantWishedPause, leaveCall, leaveWrapUp } from './move-agent.ts';
import { answeredReason, resultOfUnanswered } from './network-result.ts';
import { recordEnd } from './record.ts';

/** The call's channel is gone: ends the attempt, frees or wraps up the agent. */
export function endCall(context: Context, call: Call, cause: number | null): void {
  if (isUnanswered(call)) {
    const networkResult = unansweredResult(context, call, cause);
    finish(context, call, { networkResult, endReason: 'not_answered', cause });
  } else finish(context, call, { networkResult: 'answered', endReason: endReasonOf(call), cause });
}

/** True until the callee is in our dialplan, or the originate says that somebody answered for an instant. */
export function isUnanswered(call: Call): boolean {
  return (
    call.progress !== 'answered' && call.progress !== 'connected' && call.originateReason !== answeredReason
  );
}

/** The call is over and nobody saw how: Asterisk died, or the dialer was away. Counts as a call that may have rung. */
export function endCallUnseen(context: Context, call: Call, endReason: 'asterisk_lost' | 'unseen'): void {
  const isAnswered = !isUnanswered(call);
  finish(context, call, {
    networkResult: isAnswered ? 'answered' : 'unknown',
    endReason: isAnswered ? endReason : 'not_answered',
    cause: null,
  });
}

/** Ends a call with a result that is known otherwise, such as one that was never sent. */
export function endCallAs(context: Context, call: Call, networkResult: NetworkResult): void {
  finish(context, call, { networkResult, endReason: 'not_answered', cause: null });
}

function finish(
  context: Context,
  call: Call,
  end: { networkResult: NetworkResult; endReason: EndReason; cause: number | null },
): void {
  const { floor, clock, notices } = context;
  if (!floor.removeCall(call)) return;
  const isAbandoned = wasLeftWaiting(call, clock.nowMs());
  recordEnd(context, call, {
    networkResult: end.networkResult,
    endReason: end.endReason,
    hangupCause: end.cause,
    isAbandoned,
    atMs: clock.nowMs(),
  });
  notices.callEnded(call.campaignId, end.networkResult, isAbandoned);
  learnFrom(context, call, end.networkResult);
  freeAgentOf(context, call);
  context.wake();
}

function learnFrom(context: Context, call: Call, networkResult: NetworkResult): void {
  if (call.progress === 'connected') learnTalk(context, call);
  else if (call.progress === 'answered') countAnswer(context, call, 'gone');
  else learnUnanswered(context, call, networkResult);
}

/** Who waits this long for an agent is abandoned, whatever was played (the strictest of the rule packs). */
const abandonedAfterMs = 2_000;

/** Answered, and no agent came in time. Who hangs up sooner than that was not left waiting. */
function wasLeftWaiting(call: Call, nowMs: number): boolean {
  if (call.progress !== 'answered') return false;
  return isLetGo(call) || nowMs - call.stageSinceMs >= abandonedAfterMs;
}

/** Our side ends it without an agent: after the message, or because it was taken back as somebody answered. */
const isLetGo = (call: Call): boolean => call.isUnattended || call.hangUpBy === 'dialer';

function freeAgentOf(context: Context, call: Call): void {
  const kept = context.floor.release(call);
  if (kept) {
    grantWishedPause(context, kept);
    return;
  }
  const agent = call.agentId === null ? undefined : context.floor.agents.get(call.agentId);
  if (agent?.callId !== call.id || agent.state !== 'talking') return;
  if (call.progress === 'connected') leaveCall(context, agent, call);
  else takeBack(context, agent);
}

/** The callee was gone before the two were bridged: the agent never left the holding bridge. */
function takeBack(context: Context, agent: Agent): void {
  freeLeg(context, agent);
  leaveWrapUp(context, agent);
}

function endReasonOf(call: Call): EndReason {
  if (call.isAgentLost) return 'agent_lost';
  if (call.progress === 'answered' && isLetGo(call)) return 'no_agent';
  return call.hangUpBy === 'agent' ? 'agent_hung_up' : 'callee_hung_up';
}

function unansweredResult(context: Context, call: Call, cause: number | null): NetworkResult {
  return resultOfUnanswered({
    cause,
    originateReason: call.originateReason,
    isCancelled: call.hangUpBy !== null,
    hasRungOut: context.clock.nowMs() - call.createdAtMs >= call.ringSeconds * 1000,
  });
}
