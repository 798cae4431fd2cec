import {
  type CallLaw,
  callSeconds,
  type Laws,
  liveAfter,
  offeredBy,
  overBy,
  type TimeLaw,
  timeBins,
  timeEdge,
} from './laws.ts';

/** The instants looked ahead to, in seconds from now: dense where calls are answered, and as far as telephones ring. */
export const horizons = [2, 5, 8, 13, 20, 30] as const;
export const horizonsCount = horizons.length;

/** Chances tabulated from laws, by age and horizon, so that a decision only looks them up. */
export interface Forecast {
  /** For each talk law: chance that an agent who has talked so long (by bin) is free again by each horizon and the grace. */
  readonly freeFromTalk: readonly Float64Array[];
  readonly freeFromWrapUp: Float64Array;
  /** For each call law: chance that a call of so many seconds is offered by each horizon. */
  readonly offered: readonly Float64Array[];
}

const callTables = new WeakMap<CallLaw, Float64Array>();
const freeTables = new WeakMap<TimeLaw, { graceMs: number; next: TimeLaw | null; table: Float64Array }>();

/** The tables of some laws. Laws never change, so their tables are kept as long as they are; nothing else is remembered. */
export function forecastOf(laws: Laws, graceMs: number): Forecast {
  return {
    freeFromTalk: laws.talk.map((talk) => freeTableOf(talk, laws.wrapUp, graceMs)),
    freeFromWrapUp: freeTableOf(laws.wrapUp, null, graceMs),
    offered: laws.calls.map(offeredTableOf),
  };
}

function freeTableOf(law: TimeLaw, next: TimeLaw | null, graceMs: number): Float64Array {
  const known = freeTables.get(law);
  if (known?.graceMs === graceMs && known.next === next) return known.table;
  const table = freeTable(law, next, graceMs / 1000);
  freeTables.set(law, { graceMs, next, table });
  return table;
}

function offeredTableOf(law: CallLaw): Float64Array {
  const known = callTables.get(law);
  if (known) return known;
  const table = offeredTable(law);
  callTables.set(law, table);
  return table;
}

/**
 * P(T + W <= age + h | T > age) for each bin of age and each horizon h, T by the first law, W (none when null) by the
 * second: the convolution summed over the horizons' own steps.
 */
function freeTable(first: TimeLaw, second: TimeLaw | null, grace: number): Float64Array {
  const table = new Float64Array(timeBins * horizonsCount);
  const steps = horizons.map((horizon) => horizon + grace);
  const restByLag = second && lagTable(second, steps);
  for (let bin = 0; bin < timeBins; bin += 1) {
    const age = (timeEdge(bin) + timeEdge(bin + 1)) / 2;
    const ended = endedBy(first, age, steps);
    for (let at = 0; at < horizonsCount; at += 1) {
      table[bin * horizonsCount + at] = restByLag ? convolved(ended, restByLag, at) : (ended[at] ?? 0);
    }
  }
  return table;
}

/** P(T <= age + h | T > age) for each step h. */
function endedBy(law: TimeLaw, age: number, steps: readonly number[]): readonly number[] {
  const before = overBy(law, age);
  const left = Math.max(1e-6, 1 - before);
  return steps.map((step) => Math.min(1, (overBy(law, age + step) - before) / left));
}

/** What the second law has over when the first ended between two steps and we look at a third. */
function lagTable(law: TimeLaw, steps: readonly number[]): Float64Array {
  const table = new Float64Array(horizonsCount * horizonsCount);
  for (let at = 0; at < horizonsCount; at += 1) {
    for (let end = 0; end <= at; end += 1) {
      const middle = ((steps[end - 1] ?? 0) + (steps[end] ?? 0)) / 2;
      table[at * horizonsCount + end] = overBy(law, (steps[at] ?? 0) - middle);
    }
  }
  return table;
}

function convolved(ended: readonly number[], restByLag: Float64Array, at: number): number {
  let sum = 0;
  for (let end = 0; end <= at; end += 1) {
    sum += ((ended[end] ?? 0) - (ended[end - 1] ?? 0)) * (restByLag[at * horizonsCount + end] ?? 0);
  }
  return sum;
}

/** P(offered by age + h | dialling at age), competing risks: answered, or ended otherwise. */
function offeredTable(law: CallLaw): Float64Array {
  const table = new Float64Array(callSeconds * horizonsCount);
  for (let age = 0; age < callSeconds; age += 1) {
    // Calls stand, on average, in the middle of their second; one to be placed stands at nought.
    const from = age === 0 ? 0 : age + 0.5;
    const before = offeredBy(law, from);
    const live = liveAfter(law, from);
    for (let at = 0; at < horizonsCount; at += 1) {
      const chance = live < 1e-6 ? 0 : (offeredBy(law, from + (horizons[at] ?? 0)) - before) / live;
      table[age * horizonsCount + at] = Math.min(1, chance);
    }
  }
  return table;
}
