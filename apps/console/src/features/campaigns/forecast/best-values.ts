/** Which of several variants are best by one figure: the largest, or the smallest. */
export type Direction = 'most' | 'least';

/**
 * The indexes of the best values among those that may win. None when there is nothing to choose between: fewer than two
 * values, or all alike. `digits` is how many decimals people see: what looks the same is the same.
 */
export function bestOf(
  values: readonly (number | null)[],
  { direction, digits = 0, mayWin }: { direction: Direction; digits?: number; mayWin: readonly boolean[] },
): ReadonlySet<number> {
  const seen = values.map((value) => (value === null ? null : Math.round(value * 10 ** digits)));
  const all = seen.filter((value) => value !== null);
  if (new Set(all).size < 2) return new Set();
  const running = seen.filter((value, index) => value !== null && mayWin[index] === true).map(Number);
  const best = direction === 'most' ? Math.max(...running) : Math.min(...running);
  return new Set(seen.flatMap((value, index) => (value === best && mayWin[index] === true ? [index] : [])));
}
