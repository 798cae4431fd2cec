import type { Answers, AttemptId, CampaignId, CampaignKind, ClientId, LeadId, OutcomeId } from '@alize/model';
import type { Db } from './open-database.ts';

/** Writes what a successful call produced. Call it in the transaction of the disposition. */
export async function insertOutcome(
  db: Db,
  outcome: {
    readonly id: OutcomeId;
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly leadId: LeadId;
    readonly attemptId: AttemptId;
    readonly kind: CampaignKind;
    readonly data: Answers;
    readonly atMs: number;
  },
): Promise<void> {
  await db
    .insertInto('outcome')
    .values({
      id: outcome.id,
      client_id: outcome.clientId,
      campaign_id: outcome.campaignId,
      lead_id: outcome.leadId,
      attempt_id: outcome.attemptId,
      kind: outcome.kind,
      data: JSON.stringify(outcome.data),
      created_at: outcome.atMs,
    })
    .execute();
}
