import type { Contender } from './contender.ts';
import { type Bracket, findSetting } from './find-setting.ts';
import type { Outcome } from './outcome.ts';

/** Where the search begins: it ends nearby for most teams at 3 %. */
const usualPrice = 0.032;

type Measure = (contender: Contender) => Promise<Outcome>;

/** The best constant price chosen in hindsight: the dearest whose days together stay within the limit. */
export function hindsight(limit: number, measure: Measure): Promise<Bracket> {
  return findSetting(limit, { least: 0.002, first: usualPrice, most: 2 }, (price) =>
    measure({ kind: 'hindsight', price }),
  );
}

/**
 * VICIdial's rule for available agents only, its cap chosen in hindsight so that it abandons as many as ours did, and
 * its brakes off, for they would only keep it from there.
 */
export function vicidialAtEqualShare(share: number, measure: Measure): Promise<Bracket> {
  return findSetting(share, { least: 1, first: 2, most: 64 }, (levelMax) =>
    measure({
      kind: 'vicidial',
      settings: { method: 'average', isAvailableOnly: true, levelMax, dropLimit: 1 },
    }),
  );
}
