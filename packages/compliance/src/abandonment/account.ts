import { windowAt } from './account-window.ts';
import { type AnsweredCall, type CallVerdict, verdictOf } from './answered-call.ts';
import type { AbandonmentDefinition } from './definition.ts';

export interface AccountTerms {
  readonly definition: AbandonmentDefinition;
  /** As of when; it also says which window. UTC milliseconds. */
  readonly atMs: number;
  /** IANA name of the zone whose days and months the account is kept in. */
  readonly zone: string;
  /** When the campaign's first call was placed; left out: the first answer among the calls. */
  readonly campaignStartMs?: number | undefined;
}

/** `fine`: under the target. `slow`: over it, dial less. `stop`: one call per free agent, no more. */
export const accountStandings = ['fine', 'slow', 'stop'] as const;
export type AccountStanding = (typeof accountStandings)[number];

/** The account of abandoned calls of one campaign in one window, as one law counts it. */
export interface Account {
  /** `[windowFromMs, windowToMs)` in UTC milliseconds; of a rolling window, `windowToMs` is the instant asked about. */
  readonly windowFromMs: number;
  readonly windowToMs: number;
  /** Abandoned calls. */
  readonly numerator: number;
  readonly denominator: number;
  /** Numerator to denominator, 0 to 1 (more where the law counts against connected calls); null without denominator. */
  readonly ratio: number | null;
  /** Calls answered by a person, or by nobody knows whom, of which it is known what became. */
  readonly liveAnswers: number;
  readonly isOverTarget: boolean;
  /** More than the law lets pass; exactly the limit is lawful. */
  readonly isOverLimit: boolean;
  /** Too few live answers for the share to mean anything. */
  readonly isSmallSample: boolean;
  /**
   * `stop` from the limit itself on: the next abandoned call would break it. Of a small sample the share is taken of
   * `liveAnswersMin` calls.
   */
  readonly standing: AccountStanding;
}

/**
 * Counts a campaign's answered calls as one law does, at an instant; calls outside of its window are left out, in
 * whatever order they come. A call belongs to the window in which it was answered. Throws a RangeError for an unknown
 * zone.
 *
 * The denominator is what the law names: calls answered by a person (16 CFR 310.4(b)(4)(i); CRTC Unsolicited
 * Telecommunications Rules, Part III; Ofcom), or calls that an agent had in time ("andate a buon fine": Garante,
 * provv. 83 of 20 February 2014).
 */
export function accountOf(calls: readonly AnsweredCall[], terms: AccountTerms): Account {
  const { definition, atMs, zone } = terms;
  const campaignStartMs = terms.campaignStartMs ?? firstAnswerMs(calls, atMs);
  const window = windowAt(definition.window, { atMs, zone, campaignStartMs });
  const { abandoned, connected, left } = tally(calls, window.fromMs, terms);
  const liveAnswers = abandoned + connected + left;
  const denominator = definition.denominator === 'live' ? liveAnswers : connected;
  const counts = { numerator: abandoned, denominator, liveAnswers };
  return { windowFromMs: window.fromMs, windowToMs: window.toMs, ...counts, ...compare(counts, definition) };
}

type Counts = Pick<Account, 'numerator' | 'denominator' | 'liveAnswers'>;

function compare({ numerator, denominator, liveAnswers }: Counts, definition: AbandonmentDefinition) {
  // Abandoned calls without a single connected one are past any limit.
  const share = numerator === 0 ? 0 : numerator / denominator;
  const isOverTarget = share > definition.ratioTarget;
  const isSmallSample = liveAnswers < definition.liveAnswersMin;
  // docs/decisions/0009: early luck gives no licence, early bad luck does not freeze the campaign.
  const steadyShare = numerator / Math.max(denominator, definition.liveAnswersMin);
  const standing: AccountStanding =
    steadyShare >= definition.ratioMax ? 'stop' : steadyShare > definition.ratioTarget ? 'slow' : 'fine';
  const isOverLimit = share > definition.ratioMax;
  return { ratio: denominator === 0 ? null : share, isOverTarget, isOverLimit, isSmallSample, standing };
}

function tally(calls: readonly AnsweredCall[], fromMs: number, { definition, atMs }: AccountTerms) {
  const counts: Record<CallVerdict, number> = {
    connected: 0,
    abandoned: 0,
    left: 0,
    waiting: 0,
    machine: 0,
    other_mode: 0,
  };
  for (const call of calls) {
    if (isInWindow(call, fromMs, atMs)) counts[verdictOf(call, definition, atMs)] += 1;
  }
  return counts;
}

/** What one call is to an account: its verdict, and whether it stands in the numerator or the denominator. */
export function readCall(
  call: AnsweredCall,
  account: Account,
  { definition, atMs }: Pick<AccountTerms, 'definition' | 'atMs'>,
): { readonly verdict: CallVerdict; readonly isCounted: boolean } {
  const verdict = verdictOf(call, definition, atMs);
  const isOfAccount =
    verdict === 'abandoned' ||
    verdict === 'connected' ||
    (verdict === 'left' && definition.denominator === 'live');
  return { verdict, isCounted: isOfAccount && isInWindow(call, account.windowFromMs, atMs) };
}

function isInWindow(call: AnsweredCall, fromMs: number, atMs: number): boolean {
  return call.answeredAtMs >= fromMs && call.answeredAtMs <= atMs;
}

function firstAnswerMs(calls: readonly AnsweredCall[], atMs: number): number {
  return calls.reduce((first, { answeredAtMs }) => Math.min(first, answeredAtMs), atMs);
}
