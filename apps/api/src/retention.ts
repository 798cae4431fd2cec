import { letGoOfGrounds, letGoOfRulings } from '@alize/db';
import { type Loop, startLoop } from '@alize/runtime';
import { events } from './events.ts';
import type { ApiParts } from './routing.ts';

const dayMs = 86_400_000;
/** Rulings and call records: 16 CFR 310.5. Consents, from giving and from each use: UWG §7a. */
const yearsKept = 5;

/** Once a day, and at the start, lets go of the rulings and consents that no law wants kept any longer. */
export function startRetention(api: ApiParts): Loop {
  const { db } = api.database;
  return startLoop({
    clock: api.clock,
    everyMs: dayMs,
    async job() {
      const beforeMs = yearsBefore(api.clock.nowMs(), yearsKept);
      const rulings = await letGoOfRulings(db, beforeMs);
      const grounds = await letGoOfGrounds(db, beforeMs);
      if (rulings + grounds > 0) events.recordsLetGo(api.log, { rulings, grounds });
    },
    onError: (error) => events.retentionFailed(api.log, error),
  });
}

/** The same day so many calendar years earlier, in UTC; 29 February gives 28 February. */
export function yearsBefore(nowMs: number, years: number): number {
  return yearsAfter(nowMs, -years);
}

/** The same day so many calendar years later, in UTC. */
export function yearsAfter(atMs: number, years: number): number {
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO('UTC');
  return at.add({ years }).epochMilliseconds;
}
