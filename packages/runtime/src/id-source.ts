import { randomFillSync } from 'node:crypto';
import { type Id, type IdPrefix, makeId } from '@alize/model';
import type { Clock } from './clock.ts';

/** Makes ids: `ids.make('lead')`. */
export interface IdSource {
  make<P extends IdPrefix>(prefix: P): Id<P>;
}

/** Ids from a clock and a source of random bytes, by default the system's. */
export function createIds(clock: Clock, fillRandom: (bytes: Uint8Array) => void = randomFillSync): IdSource {
  const bytes = new Uint8Array(10);
  return {
    make(prefix) {
      fillRandom(bytes);
      return makeId(prefix, clock.nowMs(), bytes);
    },
  };
}
