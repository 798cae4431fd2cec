import { AmiError } from '@alize/ami';
import type { Context } from './context.ts';
import type { Agent, Call } from './floor.ts';
import { freeLeg, grantWishedPause, leaveWrapUp, seizeAgent } from './move-agent.ts';

/**
 * Gives an answered call its agent: the one who was on it when it has one, else who has waited longest. False
 * without any: the callee waits for one to come free, until the dialplan plays the recorded message.
 */
export function connectCall(context: Context, call: Call): boolean {
  const agent = partnerOf(context, call) ?? takeAgent(context, call);
  const leg = agent && context.floor.legOf(agent);
  if (!agent) context.floor.waiting.add(call);
  if (!agent || !leg || call.channel === null) return false;
  context.floor.waiting.delete(call);
  leg.isWaiting = false;
  call.isAgentLost = false;
  context.link.connect({ channel: call.channel }, { channel: leg.channel }).catch((error: unknown) => {
    context.notices.connectFailed(call.id, error);
    if (error instanceof AmiError && error.code === 'AMI_REFUSED') refusedConnect(context, call, agent);
  });
  return true;
}

/** The agent who is already in this call, back on the line. */
function partnerOf(context: Context, call: Call): Agent | undefined {
  const agent = call.agentId === null ? undefined : context.floor.agents.get(call.agentId);
  return agent?.callId === call.id ? agent : undefined;
}

function takeAgent(context: Context, call: Call): Agent | undefined {
  const team = context.plans.get(call.campaignId)?.teamUserIds ?? new Set();
  const kept = call.agentId === null ? undefined : context.floor.agents.get(call.agentId);
  const agent = context.floor.takeAgentFor(call, team);
  call.agentId = agent?.userId ?? null;
  if (agent !== kept) grantWishedPause(context, kept);
  if (agent) seizeAgent(context, agent, call);
  return agent;
}

/** The agent was gone before a word was said: whoever is free, or comes free, takes the callee. */
export function passOn(context: Context, call: Call): void {
  const agent = partnerOf(context, call);
  call.agentId = null;
  context.floor.waiting.add(call);
  if (agent) leaveWrapUp(context, agent);
}

/** Asterisk would not: one of the two legs is gone, and its hang-up is on the way. Nothing was heard, so nothing to wrap up. */
function refusedConnect(context: Context, call: Call, agent: Agent): void {
  if (call.progress !== 'answered' || agent.callId !== call.id) return;
  call.agentId = null;
  freeLeg(context, agent);
  leaveWrapUp(context, agent);
}
