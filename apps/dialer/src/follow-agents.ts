import { allAgents } from '@alize/db';
import type { AgentConnection } from '@alize/model';
import { connectCall } from './connect-call.ts';
import type { Context } from './context.ts';
import type { Agent } from './floor.ts';
import { leaveWrapUp, moveAgent, wrapUpMs } from './move-agent.ts';
import { recordAgent, recordWrapUpExpired } from './record.ts';

/** An agent whose browser has not been seen for this long has lost the line; the api looks every 400 ms. */
const presenceLastsMs = 1_500;
/** An idle agent whose line stays lost for this long is taken off duty. */
const offlineAfterMs = 120_000;

/** Takes in what the api writes of agents: who sits where, and when each browser was last seen. */
export async function readAgents(context: Context): Promise<void> {
  const { floor } = context;
  for (const stored of await allAgents(context.database.db)) {
    const known = floor.agents.get(stored.userId);
    if (known) {
      known.seat = stored.seat;
      known.presentAtMs = stored.presentAtMs;
      continue;
    }
    const { attemptId, ...standing } = stored;
    floor.agents.set(stored.userId, {
      ...standing,
      callId: attemptId,
      reservedFor: null,
      wrapUpEndsAtMs: wrapUpEnd(context, stored),
    });
  }
}

/** A wrap-up that began before this process did ends when it would have. */
function wrapUpEnd(
  context: Context,
  stored: { state: string; sinceMs: number; campaignId: Agent['campaignId'] },
): number | null {
  if (stored.state !== 'wrap_up' || stored.campaignId === null) return null;
  return stored.sinceMs + wrapUpMs(context, stored.campaignId);
}

/** Looks at each agent's line and clock: lost and found connections, wrap-ups that ran out, people long gone. */
export function tendAgents(context: Context): void {
  for (const agent of context.floor.agents.values()) {
    if (agent.state === 'offline') continue;
    noteConnection(context, agent);
    endWrapUp(context, agent);
    const isLongLost =
      agent.connection === 'lost' && context.clock.nowMs() - agent.connectionSinceMs > offlineAfterMs;
    if (isLongLost && (agent.state === 'paused' || agent.state === 'ready'))
      moveAgent(context, agent, 'offline');
  }
}

function noteConnection(context: Context, agent: Agent): void {
  const connection = connectionOf(context, agent);
  if (connection === agent.connection) return;
  agent.connection = connection;
  agent.connectionSinceMs = context.clock.nowMs();
  recordAgent(context, agent);
  context.wake();
}

function connectionOf(context: Context, agent: Agent): AgentConnection {
  if (context.clock.nowMs() - agent.presentAtMs > presenceLastsMs) return 'lost';
  return context.floor.legOf(agent) ? 'up' : 'no_audio';
}

function endWrapUp(context: Context, agent: Agent): void {
  if (
    agent.state !== 'wrap_up' ||
    agent.wrapUpEndsAtMs === null ||
    context.clock.nowMs() < agent.wrapUpEndsAtMs
  )
    return;
  agent.wrapUpEndsAtMs = null;
  if (agent.callId) recordWrapUpExpired(context, agent.callId);
  moveAgent(context, agent, 'paused', 'wrap_up_expired');
}

/** An agent's leg waits in the holding bridge: they may have logged in, come back, or finished a call. */
export function legWaiting(
  context: Context,
  leg: { readonly seat: string; readonly channel: string; readonly channelId: string },
): void {
  context.floor.legs.set(leg.seat, { channel: leg.channel, channelId: leg.channelId, isWaiting: true });
  const agent = context.floor.agentOnSeat(leg.seat);
  if (!agent) return;
  noteConnection(context, agent);
  const call = agent.callId === null ? undefined : context.floor.calls.get(agent.callId);
  if (call?.isAgentLost) connectCall(context, call);
  context.wake();
}

/** A leg is gone. One that has been replaced already says nothing of its agent. */
export function legDown(context: Context, leg: { readonly seat: string; readonly channelId: string }): void {
  if (context.floor.legs.get(leg.seat)?.channelId !== leg.channelId) return;
  context.floor.legs.delete(leg.seat);
  const agent = context.floor.agentOnSeat(leg.seat);
  if (agent) noteConnection(context, agent);
}

/** The disposition of the agent's call is stored: on to the next, or to the pause they wished for. */
export function disposed(context: Context, agent: Agent): void {
  if (agent.state === 'wrap_up') leaveWrapUp(context, agent);
}
