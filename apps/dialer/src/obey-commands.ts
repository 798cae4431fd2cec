import { closeCommand, openCommands } from '@alize/db';
import type { AttemptId, Command, PauseReason, StoredCommand } from '@alize/model';
import type { Context } from './context.ts';
import type { Agent } from './floor.ts';
import { disposed, readAgents } from './follow-agents.ts';
import { grantWishedPause, moveAgent } from './move-agent.ts';
import { recordAgent } from './record.ts';

/** Takes up what people have asked, oldest first. A command is carried out at most once: it is closed with its effect. */
export async function obeyCommands(context: Context): Promise<void> {
  const commands = await openCommands(context.database.db);
  if (commands.length > 0) await readAgents(context);
  for (const stored of commands) {
    const refusal = obey(context, stored);
    if (refusal) context.notices.commandRefused(stored.id, refusal);
    const atMs = context.clock.nowMs();
    context.journal.write((tx) => closeCommand(tx, stored.id, atMs, refusal));
  }
  // What is closed must not be read again.
  if (commands.length > 0) await context.journal.settled();
}

/** Null when done; otherwise why not. */
function obey(context: Context, { userId, command }: StoredCommand): string | null {
  const agent = context.floor.agents.get(userId);
  if (!agent) return 'not_on_duty';
  return obeyFor(context, agent, command);
}

function obeyFor(context: Context, agent: Agent, command: Command): string | null {
  switch (command.kind) {
    case 'agent.sign_in':
      if (agent.state === 'offline') moveAgent(context, agent, 'paused', 'signed_in');
      else recordAgent(context, agent);
      return null;
    case 'agent.sign_out':
      return signOut(context, agent);
    case 'agent.ready':
      return makeReady(context, agent);
    case 'agent.pause':
      return pause(context, agent, command.reason);
    case 'call.hang_up':
      return hangUp(context, agent, command.attemptId);
    case 'call.disposed':
      return noteDisposition(context, agent, command.attemptId);
    default:
      return command satisfies never;
  }
}

function signOut(context: Context, agent: Agent): string | null {
  if (agent.state === 'talking' || agent.state === 'wrap_up') return 'in_call';
  const { reservedFor } = agent;
  const leg = context.floor.legOf(agent);
  const call = reservedFor === null ? undefined : context.floor.calls.get(reservedFor);
  if (call) context.floor.release(call);
  moveAgent(context, agent, 'offline');
  if (leg)
    context.link.hangUp(leg.channel).catch((error: unknown) => context.notices.failed('hang up', error));
  return null;
}

function makeReady(context: Context, agent: Agent): string | null {
  if (agent.state === 'offline') return 'not_on_duty';
  if (agent.wishedPause) {
    agent.wishedPause = null;
    recordAgent(context, agent);
  }
  if (agent.state === 'paused') moveAgent(context, agent, 'ready');
  context.wake();
  return null;
}

/** At once when nothing counts on the agent; otherwise as soon as nothing does. */
function pause(context: Context, agent: Agent, reason: PauseReason): string | null {
  if (agent.state === 'offline') return 'not_on_duty';
  if (agent.state === 'paused') {
    moveAgent(context, agent, 'paused', reason);
    return null;
  }
  agent.wishedPause = reason;
  grantWishedPause(context, agent);
  if (agent.wishedPause) recordAgent(context, agent);
  return null;
}

function hangUp(context: Context, agent: Agent, attemptId: AttemptId): string | null {
  const call = context.floor.calls.get(attemptId);
  if (!call || agent.callId !== attemptId || call.channel === null) return 'no_such_call';
  call.hangUpBy ??= 'agent';
  context.link.hangUp(call.channel).catch((error: unknown) => context.notices.failed('hang up', error));
  return null;
}

function noteDisposition(context: Context, agent: Agent, attemptId: AttemptId): string | null {
  const call = context.floor.calls.get(attemptId);
  if (call) {
    call.hasDisposition = true;
    return null;
  }
  if (agent.callId === attemptId) disposed(context, agent);
  return null;
}
