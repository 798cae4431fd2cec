import { suppressedCalls } from '@alize/db';
import type { UserId } from '@alize/model';
import type { Context } from './context.ts';
import { endCallUnseen } from './end-call.ts';
import type { Call } from './floor.ts';
import { grantWishedPause } from './move-agent.ts';

/** A call that rings for nobody is taken back after this long: time enough for an agent's line to blink. */
const uncoveredMaxMs = 1_500;

/**
 * Looks after the calls that are still dialling. One whose agent is gone gets another; without any it is taken back
 * before somebody answers to nobody. So are calls placed for whoever comes free, when the whole team has left, and
 * those of a stopped campaign.
 */
export function tendCalls(context: Context): void {
  for (const call of context.floor.calls.values()) {
    if (call.progress === 'answered' || call.progress === 'connected') continue;
    // Without a link the next look at Asterisk's channels says more.
    if (context.link.isUp && isOverdue(call, context.clock.nowMs())) giveUp(context, call);
    if (call.hangUpBy !== null) continue;
    const campaign = context.plans.get(call.campaignId);
    if (campaign?.state === 'stopped') takeBack(context, call);
    else if (call.keepsAgent) keepCovered(context, call);
    else noteCover(context, call, context.floor.hasAgentFor(campaign?.teamUserIds ?? nobody));
  }
}

const nobody: ReadonlySet<UserId> = new Set();

/** Takes back the calls that still ring though their person has been suppressed since: nobody is to answer them. */
export async function takeBackSuppressed(context: Context): Promise<void> {
  if (![...context.floor.calls.values()].some(isTakeable)) return;
  const ids = await suppressedCalls(context.database.db, context.clock.nowMs());
  for (const id of ids) {
    // What was answered in the meantime is an agent's to end.
    const call = context.floor.calls.get(id);
    if (call && isTakeable(call)) takeBack(context, call);
  }
}

function isTakeable(call: Call): boolean {
  return call.progress !== 'answered' && call.progress !== 'connected' && call.hangUpBy === null;
}

/** No telephone rings this much longer than it was asked to: what would have told its end has been lost. */
const overdueMs = 10_000;

function isOverdue(call: Call, nowMs: number): boolean {
  return nowMs - call.createdAtMs > call.ringSeconds * 1000 + overdueMs;
}

/** Counts as a call that may have rung; should it ring yet, it stops. */
function giveUp(context: Context, call: Call): void {
  takeBack(context, call);
  endCallUnseen(context, call, 'unseen');
}

function isCovered(context: Context, call: Call): boolean {
  const agent = call.agentId === null ? undefined : context.floor.agents.get(call.agentId);
  return agent !== undefined && agent.reservedFor === call.id && context.floor.canTakeCall(agent);
}

function keepCovered(context: Context, call: Call): void {
  if (isCovered(context, call)) return;
  grantWishedPause(context, context.floor.release(call));
  const team = context.plans.get(call.campaignId)?.teamUserIds ?? nobody;
  noteCover(context, call, context.floor.reserve(call, team));
}

function noteCover(context: Context, call: Call, isCoveredNow: boolean): void {
  const nowMs = context.clock.nowMs();
  if (isCoveredNow) {
    call.uncoveredSinceMs = null;
    return;
  }
  call.uncoveredSinceMs ??= nowMs;
  if (nowMs - call.uncoveredSinceMs >= uncoveredMaxMs) takeBack(context, call);
}

function takeBack(context: Context, call: Call): void {
  call.hangUpBy = 'dialer';
  // Before it is answered the channel is known by its id, which is the attempt's.
  context.link
    .hangUp(call.channel ?? call.id)
    .catch((error: unknown) => context.notices.failed('hang up', error));
}
