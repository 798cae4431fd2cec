import type { Rule, SimulatedFloor } from '@alize/pacing/simulate';
import { countWaiting } from './count-agents.ts';

/**
 * WombatDialer on a queue: as many calls at once as floor(available agents × boost), the boost set by hand, and none
 * while callers wait ("Understanding queue end-points", wombatdialer.com, 2012: 7 available × 1.3 gives 9). We ask it
 * each second, and let nobody wait before it stops: its "max waiting calls" at nought.
 */
export function wombatDialer(boost: number): Rule {
  const place = (floor: SimulatedFloor) => {
    if (countWaiting(floor) > 0) return 0;
    return Math.max(0, Math.floor(floor.readyCount * boost) - floor.calls.length);
  };
  return { name: `WombatDialer ${boost}`, start: () => ({ everyMs: 1_000, onEvents: false, place }) };
}
