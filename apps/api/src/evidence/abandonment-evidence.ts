import {
  type Account,
  type AccountInForce,
  type AnsweredCall,
  accountOf,
  accountsInForce,
  accountsReachBackTo,
  accountZones,
  callsUnder,
  definitionInForce,
  packs,
  toAnsweredCall,
} from '@alize/compliance';
import { answeredCallsOf, type Db, firstCallAt, type Period } from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';
import type { Evidence } from '../contract/proof.ts';

export type AbandonmentAccount = Evidence['campaigns'][number]['abandonment'][number];
type Pack = (typeof packs)[number];

/** The longest window of any law, with a day to spare: calls of before the month can stand in its first window. */
const windowMaxMs = 32 * 86_400_000;

/** A campaign's abandoned calls as each law of the people it reached counts them, in the windows that end in a period. */
export async function abandonmentOf(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  period: Period,
): Promise<AbandonmentAccount[]> {
  const fromMs = period.fromMs - windowMaxMs;
  const stored = await answeredCallsOf(db, clientId, { campaignId, fromMs, toMs: period.toMs });
  const campaignStartMs = (await firstCallAt(db, clientId, campaignId)) ?? fromMs;
  return packs.flatMap((pack) => {
    const calls = callsUnder(pack, stored).map(toAnsweredCall);
    const account = accountsOf(pack, calls, { ...period, campaignStartMs });
    return account ? [account] : [];
  });
}

/** The accounts that a campaign's calls of now fall into: one for each law of the people it has reached. */
export async function accountsNow(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  nowMs: number,
): Promise<readonly AccountInForce[]> {
  const campaignStartMs = await firstCallAt(db, clientId, campaignId);
  if (campaignStartMs === null) return [];
  const time = { atMs: nowMs, campaignStartMs };
  const period = { campaignId, fromMs: accountsReachBackTo(time), toMs: nowMs + 1 };
  return accountsInForce(await answeredCallsOf(db, clientId, period), time);
}

/** One pack's windows, from the last instant of the period back; null when none of them holds a call that counts. */
function accountsOf(
  pack: Pack,
  calls: readonly AnsweredCall[],
  terms: Period & { readonly campaignStartMs: number },
): AbandonmentAccount | null {
  if (calls.length === 0) return null;
  const zone = accountZones[pack.id];
  const last = definitionInForce(pack, { atMs: terms.toMs - 1, zone });
  if (!last) return null;
  const accounts: Account[] = [];
  for (let atMs = terms.toMs - 1; atMs >= terms.fromMs; ) {
    const { definition } = definitionInForce(pack, { atMs, zone }) ?? last;
    const account = accountOf(calls, { definition, atMs, zone, campaignStartMs: terms.campaignStartMs });
    if (account.liveAnswers > 0) accounts.push(account);
    atMs = account.windowFromMs - 1;
  }
  const worst = accounts.toSorted((one, other) => share(other) - share(one))[0];
  if (!worst) return null;
  const { rule, definition } = last;
  return {
    ...{ pack: pack.id, ruleId: rule.id, strength: rule.strength, citation: rule.citation },
    limit: definition.ratioMax,
    windows: accounts.length,
    windowsOverLimit: accounts.filter(({ isOverLimit }) => isOverLimit).length,
    worst: {
      ...{ fromMs: worst.windowFromMs, toMs: worst.windowToMs, rate: worst.ratio },
      ...{ numerator: worst.numerator, denominator: worst.denominator },
    },
  };
}

/** Abandoned calls without a single connected one are the worst there is. */
const share = ({ ratio, numerator }: Account) => ratio ?? (numerator > 0 ? Number.POSITIVE_INFINITY : 0);
