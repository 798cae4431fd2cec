import type { Rule, SimulatedFloor } from '@alize/pacing/simulate';
import { countAgents } from './count-agents.ts';

/**
 * Lines out, talks included, are a fixed multiple of the agents who work: the ratio mode of most dialers ("RATIO" of
 * VICIdial's manager manual), asked as often as VICIdial does, every 2.5 s.
 */
export function fixedRatio(ratio: number): Rule {
  const place = (floor: SimulatedFloor) => {
    const atWork = countAgents(floor, ['ready', 'talking', 'wrap_up']);
    return Math.max(0, Math.round(ratio * atWork) - floor.calls.length - floor.connectedCount);
  };
  return { name: `ratio ${ratio.toFixed(1)}`, start: () => ({ everyMs: 2_500, onEvents: false, place }) };
}
