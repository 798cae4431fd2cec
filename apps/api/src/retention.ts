import { letGoOfGrounds, letGoOfRulings, newestRulingAt } from '@alize/db';
import { type Loop, startLoop } from '@alize/runtime';
import type { ApiParts } from './api-parts.ts';
import { events } from './events.ts';

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
      const beforeMs = keptSince(api.clock.nowMs(), await newestRulingAt(db));
      const rulings = await letGoOfRulings(db, beforeMs);
      const grounds = await letGoOfGrounds(db, beforeMs);
      if (rulings + grounds > 0) events.recordsLetGo(api.log, { rulings, grounds });
    },
    onError: (error) => events.retentionFailed(api.log, error),
  });
}

/**
 * What is older is let go. A clock more than a year ahead of the newest ruling is not believed: a machine that wakes up
 * in the wrong year must not throw its evidence away.
 */
export function keptSince(nowMs: number, newestRulingAtMs: number | null): number {
  const believedMs = newestRulingAtMs === null ? nowMs : Math.min(nowMs, yearsAfter(newestRulingAtMs, 1));
  return yearsBefore(believedMs, yearsKept);
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
