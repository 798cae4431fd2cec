import type { AbandonAccount } from './snapshot.ts';

/** How much one abandoned call ahead of the aim, or behind it, changes the price: a factor of e to this. */
const creditGain = 0.35;
/** Credit counted at most: early luck gives no licence; and debt: early bad luck does not freeze the campaign. */
const creditMax = 1.5;
const debtMax = 5;

export interface Steering {
  /** The largest chance of one extra person left waiting, for one extra answer, that the account bears now. */
  readonly riskMax: number;
  /** True when nothing but one call for each free agent is lawful. */
  readonly isStopped: boolean;
}

/**
 * What the account of abandoned calls bears now. The price of one extra person served, in extra people abandoned, is
 * the marginal ratio, moved by the account's credit: abandoned calls that the aim would have allowed so far, less those
 * there were. A ratio r of extra abandoned to extra served is a chance r / (1 + r) of an extra answer to be abandoned.
 *
 * Stopped when one more abandoned call could end the window over the limit, with no more answers than one may count on.
 */
export function steer(account: AbandonAccount | null, marginalRatio: number): Steering {
  if (!account) return { riskMax: 0, isStopped: true };
  const answered = Math.max(account.answered, account.answeredMin) + account.answersToCome;
  const isStopped = account.abandoned + 1 > account.limit * answered;
  if (isStopped) return { riskMax: 0, isStopped };
  const credit = account.aim * account.answered - account.abandoned;
  const price = marginalRatio * Math.exp(creditGain * Math.max(-debtMax, Math.min(creditMax, credit)));
  return { riskMax: price / (1 + price), isStopped };
}
