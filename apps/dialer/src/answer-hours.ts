import { type AnswerQuarter, answerQuarters, type Db } from '@alize/db';
import type { CampaignId } from '@alize/model';

/** People keep their hours: what was read is good for this long. */
const lastsMs = 10 * 60_000;

/** At which hours the people of each campaign answer, read from the ledger now and then. */
export class AnswerHours {
  readonly #known = new Map<
    CampaignId,
    { readonly quarters: readonly AnswerQuarter[]; readonly readAtMs: number }
  >();

  /** By `db`, which may be a transaction, when what is known is older than ten minutes. */
  async of(db: Db, campaignId: CampaignId, nowMs: number): Promise<readonly AnswerQuarter[]> {
    const known = this.#known.get(campaignId);
    if (known && Math.abs(nowMs - known.readAtMs) < lastsMs) return known.quarters;
    const quarters = await answerQuarters(db, campaignId);
    this.#known.set(campaignId, { quarters, readAtMs: nowMs });
    return quarters;
  }
}
