import type { AgentState, BlockedReason, DialMode } from '@alize/model';

/** What a dialer knows at one instant of one campaign: all that a decision may rest on. */
export interface Snapshot {
  readonly nowMs: number;
  /** The campaign's agents on duty who are not spoken for by another campaign. */
  readonly agents: readonly AgentSnapshot[];
  /** The campaign's calls that are live. */
  readonly calls: readonly CallSnapshot[];
  readonly limits: Limits;
}

export interface AgentSnapshot {
  readonly state: AgentState;
  readonly inStateMs: number;
  /** False while no call may be meant for this agent: no audio, a pause wished for, the shift's end. */
  readonly isReachable: boolean;
}

/** dialling: asked for or ringing. waiting: answered, no agent yet. connected: with an agent. */
export interface CallSnapshot {
  readonly stage: 'dialling' | 'waiting' | 'connected';
  readonly inStageMs: number;
}

export interface Limits {
  /** Lines of the campaign and of its trunk that are still free. */
  readonly linesFree: number;
  readonly trunkLinesFree: number;
  /** Calls that the trunk may be asked for at this instant, from its calls-a-second limit. */
  readonly callsAllowedNow: number;
}

/** How many calls to place now, and the one thing that held it there; null when agents alone set the number. */
export interface Decision {
  readonly calls: number;
  readonly limitedBy: BlockedReason | 'calls_per_second' | null;
  readonly agentsFree: number;
  readonly callsDialling: number;
}

/** Dial modes that `decide` can pace today. */
export const availableDialModes = ['progressive'] as const satisfies readonly DialMode[];
export type AvailableDialMode = (typeof availableDialModes)[number];

/** How many calls to place now, and why. Pure: the same snapshot gives the same decision. */
export function decide(mode: AvailableDialMode, snapshot: Snapshot): Decision {
  switch (mode) {
    case 'progressive':
      return decideProgressive(snapshot);
    default:
      return mode satisfies never;
  }
}

/** One call for each free agent, so that whoever answers has someone to talk to. */
function decideProgressive({ agents, calls, limits }: Snapshot): Decision {
  const agentsFree = agents.filter((agent) => agent.state === 'ready' && agent.isReachable).length;
  const callsDialling = calls.filter((call) => call.stage !== 'connected').length;
  const wanted = Math.max(0, agentsFree - callsDialling);
  const bounds = [
    { limitedBy: 'lines_in_use', calls: limits.linesFree },
    { limitedBy: 'trunk_in_use', calls: limits.trunkLinesFree },
    { limitedBy: 'calls_per_second', calls: limits.callsAllowedNow },
  ] as const;
  const tightest = bounds.reduce((least, bound) => (bound.calls < least.calls ? bound : least));
  if (agentsFree === 0) return { calls: 0, limitedBy: 'no_agent_ready', agentsFree, callsDialling };
  if (tightest.calls >= wanted) return { calls: wanted, limitedBy: null, agentsFree, callsDialling };
  return { calls: Math.max(0, tightest.calls), limitedBy: tightest.limitedBy, agentsFree, callsDialling };
}
