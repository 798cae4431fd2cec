import { likelyZone } from '@alize/compliance';
import type { AnswerQuarter, RetryFacts } from '@alize/db';
import { type NextTry, nextTry } from '@alize/leads';

/**
 * What becomes of a lead whose last call was settled at `settledAtMs`. `quarters` say at which hours the people of its
 * campaign answer.
 */
export function nextOfLead(
  facts: RetryFacts,
  quarters: readonly AnswerQuarter[],
  settledAtMs: number,
): NextTry {
  const number = facts.tries.at(-1)?.phoneNumber;
  const zone = number && likelyZone(number, facts.place);
  return nextTry({ ...facts, quarters, zone: zone ?? facts.schedule.zone, nowMs: settledAtMs });
}
