import { durationMean, fitScenario, type MeasuredCampaign } from '@alize/pacing/simulate';
import { agentsIn, type PlannedVariant } from './planned-variants.ts';

/**
 * What one forecast may cost in all, in simulated calls of progressive dialling: about half a minute of one processor
 * (14 µs each, docs/performance.md). Three variants of 12 agents over nine hours, twenty times, are within it.
 */
const workMax = 2_000_000;
/** What a call costs in each mode: the more calls are out, the more often is decided, and predictive dialling reckons. */
const weights = { preview: 1, progressive: 1, power: 1.5, predictive: 2 } as const;
/** What a second of the day costs beside its calls: it is decided four times a second though nothing happens. */
const workOfSecond = 0.3;

/**
 * How many runs of each variant are made: as many as were asked, or as fit into the work that a forecast may cost; 0
 * when not even one does. Reckoned, not timed, so that the same question has the same answer.
 */
export function runsWithin(
  planned: readonly PlannedVariant[],
  { measured, asked }: { readonly measured: MeasuredCampaign; readonly asked: number },
): number {
  const workOfRun = planned.reduce((sum, variant) => sum + workOf(variant, measured), 0);
  return Math.min(asked, Math.floor(workMax / Math.max(1, workOfRun)));
}

/** The day's seconds and its calls were nobody ever to wait, weighted; no more calls than leads and trunk allow. */
function workOf({ choice, day }: PlannedVariant, measured: MeasuredCampaign): number {
  const { talk, wrapUp, machineTalk, lists } = fitScenario(measured, day);
  const [list] = lists;
  const people = Math.max(...(list?.answerShare ?? []), 0.01);
  const machines = list?.machineShare ?? 0;
  const secondsPerCall =
    people * durationMean(talk) +
    machines * durationMean(machineTalk) +
    (people + machines) * durationMean(wrapUp);
  const openSeconds = day.closesAt - day.opensAt;
  const calls = Math.min(
    (agentsIn(day) * openSeconds) / secondsPerCall,
    openSeconds * day.trunk.callsPerSecondMax,
    (day.leads ?? Number.POSITIVE_INFINITY) * day.attemptsMax,
  );
  return openSeconds * workOfSecond + calls * weights[choice.mode];
}
