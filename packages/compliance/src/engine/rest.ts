import type { Ground, Rest } from '../pack.ts';
import { addMonths, standingOf } from './ground.ts';
import { met, type Question, refusedUntil, silent, type Verdict } from './verdict.ts';
import { instantOf, localDay } from './zone-clock.ts';

/** No call for a time after what happened; silent when nothing did. Attempts and refusals are of this seller's only. */
export function checkRest(rest: Rest, liftedBy: readonly Ground[], question: Question): Verdict {
  const { now, facts } = question;
  let untilMs = silentMs;
  for (const { kind, sellerId, atMs } of facts.refusals) {
    if (sellerId !== facts.seller.id || !rest.after.includes(kind)) continue;
    untilMs = Math.max(untilMs, endOfRest(rest, atMs, liftedBy, question));
  }
  if (!rest.after.includes('abandoned') && !rest.after.includes('machine')) return verdictOf(untilMs, now.ms);
  for (const { result, sellerId, atMs } of facts.attempts) {
    if (result !== 'abandoned' && result !== 'machine') continue;
    if (sellerId !== facts.seller.id || !rest.after.includes(result)) continue;
    untilMs = Math.max(untilMs, endOfRest(rest, atMs, liftedBy, question));
  }
  return verdictOf(untilMs, now.ms);
}

/** Nothing happened that a call would have to wait for. */
const silentMs = -Infinity;

function verdictOf(untilMs: number, nowMs: number): Verdict {
  if (untilMs > nowMs) return refusedUntil(untilMs);
  return untilMs === silentMs ? silent : met;
}

/** When the rest after one thing that happened is over, by itself or because a later ground lifts it. */
function endOfRest(rest: Rest, atMs: number, liftedBy: readonly Ground[], question: Question): number {
  const endMs = endOf(rest, atMs, question.now.zone);
  if (endMs <= question.now.ms || liftedBy.length === 0) return endMs;
  const lifted = standingOf(liftedBy, question, atMs);
  return lifted.holds ? question.now.ms : Math.min(endMs, lifted.fromMs);
}

function endOf({ lasting }: Rest, atMs: number, zone: string): number {
  if (lasting === 'for_good') return Infinity;
  if (lasting === 'rest_of_day') return instantOf(zone, localDay(zone, atMs) + 1, 0);
  if ('hours' in lasting) return atMs + lasting.hours * 3_600_000;
  if ('years' in lasting) return addMonths(zone, atMs, lasting.years * 12);
  return instantOf(zone, localDay(zone, atMs) + lasting.days + 1, 0);
}
