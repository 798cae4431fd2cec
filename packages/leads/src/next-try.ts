import type { ClosedReason, Disposition, NetworkResult, RetryRule, RetryRules } from '@alize/model';

/** What is known of a lead when one of its attempts has ended, or its agent has chosen a disposition. */
export interface TryFacts {
  readonly rules: RetryRules;
  readonly networkResult: NetworkResult;
  /** True when agent and callee were bridged. */
  readonly isConnected: boolean;
  /** What the agent chose; null before. `none` when wrap-up ran out. */
  readonly disposition: Disposition | null;
  /** Attempts of this lead so far, this one included. */
  readonly attemptsCount: number;
  /** Attempts of this lead with the same network result, this one included. */
  readonly attemptsOfResult: number;
  /** The instant agreed for a callback; null when none. */
  readonly callbackAtMs: number | null;
  readonly nowMs: number;
}

/** wait: the call was connected and its agent decides later. again: callable from `atMs` on. closed: not by itself. */
export type NextTry =
  | { readonly kind: 'again'; readonly atMs: number; readonly isCallback: boolean }
  | { readonly kind: 'closed'; readonly reason: ClosedReason }
  | { readonly kind: 'wait' };

/**
 * Retry rules to start a campaign with. `answered` is for calls that were answered and reached no agent: 72 hours,
 * as the codes of practice ask after an abandoned call.
 */
export const standardRetryRules = {
  attemptsMax: 8,
  byResult: {
    busy: { afterMinutes: 20, attemptsMax: 5 },
    no_answer: { afterMinutes: 180, attemptsMax: 6 },
    congestion: { afterMinutes: 15, attemptsMax: 5 },
    cancelled: { afterMinutes: 30, attemptsMax: 5 },
    invalid_number: { afterMinutes: 1440, attemptsMax: 1 },
    answered: { afterMinutes: 4320, attemptsMax: 3 },
    unknown: { afterMinutes: 180, attemptsMax: 4 },
  },
} as const satisfies RetryRules;

/** The line fell in mid-call: soon, while the person still has it in mind. */
const droppedMinutes = 5;
/** Somebody else answered, or nobody said what became of the call. */
const nextDayMinutes = 1440;

/** What becomes of a lead after an attempt. Times in UTC milliseconds, never before `nowMs`. */
export function nextTry(facts: TryFacts): NextTry {
  if (facts.disposition !== null) return afterDisposition(facts, facts.disposition);
  if (facts.networkResult === 'answered' && facts.isConnected) return { kind: 'wait' };
  return byRule(facts, ruleOf(facts.rules, facts.networkResult));
}

function afterDisposition(facts: TryFacts, disposition: Disposition): NextTry {
  switch (disposition) {
    case 'success':
    case 'not_interested':
    case 'do_not_call':
    case 'wrong_number':
      return { kind: 'closed', reason: disposition };
    case 'callback':
      return callback(facts);
    case 'answering_machine':
      return again(facts, ruleOf(facts.rules, 'no_answer').afterMinutes);
    case 'dropped':
      return again(facts, droppedMinutes);
    case 'wrong_person':
    case 'language_barrier':
    case 'none':
      return again(facts, nextDayMinutes);
  }
}

/** A promise is kept even when the attempts are used up. Without an instant it is for the next day. */
function callback(facts: TryFacts): NextTry {
  const atMs = facts.callbackAtMs ?? facts.nowMs + nextDayMinutes * 60_000;
  return { kind: 'again', atMs: Math.max(atMs, facts.nowMs), isCallback: true };
}

function byRule(facts: TryFacts, rule: RetryRule): NextTry {
  if (facts.attemptsOfResult < rule.attemptsMax) return again(facts, rule.afterMinutes);
  const reason = facts.networkResult === 'invalid_number' ? 'wrong_number' : 'attempts_used_up';
  return { kind: 'closed', reason };
}

function again({ attemptsCount, rules, nowMs }: TryFacts, afterMinutes: number): NextTry {
  if (attemptsCount >= rules.attemptsMax) return { kind: 'closed', reason: 'attempts_used_up' };
  return { kind: 'again', atMs: nowMs + afterMinutes * 60_000, isCallback: false };
}

/** The campaign's rule, else the standard one. A call that may have rung waits as long as one that rang unanswered. */
function ruleOf(rules: RetryRules, result: NetworkResult): RetryRule {
  const rule = rules.byResult[result] ?? standardRetryRules.byResult[result];
  if (result !== 'unknown') return rule;
  const least = ruleOf(rules, 'no_answer').afterMinutes;
  return { ...rule, afterMinutes: Math.max(rule.afterMinutes, least) };
}
