import type { AttemptId } from '@alize/model';
import type { Bed } from './bed.ts';

/**
 * Puts answered calls of the last hour into the ledger, as if they had been made: so many that an agent had, so many
 * that nobody took. They use up as many leads of the centre's list.
 */
export async function seedAnswers(
  bed: Bed,
  counts: { readonly connected: number; readonly abandoned: number },
): Promise<void> {
  const { db } = bed.database;
  const total = counts.connected + counts.abandoned;
  const campaign = await db.selectFrom('campaign').selectAll().executeTakeFirstOrThrow();
  const callerId = await db.selectFrom('caller_id').select('number').executeTakeFirstOrThrow();
  const leads = await db.selectFrom('lead').select(['id', 'list_id', 'phone_number']).limit(total).execute();
  if (leads.length < total) throw new Error(`The list has ${leads.length} leads for ${total} answers`);
  const endedAtMs = bed.clock.nowMs() - 60_000;
  for (const [index, lead] of leads.entries()) {
    const attemptId: AttemptId = bed.ids.make('attempt');
    const rulingId = bed.ids.make('ruling');
    const answeredAtMs = endedAtMs - 3_000_000 + index * 1_000;
    const isConnected = index < counts.connected;
    const common = { client_id: campaign.client_id, campaign_id: campaign.id, lead_id: lead.id };
    await db
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
    await db
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
    await db.updateTable('lead').set({ state: 'closed' }).where('id', '=', lead.id).execute();
  }
}
