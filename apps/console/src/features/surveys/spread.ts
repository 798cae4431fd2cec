/** Targets over the cells of quotas, in numbers alone. */

/** Every combination of one group of each dimension, in order; the key joins their ids by `/`. None of no dimension. */
export function combinationsOf<Group extends { readonly id: string }>(
  dimensions: readonly { readonly groups: readonly Group[] }[],
): readonly { readonly key: string; readonly groups: readonly Group[] }[] {
  if (dimensions.length === 0) return [];
  const combinations = dimensions.reduce<readonly (readonly Group[])[]>(
    (before, { groups }) => before.flatMap((combination) => groups.map((group) => [...combination, group])),
    [[]],
  );
  return combinations.map((groups) => ({ key: groups.map(({ id }) => id).join('/'), groups }));
}

/**
 * `total` in whole parts as near to the weights as can be, by the largest remainders (Hamilton): the parts sum up to
 * it. Parts of equal remainder get theirs in order. All are 0 when no weight is above 0.
 */
export function spread(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  if (!(sum > 0)) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map((part) => Math.floor(part + 1e-9));
  const left = Math.round(total - parts.reduce((before, part) => before + part, 0));
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - (parts[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => (raised.has(index) ? part + 1 : part));
}

/** Targets of all cells when each dimension is shared out by itself: a cell's weight is the product of its shares. */
export function spreadOverCells(
  total: number,
  dimensions: readonly { readonly groups: readonly { readonly id: string; readonly share: number }[] }[],
): Readonly<Record<string, number>> {
  const cells = combinationsOf(dimensions);
  const weights = cells.map(({ groups }) => groups.reduce((product, { share }) => product * share, 1));
  const parts = spread(total, weights);
  return Object.fromEntries(cells.map(({ key }, index) => [key, parts[index] ?? 0]));
}

/** Targets after a dimension at `place` was added: each old target is shared out evenly over its groups. */
export function addDimension(
  targets: Readonly<Record<string, number>>,
  place: number,
  groupIds: readonly string[],
): Readonly<Record<string, number>> {
  const even = groupIds.map(() => 1);
  return Object.fromEntries(
    Object.entries(targets).flatMap(([key, target]) => {
      const parts = spread(target, even);
      return groupIds.map((id, index) => [
        key.split('/').toSpliced(place, 0, id).filter(Boolean).join('/'),
        parts[index] ?? 0,
      ]);
    }),
  );
}

/** Targets after the dimension at `place` was taken away: what its groups had is added up. */
export function removeDimension(
  targets: Readonly<Record<string, number>>,
  place: number,
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [key, target] of Object.entries(targets)) {
    const rest = key.split('/').toSpliced(place, 1).join('/');
    sums[rest] = (sums[rest] ?? 0) + target;
  }
  return sums;
}
