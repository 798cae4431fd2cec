import type {
  ClosedReason,
  Disposition,
  NetworkResult,
  PhoneNumber,
  RetriedDisposition,
  RetryRule,
  RetryRules,
} from '@alize/model';
import { bestHour, type HourFacts } from './best-hour.ts';
import type { LeadNumber, LeadTry } from './lead-try.ts';
import { leastTried, openNumbers } from './next-number.ts';
import { standardRetryRules } from './standard-retry-rules.ts';

/** What is known of a lead when one of its calls has ended, or the call's agent has chosen a disposition. */
export interface TryFacts extends HourFacts {
  readonly rules: RetryRules;
  /** Every call of the lead so far, oldest first; the last one is the one that has ended. */
  readonly tries: readonly [...LeadTry[], LeadTry];
  readonly numbers: readonly LeadNumber[];
  readonly nowMs: number;
}

/** A number that a call has shown not to be the lead's. */
export interface NumberClosing {
  readonly phoneNumber: PhoneNumber;
  readonly reason: 'wrong_number' | 'invalid_number';
}

/**
 * wait: the call was connected and its agent decides later. again: callable from `atMs` on, on `phoneNumber`. closed:
 * not by itself. `closes`: the number that this call has put an end to; null when none.
 */
export type NextTry =
  | {
      readonly kind: 'again';
      readonly atMs: number;
      readonly phoneNumber: PhoneNumber;
      readonly isCallback: boolean;
      readonly closes: NumberClosing | null;
    }
  | { readonly kind: 'closed'; readonly reason: ClosedReason; readonly closes: NumberClosing | null }
  | { readonly kind: 'wait' };

const minuteMs = 60_000;
/** A callback without an instant is for the next day. */
const callbackMinutes = 1440;

/**
 * What becomes of a lead after a call: when it may be tried again at the earliest, and on which of its numbers. A
 * proposal: the law is asked when the lead is claimed. Times in UTC milliseconds, never before `nowMs`.
 */
export function nextTry(facts: TryFacts): NextTry {
  const last = lastOf(facts);
  if (last.disposition !== null) return afterDisposition(facts, last.disposition);
  const result = last.networkResult ?? 'answered';
  if (result === 'answered' && last.isConnected) return { kind: 'wait' };
  if (result === 'invalid_number') return afterInvalidNumber(facts);
  return byRule(facts, ruleOfResult(facts.rules, result));
}

function afterDisposition(facts: TryFacts, disposition: Disposition): NextTry {
  switch (disposition) {
    case 'success':
    case 'not_interested':
    case 'out_of_target':
    case 'do_not_call':
      return { kind: 'closed', reason: disposition, closes: null };
    case 'wrong_number':
      return withoutNumber(facts, 'wrong_number');
    case 'callback':
      return callback(facts);
    case 'answering_machine':
    case 'wrong_person':
    case 'language_barrier':
    case 'dropped':
    case 'none':
      return byRule(facts, ruleOfDisposition(facts.rules, disposition));
    default:
      return disposition satisfies never;
  }
}

/** A promise is kept on the number it was given on, even when the attempts are used up, of a day or in all. */
function callback(facts: TryFacts): NextTry {
  const { callbackAtMs, phoneNumber } = lastOf(facts);
  const atMs = callbackAtMs ?? facts.nowMs + callbackMinutes * minuteMs;
  return { kind: 'again', atMs: Math.max(atMs, facts.nowMs), phoneNumber, isCallback: true, closes: null };
}

/** The rule's attempts are each number's own here: one that does not exist says nothing of the others. */
function afterInvalidNumber(facts: TryFacts): Ended {
  const rule = ruleOfResult(facts.rules, 'invalid_number');
  const { phoneNumber } = lastOf(facts);
  const count = facts.tries.filter(
    (tried) => tried.networkResult === 'invalid_number' && tried.phoneNumber === phoneNumber,
  ).length;
  return count < rule.attemptsMax ? again(facts, rule) : withoutNumber(facts, 'invalid_number');
}

