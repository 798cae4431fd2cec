import { unknownGroup } from './cell.ts';

/** How far a cell is filled. */
export interface CellCount {
  readonly key: string;
  readonly target: number;
  readonly doneCount: number;
}

/**
 * How much somebody of this key is wanted: the share of the target that is still missing in the cells that they may
 * turn out to be in, above 0 to 1. Null when all of those are full, or none is in the plan.
 */
export function wantOf(cells: readonly CellCount[], key: string): number | null {
  const possible = cells.filter((cell) => mayBe(key, cell.key));
  const missing = possible.reduce((sum, cell) => sum + Math.max(0, cell.target - cell.doneCount), 0);
  if (missing === 0) return null;
  return missing / possible.reduce((sum, cell) => sum + cell.target, 0);
}

/** Those of the keys that are wanted, the most wanted first; as many missing in share, by name. */
export function inOrderOfWant(cells: readonly CellCount[], keys: readonly string[]): readonly string[] {
  return keys
    .flatMap((key) => {
      const want = wantOf(cells, key);
      return want === null ? [] : [{ key, want }];
    })
    .sort((one, other) => other.want - one.want || (one.key < other.key ? -1 : 1))
    .map(({ key }) => key);
}

function mayBe(key: string, cellKey: string): boolean {
  if (key === cellKey) return true;
  if (!key.includes(unknownGroup)) return false;
  const groups = key.split('/');
  const cellGroups = cellKey.split('/');
  return (
    groups.length === cellGroups.length &&
    groups.every((group, at) => group === unknownGroup || group === cellGroups[at])
  );
}
