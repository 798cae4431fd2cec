import type { AgentState } from '@alize/model';
import type { LiveView } from '../../shared/contract.ts';

type Agent = LiveView['agents'][number];
export interface LiveFilter {
  readonly campaignId: string | null;
  /** Shown when empty or when it holds the agent's state. */
  readonly states: readonly AgentState[];
}

/** The agents to show: who is at work before who is not, then by name, so that a tile stays where it is. */
export function shownAgents(live: LiveView, filter: LiveFilter, language: string): readonly Agent[] {
  const byName = new Intl.Collator(language);
  return inCampaign(live.agents, filter)
    .filter((agent) => filter.states.length === 0 || filter.states.includes(agent.state))
    .sort(
      (a, b) =>
        Number(a.state === 'offline') - Number(b.state === 'offline') || byName.compare(a.name, b.name),
    );
}

/** How many agents are in each state, whatever states are chosen. */
export function countByState(live: LiveView, filter: LiveFilter): Record<AgentState, number> {
  const counts = { offline: 0, paused: 0, ready: 0, talking: 0, wrap_up: 0 } satisfies Record<
    AgentState,
    number
  >;
  for (const agent of inCampaign(live.agents, filter)) counts[agent.state] += 1;
  return counts;
}

/** Whether nobody is dialled for an agent who believes to be at work. */
export function isCutOff(agent: Agent): boolean {
  return agent.state !== 'offline' && agent.connection !== 'up';
}

/** The states in the order of their buttons: those that a supervisor acts on first. */
export const stateOrder = [
  'ready',
  'talking',
  'wrap_up',
  'paused',
  'offline',
] as const satisfies readonly AgentState[];

/** An agent who works for several campaigns has none until a call; they belong to every filter. */
function inCampaign(agents: readonly Agent[], { campaignId }: LiveFilter): Agent[] {
  return agents.filter(
    (agent) => campaignId === null || agent.campaignId === null || agent.campaignId === campaignId,
  );
}
