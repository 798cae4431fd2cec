import { normalQuantile } from './distributions.ts';

/** What one interviewer's answers to one question sum up to; of a choice each answer counts 1 or 0. */
export interface InterviewerSum {
  readonly id: string;
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

export interface InterviewerEffect {
  /**
   * Share of the variance that goes with who asks: one-way analysis of variance, for unequal workloads (Snedecor and
   * Cochran 1980, Statistical Methods, 13.3; ICC(1,1) of Shrout and Fleiss 1979, Psychological Bulletin 86:420–428).
   * Below 0 is chance.
   */
  readonly intraclassCorrelation: number;
  /** 1 + (m - 1) × correlation, m the mean workload (Kish 1962, JASA 57:92–115); never below 1. */
  readonly designEffect: number;
  readonly deviations: readonly InterviewerDeviation[];
}

export interface InterviewerDeviation {
  readonly id: string;
  readonly base: number;
  readonly value: number;
  /** Of all the others together. */
  readonly others: number;
  /** Where their value would lie by chance, with 95 % for all interviewers together (Bonferroni: Dunn 1961, JASA 56:52–64). */
  readonly low: number;
  readonly high: number;
  readonly isBeyond: boolean;
}

/** Too few to say anything of one interviewer. */
const baseMin = 10;

/** Null with fewer than two interviewers, or when everybody answered the same. */
export function interviewerEffect(sums: readonly InterviewerSum[]): InterviewerEffect | null {
  const groups = sums.filter(({ count }) => count > 0);
  const count = total(groups, 'count');
  const k = groups.length;
  if (k < 2 || count <= k) return null;
  const mean = total(groups, 'sum') / count;
  const between = groups.reduce((all, each) => all + each.count * (each.sum / each.count - mean) ** 2, 0);
  const within = groups.reduce((all, each) => all + each.squares - each.sum ** 2 / each.count, 0);
  const meanSquareBetween = between / (k - 1);
  const meanSquareWithin = within / (count - k);
  const workload = (count - groups.reduce((all, each) => all + each.count ** 2, 0) / count) / (k - 1);
  const denominator = meanSquareBetween + (workload - 1) * meanSquareWithin;
  if (!(denominator > 0)) return null;
  const correlation = (meanSquareBetween - meanSquareWithin) / denominator;
  return {
    intraclassCorrelation: correlation,
    designEffect: Math.max(1, 1 + (count / k - 1) * correlation),
    deviations: deviationsOf(groups),
  };
}

function deviationsOf(groups: readonly InterviewerSum[]): readonly InterviewerDeviation[] {
  const judged = groups.filter(({ count }) => count >= baseMin);
  if (judged.length < 2) return [];
  const count = total(groups, 'count');
  const sum = total(groups, 'sum');
  const variance = (total(groups, 'squares') - sum ** 2 / count) / (count - 1);
  const z = normalQuantile(0.025 / judged.length);
  return judged.map((each) => {
    const rest = count - each.count;
    const others = (sum - each.sum) / rest;
    const half = z * Math.sqrt(variance * (1 / each.count + 1 / rest));
    const value = each.sum / each.count;
    return {
      id: each.id,
      base: each.count,
      value,
      others,
      low: others - half,
      high: others + half,
      isBeyond: Math.abs(value - others) > half,
    };
  });
}

const total = (groups: readonly InterviewerSum[], what: 'count' | 'sum' | 'squares') =>
  groups.reduce((all, each) => all + each[what], 0);
