import type { Duration, ListLaw, Scenario } from './scenario.ts';

/** What a campaign's calls came to, ready to be fitted. Durations in seconds. */
export interface MeasuredCampaign {
  /** In order of time. */
  readonly quarters: readonly MeasuredQuarter[];
  /** From placing a call to its answer, by people and by machines; to being told busy or invalid. */
  readonly answerSeconds: readonly number[];
  readonly machineAnswerSeconds: readonly number[];
  readonly failSeconds: readonly number[];
  readonly talkSeconds: readonly number[];
  readonly machineTalkSeconds: readonly number[];
  readonly wrapUpSeconds: readonly number[];
  readonly talks: number;
  readonly successes: number;
}

/** The calls placed in a quarter of an hour. */
export interface MeasuredQuarter {
  /** Local hour of the day, 0 to 23. */
  readonly hour: number;
  /** Those that tell something of the list: not failed by the trunk, not taken back. */
  readonly calls: number;
  /** People who answered; abandoned ones count as people, as the account has it. */
  readonly people: number;
  readonly machines: number;
  readonly busy: number;
  readonly invalid: number;
}

/** The day to try: all of a scenario that no history tells. */
export type PlannedDay = Pick<
  Scenario,
  'name' | 'seed' | 'opensAt' | 'closesAt' | 'teams' | 'trunk' | 'ringSeconds'
> &
  Pick<ListLaw, 'leads' | 'attemptsMax' | 'retryMinutes'>;

/** A campaign of which nothing is known. */
export const nothingMeasured: MeasuredCampaign = {
  quarters: [],
  answerSeconds: [],
  machineAnswerSeconds: [],
  failSeconds: [],
  talkSeconds: [],
  machineTalkSeconds: [],
  wrapUpSeconds: [],
  talks: 0,
  successes: 0,
};

/**
 * The scenario in which a planned day is tried, fitted to what was measured. Nothing measured: cautious assumptions
 * alone (15 % of calls answered by a person, 25 % by a machine, talks of two minutes, 5 % of them a success), which are
 * our own and no measurement. Each measure outweighs its assumption as it grows: by the strengths below.
 */
export function fitScenario(measured: MeasuredCampaign, day: PlannedDay): Scenario {
  const { name, seed, opensAt, closesAt, teams, trunk, ringSeconds, ...supply } = day;
  const answerShare = answerShares(measured.quarters);
  const share = (of: 'machines' | 'busy' | 'invalid') =>
    shrunk(total(measured.quarters, of), total(measured.quarters, 'calls'), {
      share: assumed[of],
      strength: strengths.day,
    });
  const list: ListLaw = {
    name,
    ...supply,
    answerShare,
    machineShare: share('machines'),
    busyShare: share('busy'),
    invalidShare: share('invalid'),
    answerDelay: durationLaw(measured.answerSeconds, assumed.answerDelay),
    machineDelay: durationLaw(measured.machineAnswerSeconds, assumed.machineDelay),
    failDelay: durationLaw(measured.failSeconds, assumed.failDelay),
  };
  return {
    ...{ name, seed, opensAt, closesAt, teams, trunk, ringSeconds },
    lists: [list],
    talk: durationLaw(measured.talkSeconds, assumed.talk),
    wrapUp: durationLaw(measured.wrapUpSeconds, assumed.wrapUp),
    machineTalk: durationLaw(measured.machineTalkSeconds, assumed.machineTalk),
    successShare: shrunk(measured.successes, measured.talks, {
      share: assumed.success,
      strength: strengths.day,
    }),
    patience: assumed.patience,
    detection: null,
    shocks: [],
    inboundPerHour: 0,
    noise: noiseOf(measured.quarters, answerShare),
  };
}

/** As many calls, or measured durations, as an assumption weighs; an hour of the day is held to the whole day. */
const strengths = { day: 20, hour: 100, durations: 10 } as const;

