import type { AttemptId, ClientId, CustomValue, LeadId, UserId } from '@alize/model';
import { sql } from 'kysely';
import { answersOf } from './call-answers.ts';
import { lockToChange, takeTurn } from './engine.ts';
import type { Db } from './open-database.ts';
import { readDocument } from './scripts.ts';

/**
 * Gives an agent a seat: their own again, else one never taken, else that of an agent who is offline and was seen
 * last the longest ago. Null when every seat is in use. Call it in a transaction.
 */
export async function takeSeat(
  db: Db,
  asked: {
    readonly userId: UserId;
    readonly clientId: ClientId;
    readonly seats: readonly string[];
    readonly nowMs: number;
  },
): Promise<string | null> {
  await takeTurn(db, 'seats');
  const taken = await db
    .selectFrom('agent')
    .select(['user_id', 'seat', 'state', 'present_at'])
    .where('seat', 'is not', null)
    .orderBy('present_at')
    .execute();
  const own = taken.find((row) => row.user_id === asked.userId)?.seat;
  const seat =
    own && asked.seats.includes(own)
      ? own
      : (asked.seats.find((name) => !taken.some((row) => row.seat === name)) ??
        taken.find(
          (row) =>
            row.state === 'offline' && row.present_at < asked.nowMs - absentAfterMs && row.seat !== null,
        )?.seat);
  if (!seat) return null;
  await db
    .updateTable('agent')
    .set({ seat: null })
    .where('seat', '=', seat)
    .where('user_id', '!=', asked.userId)
    .execute();
  await saveSeat(db, asked, seat);
  return seat;
}

/** An agent unseen for this long has left. */
const absentAfterMs = 10_000;

async function saveSeat(
  db: Db,
  asked: { readonly userId: UserId; readonly clientId: ClientId; readonly nowMs: number },
  seat: string,
): Promise<void> {
  await db
    .insertInto('agent')
    .values({
      user_id: asked.userId,
      client_id: asked.clientId,
      state: 'offline',
      pause_reason: null,
      wished_pause: null,
      since: asked.nowMs,
      attempt_id: null,
      campaign_id: null,
      connection: 'lost',
      connection_since: asked.nowMs,
      seat,
      present_at: asked.nowMs,
    })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({ seat, present_at: asked.nowMs, client_id: asked.clientId }),
    )
    .execute();
}

/** Notes that these agents' browsers are there at `atMs`; 0 says that they are not. One statement for all. */
export async function markPresent(db: Db, userIds: readonly UserId[], atMs: number): Promise<void> {
  if (userIds.length === 0) return;
  await db
    .updateTable('agent')
    .set({ present_at: atMs })
    .where('user_id', 'in', [...userIds])
    .execute();
}