/** The number is closed; the lead only when it has no other. */
function withoutNumber(facts: TryFacts, reason: NumberClosing['reason']): Ended {
  const closes = { phoneNumber: lastOf(facts).phoneNumber, reason };
  const numbers = facts.numbers.map((number) =>
    number.phoneNumber === closes.phoneNumber ? { ...number, isClosed: true } : number,
  );
  if (openNumbers(numbers).length === 0) return { kind: 'closed', reason: 'wrong_number', closes };
  return { ...again({ ...facts, numbers }, ruleOfResult(facts.rules, 'invalid_number')), closes };
}

function byRule(facts: TryFacts, rule: RetryRule): Ended {
  const last = lastOf(facts);
  const isSame = (tried: LeadTry) =>
    tried.disposition === last.disposition &&
    (last.disposition !== null || tried.networkResult === last.networkResult);
  return facts.tries.filter(isSame).length < rule.attemptsMax ? again(facts, rule) : usedUp;
}

type Ended = Exclude<NextTry, { kind: 'wait' }>;
const usedUp: Ended = { kind: 'closed', reason: 'attempts_used_up', closes: null };

function again(facts: TryFacts, rule: RetryRule): Ended {
  if (facts.tries.length >= facts.rules.attemptsMax) return usedUp;
  const { phoneNumber, isFirstCall } = numberAfter(facts, rule);
  const soon = isFirstCall ? rule.otherNumberAfterMinutes : undefined;
  const earliest = instantOf(facts.nowMs + (soon ?? rule.afterMinutes) * minuteMs);
  const isAtBestHour = rule.isAtBestHour === true && soon === undefined;
  const propose = (from: Temporal.Instant) => (isAtBestHour ? bestHour(facts, from) : from);
  const at = onFreeDay(facts, propose(earliest), propose);
  return { kind: 'again', atMs: at.epochMilliseconds, phoneNumber, isCallback: false, closes: null };
}

/** The same number, unless it is closed or the rule goes on to others. */
function numberAfter(
  facts: TryFacts,
  rule: RetryRule,
): { readonly phoneNumber: PhoneNumber; readonly isFirstCall: boolean } {
  const { phoneNumber } = lastOf(facts);
  const open = openNumbers(facts.numbers);
  const isKept = open.includes(phoneNumber) && rule.otherNumberAfterMinutes === undefined;
  const next = isKept ? null : leastTried(open, facts.tries);
  return next === null
    ? { phoneNumber, isFirstCall: false }
    : { phoneNumber: next.phoneNumber, isFirstCall: next.triesCount === 0 };
}

/** The instant itself; the next day's when the person has had that day's calls already. */
function onFreeDay(
  { rules, tries, zone }: TryFacts,
  at: Temporal.Instant,
  propose: (from: Temporal.Instant) => Temporal.Instant,
): Temporal.Instant {
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  const isThatDay = (tried: LeadTry) =>
    instantOf(tried.atMs).toZonedDateTimeISO(zone).toPlainDate().equals(day);
  if (tries.filter(isThatDay).length < (rules.attemptsPerDayMax ?? Number.POSITIVE_INFINITY)) return at;
  return propose(day.add({ days: 1 }).toZonedDateTime(zone).toInstant());
}

function lastOf({ tries }: Pick<TryFacts, 'tries'>): LeadTry {
  // The type has no empty list.
  return tries[tries.length - 1] as LeadTry;
}

const instantOf = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);

/** The campaign's rule, else the standard one. A call that may have rung waits as long as one that rang unanswered. */
function ruleOfResult(rules: RetryRules, result: NetworkResult): RetryRule {
  const rule = rules.byResult[result] ?? standardRetryRules.byResult[result];
  if (result !== 'unknown') return rule;
  const least = ruleOfResult(rules, 'no_answer').afterMinutes;
  return { ...rule, afterMinutes: Math.max(rule.afterMinutes, least) };
}

function ruleOfDisposition(rules: RetryRules, disposition: RetriedDisposition): RetryRule {
  return rules.byDisposition?.[disposition] ?? standardRetryRules.byDisposition[disposition];
}
