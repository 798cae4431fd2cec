import { randomFillSync } from 'node:crypto';
import { type Id, type IdPrefix, makeId } from '@alize/model';
import type { Clock } from './clock.ts';

/** Makes ids: `ids.make('lead')`. */
export interface IdSource {
  make<P extends IdPrefix>(prefix: P): Id<P>;
}

const bytesPerId = 10;
/** Asking the system costs more than the bytes: for so many ids at once. */
const idsAtOnce = 64;

/** Ids from a clock and the system's random bytes. */
export function createIds(clock: Clock): IdSource {
  const bytes = new Uint8Array(bytesPerId * idsAtOnce);
  let used = bytes.length;
  return {
    make(prefix) {
      if (used === bytes.length) {
        randomFillSync(bytes);
        used = 0;
      }
      used += bytesPerId;
      return makeId(prefix, clock.nowMs(), bytes.subarray(used - bytesPerId, used));
    },
  };
}
