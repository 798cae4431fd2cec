import type { Chances } from './chances.ts';
import { horizonsCount } from './forecast.ts';

/** From this variance of answers and agents together on, their difference is taken as nearly normal. */
const normalFromVariance = 6;

/** What answers and agents are expected of the next seconds. */
export interface Race {
  /** Agents free now, less callers who wait already; below 0 when callers outnumber them. */
  readonly free: number;
  /** Answers of calls that are out. */
  readonly answers: Chances;
  /** Agents who come free. */
  readonly agents: Chances;
  /** For one call placed now: chance to be answered by each horizon. */
  readonly placed: Float64Array;
}

/**
 * The chance that one more answer, of a call placed now beside `others` calls placed with it, leaves somebody waiting
 * past the grace: summed over the instants at which it may be answered, the largest chance from then on that as many
 * answers have come as agents were free or came free (an extra answer costs an extra person exactly when the free
 * agents run out at or after it). 0 to 1; grows with `others`, falls with `free`. Beyond `enough` it is only known to
 * be larger: what comes back lies between the two.
 */
export function riskOf(race: Race, others: number, enough = 1): number {
  const ever = race.placed[horizonsCount - 1] ?? 0;
  if (race.answers.count + others < race.free) return 0;
  // Of a call that nothing is known of, all is risk.
  if (ever === 0) return 1;
  let worst = 0;
  let risk = 0;
  for (let at = horizonsCount - 1; at >= 0; at -= 1) {
    const before = at === 0 ? 0 : (race.placed[at - 1] ?? 0);
    worst = Math.max(worst, runsOut(race, others, at));
    risk += ((race.placed[at] ?? 0) - before) * worst;
    // Whatever is answered sooner bears at least the same chance.
    if (risk + before * worst > enough * ever) return Math.min(1, (risk + before * worst) / ever);
  }
  return Math.min(1, risk / ever);
}

/** P(answers >= free + agents who came free) by a horizon. */
function runsOut({ free, answers, agents, placed }: Race, others: number, at: number): number {
  const one = placed[at] ?? 0;
  const alike = others * one * (1 - one);
  const variance = (answers.variance[at] ?? 0) + alike + (agents.variance[at] ?? 0);
  if (variance <= normalFromVariance)
    return exceeds(answers.counts(at, others, one), agents.counts(at), free);
  const mean = (answers.mean[at] ?? 0) + others * one - (agents.mean[at] ?? 0);
  const third = (answers.third[at] ?? 0) + alike * (1 - 2 * one) - (agents.third[at] ?? 0);
  return nearlyNormalUpper(free - 0.5, { mean, variance, third });
}

/** P(X >= free + Y) of two independent counts. */
function exceeds(answers: Float64Array, agents: Float64Array, free: number): number {
  let chance = 0;
  // P(X >= needed), gathered from the largest count down.
  let upper = 0;
  let count = answers.length - 1;
  for (let freed = Math.min(agents.length - 1, count - free); freed >= 0; freed -= 1) {
    const needed = free + freed;
    for (; count >= needed && count >= 0; count -= 1) upper += answers[count] ?? 0;
    chance += (agents[freed] ?? 0) * (needed <= 0 ? 1 : upper);
  }
  return Math.min(1, chance);
}

/**
 * P(D >= x) of a sum of many independent parts, by its first three moments: the normal law and the first term of
 * Edgeworth's series, which corrects for the skew (H. Cramer, Mathematical Methods of Statistics, 1946, 17.7).
 */
function nearlyNormalUpper(
  x: number,
  { mean, variance, third }: { readonly mean: number; readonly variance: number; readonly third: number },
): number {
  const z = (x - mean) / Math.sqrt(variance);
  const skew = third / variance ** 1.5;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, Math.min(1, upperNormal(z) + ((density * skew) / 6) * (z * z - 1)));
}

/** P(Z >= z), Z standard normal (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
function upperNormal(z: number): number {
  if (z < 0) return 1 - upperNormal(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
