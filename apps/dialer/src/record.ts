import {
  type AttemptEnd,
  type AttemptProgress,
  appendEvents,
  disposeAttempt,
  endAttempt,
  findAttempt,
  markAttempt,
  moveLead,
  retryFacts,
  saveAgent,
  type Tx,
} from '@alize/db';
import type { AttemptId, EndReason, NetworkResult } from '@alize/model';
import type { Context } from './context.ts';
import type { Agent, Call } from './floor.ts';
import { nextOfLead } from './next-of-lead.ts';

/** Writes an agent's standing, and tells it on the bus. */
export function recordAgent(context: Context, agent: Agent): void {
  const standing = {
    userId: agent.userId,
    state: agent.state,
    pauseReason: agent.pauseReason,
    wishedPause: agent.wishedPause,
    sinceMs: agent.sinceMs,
    attemptId: agent.callId,
    campaignId: agent.campaignId,
    connection: agent.connection,
  };
  const atMs = context.clock.nowMs();
  const { clientId, connectionSinceMs } = agent;
  context.journal.write(async (tx) => {
    await saveAgent(tx, { ...standing, clientId, connectionSinceMs });
    await appendEvents(tx, atMs, [{ clientId, event: { kind: 'agent.changed', ...standing } }]);
  });
}

/** Writes how far a call has come, and tells it on the bus. */
export function recordProgress(context: Context, call: Call, change: AttemptProgress): void {
  const event = callEvent(call, { networkResult: null, endReason: null, isAbandoned: false });
  const atMs = context.clock.nowMs();
  context.journal.write(async (tx) => {
    await markAttempt(tx, call.id, change);
    await appendEvents(tx, atMs, [event]);
  });
}

/** Ends an attempt, moves its lead on unless its agent has yet to decide, and tells it on the bus. */
export function recordEnd(context: Context, call: Call, end: AttemptEnd): void {
  const event = callEvent({ ...call, progress: 'ended' }, end);
  context.journal.write(async (tx) => {
    if (!(await endAttempt(tx, call.id, end))) return;
    // The api moved the lead on when it stored the disposition.
    const isDisposed = (await findAttempt(tx, call.id))?.disposition != null;
    if (!isDisposed) await moveOn(context, tx, call, end.atMs);
    await appendEvents(tx, end.atMs, [event]);
  });
}

/** Wrap-up ran out: the call gets the disposition `none`, unless the agent was quicker. */
export function recordWrapUpExpired(context: Context, attemptId: AttemptId): void {
  const atMs = context.clock.nowMs();
  context.journal.write(async (tx) => {
    const attempt = await findAttempt(tx, attemptId);
    if (!attempt || !(await disposeAttempt(tx, attemptId, { disposition: 'none', atMs, callbackAtMs: null })))
      return;
    await moveOn(context, tx, attempt, atMs);
  });
}

async function moveOn(
  context: Context,
  tx: Tx,
  call: Pick<Call, 'leadId' | 'campaignId'>,
  atMs: number,
): Promise<void> {
  const facts = await retryFacts(tx, call);
  if (!facts) return;
  const next = nextOfLead(facts, await context.answerHours.of(tx, call.campaignId, atMs), atMs);
  if (next) await moveLead(tx, call.leadId, next, atMs);
}

function callEvent(
  call: Call,
  end: { networkResult: NetworkResult | null; endReason: EndReason | null; isAbandoned: boolean },
) {
  return {
    clientId: call.clientId,
    event: {
      kind: 'call.changed' as const,
      attemptId: call.id,
      leadId: call.leadId,
      campaignId: call.campaignId,
      agentId: call.agentId,
      progress: call.progress,
      networkResult: end.networkResult,
      endReason: end.endReason,
      isAbandoned: end.isAbandoned,
      disposition: null,
    },
  };
}
