import type { ListId } from '@alize/model';

/** A list that has leads to call. */
export interface SharedList {
  readonly listId: ListId;
  /** Its weight among the lists of its campaign, above 0. */
  readonly share: number;
}

/**
 * Whose turn it is among the lists of a campaign, so that each is called in proportion to its share. A list that has
 * nothing due gives its turns to the others and does not get them back later. Stride scheduling (Waldspurger and
 * Weihl, "Stride Scheduling: Deterministic Proportional-Share Resource Management", MIT LCS/TM-528, 1995): each list
 * has a pass, which grows by 1 / share with each lead taken of it; the least pass goes first.
 */
export class ListTurns {
  readonly #passes = new Map<ListId, number>();

  /** How many of the next `count` leads are to come from each of these lists; the first in order among equals. */
  turnsOf(lists: readonly SharedList[], count: number): ReadonlyMap<ListId, number> {
    const passes = this.#passesOf(lists);
    const turns = new Map<ListId, number>();
    for (let turn = 0; turn < count; turn += 1) {
      const next = lists.reduce<SharedList | null>(
        (least, list) =>
          least && (passes.get(least.listId) ?? 0) <= (passes.get(list.listId) ?? 0) ? least : list,
        null,
      );
      if (!next) break;
      turns.set(next.listId, (turns.get(next.listId) ?? 0) + 1);
      passes.set(next.listId, (passes.get(next.listId) ?? 0) + 1 / next.share);
    }
    return turns;
  }

  /** Notes how many leads were taken of each list, of those that had any to take. */
  charge(lists: readonly SharedList[], takenCounts: ReadonlyMap<ListId, number>): void {
    const passes = this.#passesOf(lists);
    for (const { listId, share } of lists) {
      this.#passes.set(listId, (passes.get(listId) ?? 0) + (takenCounts.get(listId) ?? 0) / share);
    }
  }

  /** Lists that were there all along differ by one turn at most; one that comes back, or is new, is put no further back. */
  #passesOf(lists: readonly SharedList[]): Map<ListId, number> {
    const known = lists.flatMap(({ listId }) => this.#passes.get(listId) ?? []);
    const least = Math.max(0, ...known) - 1;
    return new Map(lists.map(({ listId }) => [listId, Math.max(this.#passes.get(listId) ?? least, least)]));
  }
}
