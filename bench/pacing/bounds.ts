import type { Contender } from './contender.ts';
import { type Bracket, findSetting } from './find-setting.ts';
import type { Outcome } from './outcome.ts';

type Measure = (contender: Contender) => Promise<Outcome>;

/**
 * The best constant price chosen in hindsight: the dearest whose days together stay within the limit. The search begins
 * where it usually ends: the price bears more in a large team.
 */
export function hindsight(limit: number, agents: number, measure: Measure): Promise<Bracket> {
  const first = 0.012 * Math.sqrt(agents);
  return findSetting(limit, { least: 0.002, first, most: 2 }, (price) =>
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
