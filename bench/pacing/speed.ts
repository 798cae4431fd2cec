/**
 * Simulated calls a second, with a rule that decides nothing and with ours; and what one decision costs for 500 agents
 * and 2,000 calls, beside a floor: reading the same arrays once.
 *
 *   npm run pacing-speed -w bench
 */
import { decide, Learner, type Snapshot } from '@alize/pacing';
import { type Rule, simulate } from '@alize/pacing/simulate';
import { ours } from './ours.ts';
import { fixedRatio } from './rules/fixed-ratio.ts';
import { type BenchScenario, benchScenarios, terms } from './scenarios.ts';

const roundsCount = 5;
const simulatedHours = 1;
const decisionsCount = 2_000;

function centre(agents: number): BenchScenario {
  const found = benchScenarios.find(({ scenario }) => scenario.name === '50 agents, 20 %');
  if (!found) throw new Error('The scenario "50 agents, 20 %" has gone: name another one here.');
  const { scenario } = found;
  return {
    hasHistory: true,
    scenario: {
      ...scenario,
      name: `${agents} agents`,
      closesAt: scenario.opensAt + simulatedHours * 3_600,
      teams: scenario.teams.map((team) => ({ ...team, agents })),
      trunk: { linesMax: agents * 15, callsPerSecondMax: agents },
    },
  };
}

/** Least, median and most of some rounds, the first of which warms up and is left out. */
function rounds(measure: (round: number) => number): string {
  const all = Array.from({ length: roundsCount + 1 }, (_, round) => measure(round));
  const sorted = all.slice(1).toSorted((one, other) => one - other);
  return [sorted[0], sorted[Math.floor(roundsCount / 2)], sorted.at(-1)]
    .map((one = 0) => (one < 100 ? one.toFixed(3) : Math.round(one).toLocaleString('en')).padStart(12))
    .join('');
}

function callsPerSecond(agents: number, rule: Rule): string {
  const { scenario } = centre(agents);
  return rounds((round) => {
    const start = performance.now();
    const { calls } = simulate({ ...scenario, seed: round + 1 }, { ...rule, terms });
    return (calls * 1_000) / (performance.now() - start);
  });
}

/** A floor in full swing: 350 agents talk, 100 wrap up, 50 are free; 1,650 calls ring beside those connected. */
function snapshotOf(nowMs: number): Snapshot {
  const agents = Array.from({ length: 500 }, (_, index) => ({
    state: index < 350 ? ('talking' as const) : index < 450 ? ('wrap_up' as const) : ('ready' as const),
    sinceMs: nowMs - ((index * 7_919) % 240_000),
    isReachable: true,
    law: 0,
    leavesAtMs: null,
  }));
  const calls = Array.from({ length: 2_000 }, (_, index) => ({
    stage: index < 350 ? ('connected' as const) : ('dialling' as const),
    sinceMs: nowMs - ((index * 104_729) % 30_000),
    law: 0,
    isOwn: true,
  }));
  const learner = new Learner();
  for (let call = 0; call < 500; call += 1) {
    learner.callSettled(call % 5 === 0 ? 'offered' : 'unanswered', call % 5 === 0 ? 11_000 : 30_000);
    learner.talkEnded((call * 7_919) % 240_000);
    learner.wrapUpEnded(20_000, false);
  }
  return {
    nowMs,
    agents,
    calls,
    limits: {
      linesFree: 5_000,
      trunkLinesFree: 5_000,
      callsAllowedNow: 500,
      trunkFailures: { failed: 0, of: 0 },
    },
    laws: learner.laws({ nowMs, agents, calls }),
    account: { ...terms, abandoned: 20, answered: 1_000, answersToCome: 1_000 },
    marginalRatio: 0.2,
    graceMs: terms.limitMs,
    powerRatio: 1,
    inboundPerSecond: 0,
  };
}

function readOnce({ agents, calls }: Snapshot): number {
  let sum = 0;
  for (const { sinceMs } of agents) sum += sinceMs;
  for (const { sinceMs } of calls) sum += sinceMs;
  return sum;
}

/** Milliseconds of one run of some work, on snapshots that are all a little later than the one before. */
function milliseconds(work: (snapshot: Snapshot) => unknown): string {
  const nowMs = 36_000_000;
  const snapshot = snapshotOf(nowMs);
  const later = Array.from({ length: 50 }, (_, step) => ({ ...snapshot, nowMs: nowMs + step * 20 }));
  return rounds(() => {
    const start = performance.now();
    for (let count = 0; count < decisionsCount; count += 1) work(later[count % later.length] ?? snapshot);
    return (performance.now() - start) / decisionsCount;
  });
}

const heading = ['least', 'median', 'most'].map((one) => one.padStart(12)).join('');
console.log(`${'simulated calls a second of one core'.padEnd(56)}${heading}`);
for (const agents of [20, 50, 200, 500]) {
  console.log(`${`ratio 1.2, ${agents} agents`.padEnd(56)}${callsPerSecond(agents, fixedRatio(1.2))}`);
  console.log(`${`ours, ${agents} agents`.padEnd(56)}${callsPerSecond(agents, ours(centre(agents)))}`);
}
console.log(`\n${'milliseconds of one decision, 500 agents, 2,000 calls'.padEnd(56)}${heading}`);
console.log(`${'ours'.padEnd(56)}${milliseconds((snapshot) => decide('predictive', snapshot))}`);
console.log(`${'floor: reading the arrays once'.padEnd(56)}${milliseconds(readOnce)}`);