const lognormal = (mean: number, variation: number): Duration => ({ kind: 'lognormal', mean, variation });
const assumed = {
  people: 0.15,
  machines: 0.25,
  busy: 0.05,
  invalid: 0.03,
  success: 0.05,
  answerDelay: lognormal(12, 0.5),
  machineDelay: lognormal(18, 0.3),
  failDelay: lognormal(4, 0.5),
  talk: lognormal(120, 1),
  wrapUp: lognormal(25, 0.6),
  machineTalk: lognormal(8, 0.4),
  patience: { kind: 'exponential', mean: 8 },
} as const satisfies Record<string, number | Duration>;
/** Of the logarithm of the answer share, before anything is measured, and at most. */
const noiseAssumed = 0.15;
const noiseMax = 0.6;
/** Fewer quarter-hours than this say nothing of how they differ. */
const quartersMin = 8;

/**
 * Answer share of each hour. Beta-binomial: with x of n calls answered, (x + s·p) / (n + s) is the mean of the share
 * under a Beta(s·p, s·(1 − p)) prior (A. Gelman and others, Bayesian Data Analysis, 3rd ed., 2.4). p is the whole
 * day's share, itself so held to the assumption; s = 100: an hour with 100 calls of its own is half believed.
 */
function answerShares(quarters: readonly MeasuredQuarter[]): readonly number[] {
  const day = shrunk(total(quarters, 'people'), total(quarters, 'calls'), {
    share: assumed.people,
    strength: strengths.day,
  });
  return Array.from({ length: 24 }, (_, hour) => {
    const own = quarters.filter((quarter) => quarter.hour === hour);
    return shrunk(total(own, 'people'), total(own, 'calls'), { share: day, strength: strengths.hour });
  });
}

function shrunk(
  count: number,
  of: number,
  prior: { readonly share: number; readonly strength: number },
): number {
  return (count + prior.share * prior.strength) / (of + prior.strength);
}

/**
 * How much quarter-hours differ beyond chance. With a factor of mean 1 and variance v on the share p, the variance of
 * the people among n calls is n·p·(1 − p) + n·(n − 1)·p²·v; v by moments (D. A. Williams, "Extra-binomial variation in
 * logistic linear models", Applied Statistics 31, 1982), the degrees of freedom that the hours' shares took given back.
 * A lognormal factor has v = exp(σ²) − 1. The answer is σ.
 */
function noiseOf(quarters: readonly MeasuredQuarter[], byHour: readonly number[]): number {
  const told = quarters.filter(({ calls }) => calls > 1);
  if (told.length < quartersMin) return noiseAssumed;
  let [beyondChance, weight] = [0, 0];
  const hours = new Set(told.map(({ hour }) => hour)).size;
  const freedom = told.length / Math.max(1, told.length - hours);
  for (const { hour, calls, people } of told) {
    const share = byHour[hour] ?? 0;
    beyondChance += freedom * (people - calls * share) ** 2 - calls * share * (1 - share);
    weight += calls * (calls - 1) * share ** 2;
  }
  const variance = weight > 0 ? Math.max(0, beyondChance / weight) : 0;
  return Math.min(noiseMax, Math.sqrt(Math.log1p(variance)));
}

/**
 * What was measured, mixed with the assumption in the ratio of n to 10 (a linear opinion pool: M. Stone, "The opinion
 * pool", Annals of Mathematical Statistics 32, 1961). No shape is forced on it: two humps stay two.
 */
function durationLaw(seconds: readonly number[], assumption: Duration): Duration {
  const count = seconds.length;
  if (count === 0) return assumption;
  return {
    kind: 'mixture',
    parts: [
      { share: count, law: { kind: 'empirical', seconds: quantiles(seconds, quantilesMax) } },
      { share: strengths.durations, law: assumption },
    ],
  };
}

const quantilesMax = 201;

/**
 * So many equally spaced quantiles, the smallest and the largest value among them; fewer values are given as they are.
 * Between two values on a straight line (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The
 * American Statistician 50, 1996, their seventh). `[0]` for no value at all.
 */
export function quantiles(values: readonly number[], count: number): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return [0];
  if (sorted.length <= count) return [...sorted];
  return Array.from({ length: count }, (_, index) => quantileOf(sorted, index / (count - 1)));
}

/** The value below which a share (0 to 1) of sorted values lies, as in `quantiles`; 0 for no value. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  return below + (place % 1) * ((sorted[Math.ceil(place)] ?? below) - below);
}

function total(quarters: readonly MeasuredQuarter[], of: Exclude<keyof MeasuredQuarter, 'hour'>): number {
  return quarters.reduce((sum, quarter) => sum + quarter[of], 0);
}
