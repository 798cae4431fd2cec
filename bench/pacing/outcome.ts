import type { DayResult } from './run-day.ts';

/** Several seeds of one contender on one scenario. */
export interface Outcome {
  readonly busyShare: number;
  readonly waitSeconds: number;
  /** People abandoned to people who answered, all days together, and its 95 % interval. */
  readonly abandonedShare: number;
  readonly interval: readonly [number, number];
  readonly windows: { readonly count: number; readonly over: number; readonly worst: number | null };
  /** Days that ended over the limit, small ones included. */
  readonly days: { readonly count: number; readonly over: number };
  readonly calls: number;
}

/** Sums up the days of one contender. */
export function outcomeOf(days: readonly DayResult[], limit: number): Outcome {
  const answered = sum(days.map((day) => day.answered));
  const share = answered > 0 ? sum(days.map((day) => day.abandoned)) / answered : 0;
  const worst = days.flatMap(({ windows }) => (windows.worstShare === null ? [] : [windows.worstShare]));
  return {
    busyShare: mean(days.map((day) => day.busyShare)),
    waitSeconds: mean(days.map((day) => day.waitSeconds)),
    abandonedShare: share,
    interval: intervalOf(days, share, answered),
    windows: {
      count: sum(days.map(({ windows }) => windows.count)),
      over: sum(days.map(({ windows }) => windows.overLimit)),
      worst: worst.length > 0 ? Math.max(...worst) : null,
    },
    days: { count: days.length, over: days.filter((day) => day.abandonedShare > limit).length },
    calls: sum(days.map((day) => day.calls)),
  };
}

/** Student's t at 97.5 % for few days; beyond, close to the normal's. */
const studentT = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12,
];

/**
 * Days differ more than their calls do, so the interval is taken over days: that of a ratio of sums, by linearisation
 * (W. G. Cochran, Sampling Techniques, 1977, chapter 6).
 */
function intervalOf(days: readonly DayResult[], share: number, answered: number): readonly [number, number] {
  const free = days.length - 1;
  if (free < 1 || answered === 0) return [0, 1];
  const squares = sum(days.map((day) => (day.abandoned - share * day.answered) ** 2));
  const error = Math.sqrt((squares * days.length) / free) / answered;
  const reach = (studentT[free - 1] ?? 2.09) * error;
  return [Math.max(0, share - reach), share + reach];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length);
