import { announce, findHandover, judgeHandover, type NewVerdict } from '@alize/db';
import type { ClientId, HandoverId, UserId } from '@alize/model';
import type { z } from '@hono/zod-openapi';
import type { ApiParts } from '../api-parts.ts';
import type { handoverContract } from '../contract/index.ts';
import { Problem } from '../problem.ts';
import { handoverSettings } from './handover-settings.ts';

/** Whose word on which lead. */
export interface Judged {
  readonly clientId: ClientId;
  readonly handoverId: HandoverId;
  /** Null: whoever has the link. */
  readonly by: UserId | null;
}

/**
 * Notes what the client made of a lead. A mind may change, for the client often learns more when they call the person
 * themselves: the last word stands, the earlier ones are kept, and the same word twice is said once. Throws `not_found`,
 * `verdict_reason_needed`, `verdict_reason_unknown`.
 */
export async function judge(
  api: ApiParts,
  { clientId, handoverId, by }: Judged,
  { verdict, reason, comment }: z.output<typeof handoverContract.verdict>,
): Promise<void> {
  const { db } = api.database;
  const handover = await findHandover(db, clientId, handoverId);
  if (!handover) throw new Problem('not_found');
  const { campaignId, leadId } = handover;
  if (verdict === 'rejected') await checkReason(api, clientId, campaignId, reason);
  const said: NewVerdict = {
    ...{ clientId, handoverId, verdict, by, atMs: api.clock.nowMs() },
    ...{ reason: verdict === 'rejected' ? reason : null, comment: comment || null },
  };
  await db.transaction().execute(async (tx) => {
    if ((await judgeHandover(tx, said)) !== 'judged') return;
    const data = { handoverId, campaignId, leadId, verdict, reason: said.reason, comment: said.comment };
    const notice = { clientId, kind: 'handover.judged', atMs: said.atMs, data, campaignId, leadId } as const;
    await announce(tx, notice, () => api.ids.make('delivery'));
  });
}

/** A rejection says why, in the campaign's words where it has some. */
async function checkReason(
  api: ApiParts,
  clientId: ClientId,
  campaignId: Parameters<typeof handoverSettings>[2],
  reason: string | null,
): Promise<void> {
  if (reason === null) throw new Problem('verdict_reason_needed');
  const { rejectionReasons } = (await handoverSettings(api.database.db, clientId, campaignId)).settings;
  if (rejectionReasons.length > 0 && !rejectionReasons.includes(reason))
    throw new Problem('verdict_reason_unknown');
}
