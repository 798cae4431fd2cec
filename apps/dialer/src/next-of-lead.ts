import { likelyZone } from '@alize/compliance';
import type { AnswerQuarter, LeadNext, RetryFacts } from '@alize/db';
import { nextTry } from '@alize/leads';

/**
 * What becomes of a lead whose last call was settled at `settledAtMs`; null while its agent has yet to decide. `quarters`
 * say at which hours the people of its campaign answer.
 */
export function nextOfLead(
  facts: RetryFacts,
  quarters: readonly AnswerQuarter[],
  settledAtMs: number,
): LeadNext | null {
  const number = facts.tries.at(-1)?.phoneNumber;
  const zone = number && likelyZone(number, facts.place);
  const next = nextTry({ ...facts, quarters, zone: zone ?? facts.schedule.zone, nowMs: settledAtMs });
  if (next.kind === 'wait') return null;
  return next.kind === 'closed' ? next : { ...next, callbackAgentId: null };
}

/** Null for a lead that may be called at `nowMs`. */
export function unlessDue(next: LeadNext | null, nowMs: number): LeadNext | null {
  return next?.kind === 'again' && next.atMs <= nowMs ? null : next;
}
