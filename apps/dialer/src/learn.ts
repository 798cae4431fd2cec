import type { CampaignId, NetworkResult, UserId } from '@alize/model';
import type { CallFate } from '@alize/pacing';
import type { Context } from './context.ts';
import type { Call } from './floor.ts';

/** The call is in our dialplan: it is to be given to an agent. */
export function learnOffered(context: Context, call: Call): void {
  settled(context, call, 'offered');
}

/** The call is over and nobody was offered. */
export function learnUnanswered(context: Context, call: Call, result: NetworkResult): void {
  const fate = fateOf(result);
  if (fate) settled(context, call, fate);
}

/** Null for what says nothing of the list: a call that we took back, or that nobody saw the end of. */
function fateOf(result: NetworkResult): CallFate | null {
  switch (result) {
    case 'busy':
      return 'busy';
    case 'invalid_number':
      return 'invalid';
    case 'congestion':
      return 'failed';
    case 'no_answer':
    // Answered for an instant, and gone before our dialplan had it.
    case 'answered':
      return 'unanswered';
    case 'cancelled':
    case 'unknown':
      return null;
    default:
      return result satisfies never;
  }
}

function settled(context: Context, call: Call, fate: CallFate): void {
  const nowMs = context.clock.nowMs();
  const trunkId = context.plans.get(call.campaignId)?.trunk.id;
  if (trunkId) context.pacing.trunks.note(trunkId, fate === 'failed', nowMs);
  context.pacing.of(call.campaignId)?.learner.callSettled(fate, nowMs - call.createdAtMs, call.law);
}

/** Agent and callee have talked to the end. */
export function learnTalk(context: Context, call: Call): void {
  const nowMs = context.clock.nowMs();
  const steps = call.steps.map(({ step, atMs }) => ({ step, leftMs: nowMs - atMs }));
  context.pacing.of(call.campaignId)?.learner.talkEnded(nowMs - call.stageSinceMs, steps);
}

/** An agent has finished a call of a campaign, and goes on to the next one or not. */
export function learnWrapUp(
  context: Context,
  campaignId: CampaignId,
  wrapUp: { readonly lastedMs: number; readonly isLeaving: boolean },
): void {
  context.pacing.of(campaignId)?.learner.wrapUpEnded(wrapUp.lastedMs, wrapUp.isLeaving);
}

/**
 * What became of an answered call is known: it goes into the account, once. Only calls that nobody was kept free for
 * say whether more risk could be borne.
 */
export function countAnswer(context: Context, call: Call, became: 'connected' | 'unattended' | 'gone'): void {
  if (call.isCounted || call.answeredAtMs === null) return;
  call.isCounted = true;
  const memory = context.pacing.of(call.campaignId);
  const campaign = context.plans.get(call.campaignId);
  if (!memory || !campaign) return;
  const nowMs = context.clock.nowMs();
  const answer = {
    territories: call.territories,
    mode: campaign.dialMode,
    detected: 'unknown',
    answeredAtMs: call.answeredAtMs,
    greetingEndedAtMs: null,
    connectedAtMs: became === 'connected' ? nowMs : null,
    messageStartedAtMs: became === 'unattended' ? nowMs : null,
    endedAtMs: became === 'gone' ? nowMs : null,
    endedBy: became === 'gone' && call.hangUpBy !== null ? 'caller' : null,
  } as const;
  memory.account.count(answer, nowMs);
  if (call.keepsAgent || campaign.dialMode !== 'predictive') return;
  const verdict = memory.account.verdictOn(answer, campaign, nowMs);
  if (verdict) memory.learner.answerCounted(verdict.isAbandoned, verdict.planned, memory.limitedBy);
}

/** The agent on a call has reached a step of the script. */
export function noteStep(context: Context, call: Call, step: string): void {
  if (call.progress !== 'connected' || call.steps.at(-1)?.step === step) return;
  call.steps.push({ step, atMs: context.clock.nowMs() });
}

/** By which talk law an agent's talk is foretold, and from which instant on it runs. */
export function talkOf(
  context: Context,
  campaignId: CampaignId,
  agent: { readonly userId: UserId; readonly callId: Call['id'] | null; readonly sinceMs: number },
): { readonly law: number; readonly sinceMs: number } {
  const call = agent.callId === null ? undefined : context.floor.calls.get(agent.callId);
  const reached = call?.campaignId === campaignId ? call.steps.at(-1) : undefined;
  const law = reached ? (context.pacing.of(campaignId)?.learner.lawOfStep(reached.step) ?? 0) : 0;
  return law === 0 || !reached ? { law: 0, sinceMs: agent.sinceMs } : { law, sinceMs: reached.atMs };
}
