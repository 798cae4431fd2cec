import { outsideGroup, unknownGroup } from './cell.ts';
import type { WeightMargin } from './check-plan.ts';

export interface WeightedCell {
  readonly key: string;
  readonly count: number;
}

export interface Weights {
  readonly method: 'poststratification' | 'raking';
  /** By cell key, their mean over interviews 1; cells that cannot be weighted are missing. */
  readonly byCell: ReadonlyMap<string, number>;
  /** Whether the weighted margins came within a thousandth of the population's. */
  readonly isConverged: boolean;
  readonly rounds: number;
  /** Interviews whose weight was cut to the bounds. */
  readonly trimmedCount: number;
  /** Interviews in no cell, or of a group that is not known. */
  readonly leftOutCount: number;
  readonly designEffect: number;
  /** As many interviews by chance alone would say as much. */
  readonly effectiveSize: number;
}

const roundsMax = 200;
const tolerance = 1e-6;
/** A weight is kept between these multiples of the mean (Battaglia, Izrael, Hoaglin and Frankel 2009 use such bounds). */
const heaviest = 5;
const lightest = 0.2;

/**
 * Weights that bring interviews to the shares of the population: by one margin post-stratification, by several raking
 * (Deming and Stephan 1940, Annals of Mathematical Statistics 11:427–444), margin by margin until all fit. Weights
 * beyond a fifth and five times the mean are cut in each round. Cells are counted by the keys of `cellOf`; a group
 * without an interview cannot be weighted up: its share goes to the others, and the weights do not converge.
 */
export function weigh(
  cells: readonly WeightedCell[],
  dimensionIds: readonly string[],
  margins: readonly WeightMargin[],
): Weights {
  const places = margins.map(({ dimensionId }) => dimensionIds.indexOf(dimensionId));
  const rows = cells
    .map(({ key, count }) => ({ key, count, groups: groupsAt(key, places), weight: 1 }))
    .filter((row) => row.count > 0);
  const usable = rows.filter(({ groups }) => groups.every(isKnownGroup));
  const total = usable.reduce((sum, { count }) => sum + count, 0);
  let rounds = 0;
  let distance = distanceOf(usable, margins, total);
  while (rounds < roundsMax && distance > tolerance && total > 0) {
    for (const [at, margin] of margins.entries()) fit(usable, margin, at, total);
    const before = distance;
    trim(usable, total);
    distance = distanceOf(usable, margins, total);
    rounds++;
    // It goes nowhere any more: bounds or empty groups hold it.
    if (Math.abs(before - distance) < tolerance / 100) break;
  }
  const each = usable.map(({ weight, count }) => ({ weight, count }));
  const designEffect = kishDesignEffect(each);
  return {
    method: margins.length === 1 ? 'poststratification' : 'raking',
    byCell: new Map(usable.map(({ key, weight }) => [key, weight])),
    isConverged: distance <= 0.001,
    rounds,
    trimmedCount: usable
      .filter(({ weight }) => weight >= heaviest * 0.999 || weight <= lightest * 1.001)
      .reduce((sum, { count }) => sum + count, 0),
    leftOutCount: rows.reduce((sum, { count }) => sum + count, 0) - total,
    designEffect,
    effectiveSize: total / designEffect,
  };
}

/**
 * How much weights raise the variance of a mean, 1 or more: n Σw² / (Σw)² (Kish 1965, Survey Sampling, 11.7; 1992,
 * Journal of Official Statistics 8:183–200). 1 without interviews.
 */
export function kishDesignEffect(
  rows: readonly { readonly weight: number; readonly count: number }[],
): number {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const weight = rows.reduce((sum, row) => sum + row.weight * row.count, 0);
  const squares = rows.reduce((sum, row) => sum + row.weight * row.weight * row.count, 0);
  return count === 0 || weight === 0 ? 1 : (count * squares) / (weight * weight);
}

interface Row {
  readonly key: string;
  readonly count: number;
  readonly groups: readonly string[];
  weight: number;
}

const groupsAt = (key: string, places: readonly number[]) => {
  const groups = key.split('/');
  return places.map((place) => groups[place] ?? unknownGroup);
};
const isKnownGroup = (group: string) => group !== unknownGroup && group !== outsideGroup;

function fit(rows: readonly Row[], { shares }: WeightMargin, at: number, total: number): void {
  const sums = sumsBy(rows, at);
  for (const row of rows) {
    const group = row.groups[at] ?? '';
    const sum = sums.get(group) ?? 0;
    if (sum > 0) row.weight *= ((shares[group] ?? 0) * total) / sum;
  }
}

/** Cut to the bounds and brought back to a mean of 1, until both hold. */
function trim(rows: readonly Row[], total: number): void {
  for (let round = 0; round < 100; round++) {
    for (const row of rows) row.weight = Math.min(heaviest, Math.max(lightest, row.weight));
    const sum = rows.reduce((all, { weight, count }) => all + weight * count, 0);
    if (Math.abs(sum - total) < total * 1e-9) return;
    for (const row of rows) row.weight *= total / sum;
  }
}

function distanceOf(rows: readonly Row[], margins: readonly WeightMargin[], total: number): number {
  if (total === 0) return 1;
  return Math.max(
    ...margins.flatMap(({ shares }, at) => {
      const sums = sumsBy(rows, at);
      return Object.entries(shares).map(([group, share]) => Math.abs((sums.get(group) ?? 0) / total - share));
    }),
  );
}

function sumsBy(rows: readonly Row[], at: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { groups, weight, count } of rows) {
    const group = groups[at] ?? '';
    sums.set(group, (sums.get(group) ?? 0) + weight * count);
  }
  return sums;
}
