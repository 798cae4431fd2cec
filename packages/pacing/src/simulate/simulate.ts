import { VirtualDay } from './day.ts';
import type { Rule } from './pacer.ts';
import type { SimulationReport } from './report.ts';
import { startRun } from './run.ts';
import type { Scenario } from './scenario.ts';

/**
 * One virtual day of a centre under a rule, under the rule's terms of account (the usual ones when it names none). Same
 * scenario, same rule: same report; two rules on the same scenario meet the same callees. Throws a RangeError for a law
 * from which nothing can be drawn, and for a pacer that wants to be asked without end.
 */
export function simulate(scenario: Scenario, rule: Rule): SimulationReport {
  return new VirtualDay(startRun(scenario, rule)).pass();
}
