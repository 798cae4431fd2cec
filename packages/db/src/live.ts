import type { CampaignId, ClientId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** What today's attempts of a campaign came to. */
export interface CampaignToday {
  readonly attempts: number;
  readonly answered: number;
  readonly busy: number;
  readonly noAnswer: number;
  readonly invalidNumber: number;
  readonly congestion: number;
  readonly abandoned: number;
  readonly successes: number;
}

const none: CampaignToday = {
  attempts: 0,
  answered: 0,
  busy: 0,
  noAnswer: 0,
  invalidNumber: 0,
  congestion: 0,
  abandoned: 0,
  successes: 0,
};

/** Today's figures by campaign, for attempts made since `sinceMs`. Index attempt_client. */
export async function todayByCampaign(
  db: Db,
  clientId: ClientId,
  sinceMs: number,
): Promise<(campaignId: CampaignId) => CampaignToday> {
  const where = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`;
  const rows = await db
    .selectFrom('attempt')
    .select([
      'campaign_id',
      sql<number>`count(*)`.as('attempts'),
      where(sql`answered_at is not null`).as('answered'),
      where(sql`network_result = 'busy'`).as('busy'),
      where(sql`network_result = 'no_answer'`).as('noAnswer'),
      where(sql`network_result = 'invalid_number'`).as('invalidNumber'),
      where(sql`network_result = 'congestion'`).as('congestion'),
      where(sql`is_abandoned = 1`).as('abandoned'),
      where(sql`disposition = 'success'`).as('successes'),
    ])
    .where('client_id', '=', clientId)
    .where('created_at', '>=', sinceMs)
    .groupBy('campaign_id')
    .execute();
  const found = new Map(rows.map(({ campaign_id, ...today }) => [campaign_id, today]));
  return (campaignId) => found.get(campaignId) ?? none;
}

/** The client's agents at this instant, by name, with their day since `sinceMs`. */
export async function agentsNow(db: Db, clientId: ClientId, sinceMs: number) {
  const ofToday = (what: ReturnType<typeof sql>) => sql<number>`(select ${what} from attempt
    where attempt.agent_id = agent.user_id and attempt.created_at >= ${sinceMs})`;
  const rows = await db
    .selectFrom('agent')
    .innerJoin('user', 'user.id', 'agent.user_id')
    .select([
      'agent.user_id as userId',
      'user.name',
      'agent.state',
      'agent.pause_reason as pauseReason',
      'agent.since as sinceMs',
      'agent.connection',
      'agent.campaign_id as campaignId',
      'agent.attempt_id as attemptId',
      ofToday(sql`count(*)`).as('calls'),
      ofToday(sql`count(*) filter (where disposition = 'success')`).as('successes'),
      ofToday(sql`coalesce(sum(ended_at - connected_at), 0)`).as('talkMs'),
    ])
    .where('agent.client_id', '=', clientId)
    .orderBy('user.name')
    .execute();
  return rows.map(({ calls, successes, talkMs, ...agent }) => ({
    ...agent,
    today: { calls, successes, talkMs },
  }));
}

/** The client's calls in progress, oldest first. `sinceMs` is when the call came as far as it is. */
export async function callsNow(db: Db, clientId: ClientId) {
  return db
    .selectFrom('attempt')
    .select([
      'id as attemptId',
      'campaign_id as campaignId',
      'agent_id as agentId',
      'phone_number as phoneNumber',
      'progress',
      sql<number>`coalesce(connected_at, answered_at, ringing_at, sent_at, created_at)`.as('sinceMs'),
    ])
    .where('client_id', '=', clientId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
}
