import type { AbandonAccount } from './snapshot.ts';

/** The share planned for the rest of a window stays within these parts of the aim: early luck gives no licence, early bad luck does not freeze. */
const plannedMin = 0.08;
const plannedMax = 1.2;
/** The rest of a window is never taken for fewer answers: the last ones are not all or nothing. */
const restMin = 25;
/** How the share abandoned follows the price: about its power of 1 / 1.25, from 0.003 to 0.3 (bench/pacing). */
const priceByShare = 1.25;

export interface Steering {
  /** The largest chance of one extra person left waiting, for one extra answer, that the account bears now. */
  readonly riskMax: number;
  /** True when nothing but one call for each free agent is lawful. */
  readonly isStopped: boolean;
}

/**
 * What the account of abandoned calls bears now. The price of one extra person served, in extra people abandoned, is
 * the marginal ratio where the plan is the aim, and follows the share planned. A ratio r of extra abandoned to extra
 * served is a chance r / (1 + r) of an extra answer to be abandoned.
 *
 * Stopped when one more abandoned call could end the window over the limit, with no more answers than one may count
 * on; and one before that while calls are out that nobody is free for, of which one may be lost meanwhile.
 */
export function steer(
  account: AbandonAccount | null,
  { marginalRatio, isExposed }: { readonly marginalRatio: number; readonly isExposed: boolean },
): Steering {
  if (!account) return { riskMax: 0, isStopped: true };
  const answered = Math.max(account.answered, account.answeredMin) + account.answersToCome;
  const isStopped = account.abandoned + (isExposed ? 2 : 1) > account.limit * answered;
  if (isStopped || account.aim <= 0) return { riskMax: 0, isStopped: true };
  const price = marginalRatio * (plannedShare(account) / account.aim) ** priceByShare;
  return { riskMax: price / (1 + price), isStopped };
}

/**
 * The share abandoned, 0 to 1, that would end the window at the aim: what is left of its abandoned calls, spread evenly
 * over the answers to come. Even spending is best where each further abandoned call buys less than the one before.
 */
export function plannedShare({ abandoned, answered, answersToCome, aim }: AbandonAccount): number {
  const rest = Math.max(restMin, answersToCome);
  const planned = (aim * (answered + rest) - abandoned) / rest;
  return Math.max(plannedMin * aim, Math.min(plannedMax * aim, planned));
}
