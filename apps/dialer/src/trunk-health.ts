import type { TrunkId } from '@alize/model';

/** Calls of a trunk that are remembered. */
const remembered = 20;
/** After so many failures in a row a trunk is left alone for a moment before each next call, so that no list is burnt on it. */
const failuresInRow = 10;
const restMs = 2_000;

interface Fates {
  /** True for a call that the trunk failed to carry, oldest first. */
  readonly failed: boolean[];
  lastAtMs: number;
}

/** How each trunk has carried its last calls. */
export class TrunkHealth {
  readonly #trunks = new Map<TrunkId, Fates>();

  /** A call on the trunk was answered, rang out or ended otherwise; `hasFailed`: the trunk did not carry it. */
  note(trunkId: TrunkId, hasFailed: boolean, atMs: number): void {
    const failed = this.#trunks.get(trunkId)?.failed ?? ([] as boolean[]);
    failed.push(hasFailed);
    if (failed.length > remembered) failed.shift();
    this.#trunks.set(trunkId, { failed, lastAtMs: atMs });
  }

  /** Of the last calls, how many it failed to carry, and of how many. */
  failures(trunkId: TrunkId): { readonly failed: number; readonly of: number } {
    const failed = this.#trunks.get(trunkId)?.failed ?? [];
    return { failed: failed.filter((hasFailed) => hasFailed).length, of: failed.length };
  }

  /** True for a moment after each failure of a trunk that carries nothing at all. */
  isResting(trunkId: TrunkId, nowMs: number): boolean {
    const fates = this.#trunks.get(trunkId);
    // A clock that was set back is no reason to rest longer.
    const isOver = !fates || Math.abs(nowMs - fates.lastAtMs) >= restMs;
    if (isOver || fates.failed.length < failuresInRow) return false;
    return fates.failed.slice(-failuresInRow).every((hasFailed) => hasFailed);
  }
}
