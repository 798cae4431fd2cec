import type { CountedList } from '../../../shared/trade/contract.ts';

/** What part of the next calls a list gets, 0 to 1. */
export interface MixPart {
  readonly id: CountedList['id'];
  readonly name: string;
  readonly part: number;
}

/** The lists that calls are taken from, with their part: those that are on and have leads to call. */
export function mixOf(
  lists: readonly Pick<CountedList, 'id' | 'name' | 'isActive' | 'share' | 'counts'>[],
): readonly MixPart[] {
  const called = lists.filter(({ isActive, counts }) => isActive && counts.open > 0);
  const all = called.reduce((sum, { share }) => sum + share, 0);
  return called.map(({ id, name, share }) => ({ id, name, part: share / all }));
}
