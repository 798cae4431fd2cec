import { type SimulationReport, simulate } from '@alize/pacing/simulate';
import { type Contender, ruleOf } from './contender.ts';
import { type BenchScenario, benchScenarios, terms } from './scenarios.ts';

/** One day to be simulated. */
export interface DayJob {
  readonly scenario: string;
  readonly contender: Contender;
  readonly seed: number;
}

/** What counts of a simulated day. */
export type DayResult = Pick<
  SimulationReport,
  'calls' | 'answered' | 'abandoned' | 'abandonedShare' | 'busyShare' | 'windows'
> & { readonly waitSeconds: number };

/** Simulates a contender's day. Throws when no scenario has that name. */
export function runDay({ scenario: name, contender, seed }: DayJob): DayResult {
  const { scenario, hasHistory } = scenarioNamed(name);
  const day: BenchScenario = { hasHistory, scenario: { ...scenario, seed } };
  const report = simulate(day.scenario, { ...ruleOf(contender, day), terms });
  const { calls, answered, abandoned, abandonedShare, busyShare, windows, waitSeconds } = report;
  return { calls, answered, abandoned, abandonedShare, busyShare, windows, waitSeconds: waitSeconds.mean };
}

function scenarioNamed(name: string): BenchScenario {
  const found = benchScenarios.find(({ scenario }) => scenario.name === name);
  if (!found) throw new Error(`No scenario is named "${name}".`);
  return found;
}
