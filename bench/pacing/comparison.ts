import { hindsight, vicidialAtEqualShare } from './bounds.ts';
import { type Contender, contenders, nameOf } from './contender.ts';
import type { Crew } from './crew.ts';
import { type Bracket, busyShareAt } from './find-setting.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { relaxedOptimum } from './relaxed.ts';
import { type BenchScenario, terms } from './scenarios.ts';

/** All that was measured on one scenario. */
export interface Comparison {
  readonly scenario: string;
  readonly hasHistory: boolean;
  readonly hasShock: boolean;
  readonly relaxed: number;
  readonly rows: readonly { readonly name: string; readonly outcome: Outcome }[];
  /** The best constant price in hindsight; null when it was not asked for. */
  readonly hindsight: {
    readonly price: number;
    readonly outcome: Outcome;
    /** Between that price and the next dearer one tried, at the limit itself. */
    readonly busyShare: number;
  } | null;
  /** Busy share of VICIdial, available agents only, when it abandons as many as ours. */
  readonly vicidialEqual: number | null;
}

export interface ComparisonWish {
  readonly seeds: readonly number[];
  /** Of the contenders' names. */
  readonly rule: RegExp;
  readonly hasBounds: boolean;
}

/** Runs the contenders on one scenario, all with the same seeds, then the bounds that depend on what ours came to. */
export async function compare(day: BenchScenario, wish: ComparisonWish, crew: Crew): Promise<Comparison> {
  const { name, shocks } = day.scenario;
  const agents = day.scenario.teams.reduce((sum, team) => sum + team.agents, 0);
  const seeds = wish.seeds.slice(0, seedsCount(wish.seeds.length, agents));
  const measure = async (contender: Contender) => {
    const jobs = seeds.map((seed) => crew.run({ scenario: name, contender, seed }));
    return outcomeOf(await Promise.all(jobs), terms.limit);
  };
  const chosen = contenders.filter((contender) => wish.rule.test(nameOf(contender, day)));
  const bound = wish.hasBounds ? hindsight(terms.limit, measure) : null;
  const rows = await Promise.all(
    chosen.map(async (contender) => ({ name: nameOf(contender, day), outcome: await measure(contender) })),
  );
  const ours = rows.find((row) => row.name === 'ours')?.outcome;
  const share = ours?.abandonedShare;
  const equal =
    wish.hasBounds && share !== undefined
      ? busyShareAt(share, await vicidialAtEqualShare(share, measure))
      : null;
  return {
    scenario: name,
    hasHistory: day.hasHistory,
    hasShock: shocks.length > 0,
    relaxed: relaxedOptimum(day.scenario),
    rows,
    hindsight: boundOf(await bound),
    vicidialEqual: equal,
  };
}

function boundOf(bracket: Bracket | null): Comparison['hindsight'] {
  const best = bracket?.below;
  if (!bracket || !best) return null;
  const busyShare = busyShareAt(terms.limit, bracket) ?? best.outcome.busyShare;
  return { price: best.setting, outcome: best.outcome, busyShare };
}

/** A day of a large team holds as many calls as weeks of a small one: it needs fewer days. */
function seedsCount(wished: number, agents: number): number {
  return Math.min(wished, Math.max(2, Math.round((wished * 50) / agents)));
}