/** The agent's row with their day since `sinceMs`; null before the first sign-in. */
export async function findAgent(db: Db, clientId: ClientId, userId: UserId, sinceMs: number) {
  const ofToday = (what: ReturnType<typeof sql>) => sql<number>`(select ${what} from attempt
    where attempt.agent_id = agent.user_id and attempt.created_at >= ${sinceMs})`;
  const row = await db
    .selectFrom('agent')
    .select([
      'state',
      'seat',
      'pause_reason as pauseReason',
      'wished_pause as wishedPause',
      'since as sinceMs',
      'connection',
      'attempt_id as attemptId',
      ofToday(sql`count(*)`).as('calls'),
      ofToday(sql`count(*) filter (where disposition = 'success')`).as('successes'),
      ofToday(sql`coalesce(sum(ended_at - connected_at), 0)`).as('talkMs'),
    ])
    .where('user_id', '=', userId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row ?? null;
}

/** The campaigns that an agent is in the team of, stopped ones left out. Index team_member_user. */
export async function campaignsOfAgent(db: Db, clientId: ClientId, userId: UserId) {
  return db
    .selectFrom('team_member')
    .innerJoin('campaign', 'campaign.id', 'team_member.campaign_id')
    .select(['campaign.id', 'campaign.name'])
    .where('team_member.user_id', '=', userId)
    .where('campaign.client_id', '=', clientId)
    .where('campaign.state', '!=', 'stopped')
    .orderBy('campaign.name')
    .execute();
}

/** The callbacks kept for an agent, soonest first. Index lead_callback. */
export async function callbacksOfAgent(db: Db, clientId: ClientId, userId: UserId) {
  return db
    .selectFrom('lead')
    .innerJoin('campaign', 'campaign.id', 'lead.campaign_id')
    .select([
      'lead.id as leadId',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.reference',
      'campaign.name as campaignName',
      'lead.next_try_at as atMs',
    ])
    .where('lead.callback_agent_id', '=', userId)
    .where('lead.client_id', '=', clientId)
    .where('lead.state', '=', 'open')
    .orderBy('lead.next_try_at')
    .limit(100)
    .execute();
}

/**
 * Everything an agent needs of a call that has no disposition yet: lead, script, draft; null when it is not theirs. In
 * a transaction nobody else disposes of it until that ends.
 */
export async function findCall(db: Db, clientId: ClientId, userId: UserId, id: AttemptId) {
  const call = selectCalls(db, clientId, userId).where('attempt.id', '=', id);
  const row = await lockToChange(db, 'attempt', call).executeTakeFirst();
  if (!row) return null;
  return {
    ...row,
    // Written by this package alone, as JSON of such values.
    custom: JSON.parse(row.custom) as Record<string, CustomValue>,
    script: readDocument(row.document),
    answers: await answersOf(db, clientId, id),
  };
}

/** Earlier calls to a lead, newest first. */
export async function historyOfLead(db: Db, clientId: ClientId, leadId: LeadId, exceptId: AttemptId) {
  return db
    .selectFrom('attempt')
    .leftJoin('user', 'user.id', 'attempt.agent_id')
    .select([
      'attempt.id as attemptId',
      'attempt.created_at as atMs',
      'user.name as agentName',
      'attempt.network_result as networkResult',
      'attempt.disposition',
      'attempt.note',
    ])
    .where('attempt.lead_id', '=', leadId)
    .where('attempt.client_id', '=', clientId)
    .where('attempt.id', '!=', exceptId)
    .orderBy('attempt.number_of_lead', 'desc')
    .limit(20)
    .execute();
}

function selectCalls(db: Db, clientId: ClientId, userId: UserId) {
  return db
    .selectFrom('attempt')
    .innerJoin('campaign', 'campaign.id', 'attempt.campaign_id')
    .innerJoin('client', 'client.id', 'attempt.client_id')
    .innerJoin('lead', 'lead.id', 'attempt.lead_id')
    .innerJoin('script_version', 'script_version.id', 'attempt.script_version_id')
    .select([
      'attempt.id as attemptId',
      'attempt.progress',
      'attempt.network_result as networkResult',
      'attempt.end_reason as endReason',
      'attempt.is_abandoned as isAbandoned',
      'attempt.answered_at as answeredAtMs',
      'attempt.connected_at as connectedAtMs',
      'attempt.ended_at as endedAtMs',
      'attempt.step_id as stepId',
      'attempt.note',
      'attempt.phone_number as phoneNumber',
      'attempt.list_id as listId',
      'attempt.script_version_id as scriptVersionId',
      'attempt.answers_from as answersFrom',
      'campaign.id as campaignId',
      'campaign.name as campaignName',
      'campaign.kind as campaignKind',
      'campaign.purpose',
      'campaign.wrap_up_seconds as wrapUpSeconds',
      'client.name as clientName',
      'lead.id as leadId',
      'lead.reference',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.email',
      'lead.birth_date as birthDate',
      'lead.address',
      'lead.address_extra as addressExtra',
      'lead.postal_code as postalCode',
      'lead.city',
      'lead.country',
      'lead.state_of_address as region',
      'lead.time_zone as timeZone',
      'lead.comment',
      'lead.custom',
      'script_version.document',
    ])
    .where('attempt.client_id', '=', clientId)
    .where('attempt.agent_id', '=', userId)
    .where('attempt.disposition', 'is', null);
}
