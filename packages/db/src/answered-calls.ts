import type { CampaignId, ClientId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** A call of a campaign that was answered, by its raw instants in UTC milliseconds. */
export type StoredAnsweredCall = Awaited<ReturnType<typeof answeredCallsOf>>[number];

/** A campaign's answered calls of a period, in order; calls of before modes were kept have its mode of today. */
export async function answeredCallsOf(
  db: Db,
  clientId: ClientId,
  asked: { readonly campaignId: CampaignId; readonly fromMs: number; readonly toMs: number },
) {
  const rows = await selectAnswered(db, clientId, asked).execute();
  return rows.map(({ dialMode, campaignMode, ...row }) => ({ ...row, mode: dialMode ?? campaignMode }));
}

/** Index attempt_answered. */
export function selectAnswered(
  db: Db,
  clientId: ClientId,
  asked: { readonly campaignId: CampaignId; readonly fromMs: number; readonly toMs: number },
) {
  return db
    .selectFrom('attempt')
    .innerJoin('campaign', 'campaign.id', 'attempt.campaign_id')
    .select([
      'attempt.phone_number as phoneNumber',
      'attempt.dial_mode as dialMode',
      'campaign.dial_mode as campaignMode',
      'attempt.detected',
      'attempt.answered_at as answeredAtMs',
      'attempt.greeting_ended_at as greetingEndedAtMs',
      'attempt.connected_at as connectedAtMs',
      'attempt.message_started_at as messageStartedAtMs',
      'attempt.ended_at as endedAtMs',
      'attempt.end_reason as endReason',
    ])
    .$narrowType<{ answeredAtMs: number }>()
    .where('attempt.campaign_id', '=', asked.campaignId)
    .where('attempt.client_id', '=', clientId)
    .where('attempt.answered_at', '>=', asked.fromMs)
    .where('attempt.answered_at', '<', asked.toMs)
    .orderBy('attempt.answered_at');
}

/** When a campaign's first call was placed; null when none was. Index attempt_campaign. */
export async function firstCallAt(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<number | null> {
  const row = await selectFirst(db, clientId, campaignId).executeTakeFirst();
  return row?.created_at ?? null;
}

/** The client is wrapped, or SQLite would walk all of the client's calls. */
export function selectFirst(db: Db, clientId: ClientId, campaignId: CampaignId) {
  return db
    .selectFrom('attempt')
    .select('created_at')
    .where('campaign_id', '=', campaignId)
    .where(sql<string>`coalesce(client_id, '')`, '=', clientId)
    .orderBy('created_at')
    .limit(1);
}
