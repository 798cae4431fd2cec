import type { Database } from '@alize/db';
import type { AttemptId, CampaignId } from '@alize/model';
import type { Clock, IdSource } from '@alize/runtime';

/** A bed, or the parts of a real centre. */
interface Place {
  readonly database: Pick<Database, 'db'>;
  readonly ids: IdSource;
  readonly clock: Pick<Clock, 'nowMs'>;
}

/** The last of them ended so long ago. */
const overForMs = 60_000;

/**
 * Puts answered calls of the last `withinMs` (an hour) into a campaign's ledger, as if they had been made: so many that
 * an agent had, so many that nobody took. They use up as many of the campaign's leads.
 */
export async function seedAnswers(
  { database, ids, clock }: Place,
  campaignId: CampaignId,
  counts: { readonly connected: number; readonly abandoned: number; readonly withinMs?: number },
): Promise<void> {
  const { db } = database;
  const total = counts.connected + counts.abandoned;
  const campaign = await db
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const callerId = await db
    .selectFrom('caller_id')
    .select('number')
    .where('id', '=', campaign.caller_id_id)
    .executeTakeFirstOrThrow();
  const leads = await db
    .selectFrom('lead')
    .select(['id', 'list_id', 'phone_number'])
    .where('campaign_id', '=', campaignId)
    .limit(total)
    .execute();
  if (leads.length < total) throw new Error(`The list has ${leads.length} leads for ${total} answers`);
  const { withinMs = 3_600_000 } = counts;
  const firstAtMs = clock.nowMs() - withinMs;
  const apartMs = Math.floor((withinMs - overForMs) / total);
  await db.transaction().execute(async (tx) => {
    for (const [index, lead] of leads.entries()) {
      const attemptId: AttemptId = ids.make('attempt');
      const rulingId = ids.make('ruling');
      const answeredAtMs = firstAtMs + index * apartMs;
      const isConnected = index < counts.connected;
      const common = { client_id: campaign.client_id, campaign_id: campaign.id, lead_id: lead.id };
      await tx
        .insertInto('ruling')
        .values({
          ...common,
          id: rulingId,
          attempt_id: attemptId,
          at: answeredAtMs - 5_000,
          kind: 'clear',
          rules: '[]',
          pack_version: 'seed',
          zone_data_version: 'seed',
        })
        .execute();
      await tx
        .insertInto('attempt')
        .values({
          ...common,
          id: attemptId,
          list_id: lead.list_id,
          phone_number: lead.phone_number,
          number_of_lead: 1,
          epoch: 0,
          trunk_id: campaign.trunk_id,
          caller_id: callerId.number,
          ruling_id: rulingId,
          script_version_id: campaign.script_version_id,
          progress: 'ended',
          network_result: 'answered',
          end_reason: isConnected ? 'callee_hung_up' : 'no_agent',
          is_abandoned: isConnected ? 0 : 1,
          created_at: answeredAtMs - 5_000,
          answered_at: answeredAtMs,
          connected_at: isConnected ? answeredAtMs + 50 : null,
          message_started_at: isConnected ? null : answeredAtMs + 2_000,
          ended_at: answeredAtMs + 8_000,
          dial_mode: campaign.dial_mode,
        })
        .execute();
      await tx.updateTable('lead').set({ state: 'closed' }).where('id', '=', lead.id).execute();
    }
  });
}
