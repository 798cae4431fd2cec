import { Chances } from './chances.ts';
import { type Forecast, forecastOf, horizons, horizonsCount } from './forecast.ts';
import { callSeconds, timeBin, timeBins } from './laws.ts';
import { RowCounts } from './row-counts.ts';
import { type Race, riskOf } from './shortfall.ts';
import type { AgentSnapshot, Snapshot } from './snapshot.ts';

/** The largest number of calls of which the last one's risk is within a maximum, `atLeast` of them whatever their risk. */
export interface Placement {
  readonly calls: number;
  /** Risk of the last call placed; of the first one not placed when none is. */
  readonly risk: number;
}

/**
 * How many calls to place so that each is worth its risk: the marginal rule, which is the form of the optimum under a
 * limit on the share abandoned (docs/pacing.md). Between `atLeast` and `atMost`.
 */
export function placeWithin(
  race: Race,
  bounds: { readonly riskMax: number; readonly atLeast: number; readonly atMost: number },
): Placement {
  let calls = Math.min(bounds.atLeast, bounds.atMost);
  let high = bounds.atMost + 1;
  let last = 0;
  // The risk only grows with the number of calls: ever larger steps up, then halving the gap.
  for (let step = 1, isFound = false; calls + 1 < high; ) {
    const next = isFound ? (calls + high) >> 1 : Math.min(calls + step, high - 1);
    const risk = riskOf(race, next - 1, bounds.riskMax);
    if (risk <= bounds.riskMax) {
      calls = next;
      last = risk;
      step *= 2;
    } else {
      high = next;
      isFound = true;
      if (calls === 0) last = risk;
    }
  }
  return { calls, risk: last };
}

/** Answers against agents over the next seconds, as the snapshot lets them be foreseen. */
export function raceOf(
  snapshot: Snapshot,
  counts: { readonly free: number; readonly waiting: number },
): Race {
  const forecast = forecastOf(snapshot.laws, snapshot.graceMs);
  const answers = new Chances();
  const agents = new Chances();
  addAnswers(answers, snapshot, forecast);
  addAgents(agents, snapshot, forecast);
  if (snapshot.inboundPerSecond > 0) answers.addRate(snapshot.inboundPerSecond, horizons);
  const placed = (forecast.offered[0] ?? new Float64Array()).subarray(0, horizons.length);
  return { free: counts.free - counts.waiting, answers, agents, placed };
}

/** Calls of the same second have the same chances, so they are counted before they are added. Empty between decisions. */
const callCounts = new RowCounts();
const agentCounts = new RowCounts();

function addAnswers(answers: Chances, { calls, nowMs, laws }: Snapshot, { offered }: Forecast): void {
  for (const { stage, law, sinceMs } of calls) {
    const known = law < offered.length ? law : 0;
    if (stage === 'dialling') callCounts.add(known * callSeconds + secondOf(nowMs - sinceMs));
    else if (stage === 'detecting') answers.add(evenly, 0, laws.calls[known]?.passShare ?? 1);
  }
  callCounts.drain((row, count) => {
    const table = offered[Math.floor(row / callSeconds)];
    if (table) answers.add(table, row % callSeconds, 1, count);
  });
}

function addAgents(
  agents: Chances,
  { agents: all, nowMs, laws }: Snapshot,
  { freeFromTalk, freeFromWrapUp }: Forecast,
): void {
  for (const agent of all) {
    if (agent.state !== 'talking' && agent.state !== 'wrap_up') continue;
    if (!agent.isReachable || isLeaving(agent, nowMs)) continue;
    const bin = timeBin((nowMs - agent.sinceMs) / 1000);
    agentCounts.add(tableOf(agent, freeFromTalk.length) * timeBins + bin);
  }
  const stayShare = 1 - laws.leaveShare;
  agentCounts.drain((row, count) => {
    agents.add(freeFromTalk[Math.floor(row / timeBins)] ?? freeFromWrapUp, row % timeBins, stayShare, count);
  });
}

/** The tables of talks stand first, the one of wrap-up after them. */
function tableOf({ state, law }: AgentSnapshot, talksCount: number): number {
  if (state === 'wrap_up') return talksCount;
  return law < talksCount ? law : 0;
}

const secondOf = (ms: number): number => Math.min(callSeconds - 1, Math.max(0, Math.floor(ms / 1000)));

/** A call being told from a machine is settled within any horizon. */
const evenly = new Float64Array(horizonsCount).fill(1);

/** Within the time a telephone rings, the shift is over. */
export function isLeaving(agent: AgentSnapshot, nowMs: number): boolean {
  return agent.leavesAtMs !== null && agent.leavesAtMs - nowMs < leavingMs;
}

/** A call placed now is answered within this, if at all. */
const leavingMs = 20_000;
