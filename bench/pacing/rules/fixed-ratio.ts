import type { Rule, SimulatedFloor } from '@alize/pacing/simulate';
import { countAgents } from './count-agents.ts';
import { OwedCalls, placeEveryMs } from './owed-calls.ts';

const dialEveryMs = 2_500;

/**
 * Lines out, talks included, are a fixed multiple of the agents who work: the ratio mode of most dialers ("RATIO" of
 * VICIdial's manager manual), asked as often as VICIdial does, every 2.5 s.
 */
export function fixedRatio(ratio: number): Rule {
  const goal = (floor: SimulatedFloor) => {
    const atWork = countAgents(floor, ['ready', 'talking', 'wrap_up']);
    return Math.round(ratio * atWork) - floor.calls.length - floor.connectedCount;
  };
  return {
    name: `ratio ${ratio.toFixed(1)}`,
    start: () => {
      const owed = new OwedCalls(dialEveryMs);
      return { everyMs: placeEveryMs, onEvents: false, place: (floor) => owed.place(floor, goal) };
    },
  };
}
