import type { AgentState } from '@alize/model';
import type { SimulatedFloor } from '@alize/pacing/simulate';

/** Agents of the floor in one of these states. */
export function countAgents(
  { agents }: Pick<SimulatedFloor, 'agents'>,
  states: readonly AgentState[],
): number {
  let count = 0;
  for (const { state } of agents) if (states.includes(state)) count += 1;
  return count;
}

/** Callees who have answered and wait for an agent. */
export function countWaiting({ calls }: Pick<SimulatedFloor, 'calls'>): number {
  let count = 0;
  for (const { stage } of calls) if (stage === 'waiting') count += 1;
  return count;
}
