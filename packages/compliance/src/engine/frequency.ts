import type { CallFacts, PastAttempt } from '@alize/model';
import { weekdayOf } from '../calendars/civil-day.ts';
import type { Frequency } from '../pack.ts';
import { met, never, type Question, refusedUntil, type Verdict } from './verdict.ts';
import { instantOf, localDay } from './zone-clock.ts';

/**
 * Fewer attempts than the most allowed. Any span of so many days counts, so the attempt to wait for is the last but
 * `attemptsMax - 1`. Attempts dated after now (a clock that went back) count like any other.
 */
export function checkFrequency(frequency: Frequency, { facts, now }: Question): Verdict {
  const { within } = frequency;
  const atMs = countedFromLast(facts, frequency);
  if (atMs === null) return met;
  if (within === 'campaign') return never;
  const untilMs = freeAgainMs(within, atMs, now.zone);
  return untilMs <= now.ms ? met : refusedUntil(untilMs);
}

function freeAgainMs(within: Exclude<Frequency['within'], 'campaign'>, atMs: number, zone: string): number {
  if (within === 'week') {
    const day = localDay(zone, atMs);
    return instantOf(zone, day - weekdayOf(day) + 8, 0);
  }
  if ('hours' in within) return atMs + within.hours * 3_600_000;
  return instantOf(zone, localDay(zone, atMs) + within.days, 0);
}

/** The instant of the `attemptsMax`-th attempt from the last that counts; null when there are fewer. */
function countedFromLast(facts: CallFacts, frequency: Frequency): number | null {
  const { attemptsMax } = frequency;
  const latest: number[] = [];
  for (const attempt of facts.attempts) {
    const isTooOld = latest.length === attemptsMax && attempt.atMs <= (latest[attemptsMax - 1] ?? 0);
    if (!isTooOld && isCounted(attempt, facts, frequency)) insert(latest, attempt.atMs, attemptsMax);
  }
  return latest[attemptsMax - 1] ?? null;
}

/** Keeps the greatest `most` values, descending. */
function insert(values: number[], value: number, most: number): void {
  let place = values.length < most ? values.length : most - 1;
  while (place > 0 && (values[place - 1] ?? 0) < value) {
    values[place] = values[place - 1] ?? 0;
    place -= 1;
  }
  values[place] = value;
}

/** An attempt that does not say which object or campaign it was for counts for every one. */
function isCounted(attempt: PastAttempt, facts: CallFacts, { same, within }: Frequency): boolean {
  if (attempt.sellerId !== facts.seller.id || attempt.result === 'not_reached') return false;
  const ofCampaign = same === 'campaign' || within === 'campaign';
  if (ofCampaign && !isSame(attempt.campaignId, facts.campaignId)) return false;
  return same !== 'object' || isSame(attempt.object, facts.object);
}

function isSame(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
