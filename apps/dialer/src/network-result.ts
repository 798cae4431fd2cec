import type { NetworkResult } from '@alize/model';

/** What is known when a call that nobody answered is over. */
export interface UnansweredEnd {
  /** Q.850 cause of the hang-up; null when no channel was ever made. */
  readonly cause: number | null;
  /** Asterisk's `Reason` of the originate; null when it has not come. */
  readonly originateReason: number | null;
  /** True when we hung up before the ring time was over. */
  readonly isCancelled: boolean;
  readonly hasRungOut: boolean;
}

/** Q.850 causes (ITU-T Q.850, table 1) as Asterisk gives them, also for SIP answers (RFC 3398, 7.2.4.1). */
const resultsByCause: Readonly<Record<number, NetworkResult>> = {
  1: 'invalid_number', // unallocated: SIP 404, 410
  2: 'invalid_number', // no route to transit network
  3: 'invalid_number', // no route to destination
  17: 'busy', // SIP 486, 600
  18: 'no_answer', // no user responding: SIP 408
  19: 'no_answer', // no answer from user: SIP 480
  20: 'no_answer', // subscriber absent
  21: 'busy', // call rejected: SIP 603, the callee's own "no"
  22: 'invalid_number', // number changed
  28: 'invalid_number', // invalid number format: SIP 484
};

/** Asterisk's control frames as `Reason` of OriginateResponse (include/asterisk/frame.h). */
const resultsByReason: Readonly<Record<number, NetworkResult>> = {
  3: 'no_answer',
  5: 'busy',
  8: 'congestion',
};

/** True when a cause alone does not say what became of an unanswered call. */
export function isVagueCause(cause: number): boolean {
  return !(cause in resultsByCause);
}

/** Asterisk's `Reason` of an originate that was answered. */
export const answeredReason = 4;

/** The network result of a call that was not answered. */
export function resultOfUnanswered(end: UnansweredEnd): NetworkResult {
  if (end.isCancelled) return 'cancelled';
  const byCause = end.cause === null ? undefined : resultsByCause[end.cause];
  if (byCause) return byCause;
  if (end.hasRungOut) return 'no_answer';
  const byReason = end.originateReason === null ? undefined : resultsByReason[end.originateReason];
  return byReason ?? 'congestion';
}
