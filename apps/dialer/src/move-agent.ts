import type { AgentState, CampaignId, PauseReason } from '@alize/model';
import type { Context } from './context.ts';
import type { Agent, Call } from './floor.ts';
import { learnWrapUp } from './learn.ts';
import { recordAgent } from './record.ts';

/**
 *   offline -> paused <-> ready -> talking -> wrap_up -> ready | paused
 *
 * Every change of an agent's state goes through here, so that it is written and told.
 */
export function moveAgent(
  context: Context,
  agent: Agent,
  state: AgentState,
  pauseReason: PauseReason | null = null,
): void {
  if (agent.state === 'wrap_up' && agent.campaignId !== null) {
    const lastedMs = context.clock.nowMs() - agent.sinceMs;
    learnWrapUp(context, agent.campaignId, { lastedMs, isLeaving: state !== 'ready' });
  }
  agent.state = state;
  agent.pauseReason = pauseReason;
  agent.sinceMs = context.clock.nowMs();
  if (state !== 'talking' && state !== 'wrap_up') {
    agent.callId = null;
    agent.campaignId = null;
    agent.wrapUpEndsAtMs = null;
  }
  if (state === 'paused' || state === 'offline') agent.wishedPause = null;
  recordAgent(context, agent);
  context.wake();
}

/** The agent is with this call from now on. */
export function seizeAgent(context: Context, agent: Agent, call: Call): void {
  agent.callId = call.id;
  agent.campaignId = call.campaignId;
  const leg = context.floor.legOf(agent);
  if (leg) leg.isWaiting = false;
  moveAgent(context, agent, 'talking');
}

/** The agent's leg never left the holding bridge. */
export function freeLeg(context: Context, agent: Agent): void {
  const leg = context.floor.legOf(agent);
  if (leg) leg.isWaiting = true;
}

/** After a call: wrap-up, or on at once when the call already has its disposition. */
export function leaveCall(
  context: Context,
  agent: Agent,
  call: Pick<Call, 'hasDisposition' | 'campaignId'>,
): void {
  if (call.hasDisposition) {
    learnWrapUp(context, call.campaignId, { lastedMs: 0, isLeaving: agent.wishedPause !== null });
    leaveWrapUp(context, agent);
    return;
  }
  agent.wrapUpEndsAtMs = context.clock.nowMs() + wrapUpMs(context, call.campaignId);
  moveAgent(context, agent, 'wrap_up');
}

/** How long wrap-up lasts in a campaign; half a minute in one that is no longer read. */
export function wrapUpMs(context: Context, campaignId: CampaignId): number {
  return (context.plans.get(campaignId)?.wrapUpSeconds ?? 30) * 1000;
}

/** Ready again, or the pause that the agent wished for during the call. */
export function leaveWrapUp(context: Context, agent: Agent): void {
  if (agent.wishedPause) moveAgent(context, agent, 'paused', agent.wishedPause);
  else moveAgent(context, agent, 'ready');
}

/** Grants a wished pause as soon as no dialling call counts on the agent. */
export function grantWishedPause(context: Context, agent: Agent | undefined): void {
  if (agent?.state === 'ready' && agent.wishedPause && agent.reservedFor === null) {
    moveAgent(context, agent, 'paused', agent.wishedPause);
  }
}
