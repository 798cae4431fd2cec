import type { Answer, Answers, AttemptId, ClientId, Script, UserId } from '@alize/model';
import { sql } from 'kysely';
import { lockToChange, takeTurn } from './engine.ts';
import type { Db } from './open-database.ts';

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
    // Both were written by their one writer in this package.
    custom: JSON.parse(row.custom) as Record<string, string>,
    script: JSON.parse(row.document) as Script,
    answers: await answersOf(db, clientId, id),
  };
}

/** The answers kept for an attempt, by question id. */
export async function answersOf(db: Db, clientId: ClientId, id: AttemptId): Promise<Answers> {
  const rows = await db
    .selectFrom('answer')
    .select(['question_id', 'value'])
    .where('attempt_id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
  // Written by saveDraft alone, so each is an Answer.
  return Object.fromEntries(rows.map((row) => [row.question_id, JSON.parse(row.value) as Answer]));
}

/** Earlier calls to a lead, newest first. */
export async function historyOfLead(db: Db, clientId: ClientId, leadId: string, exceptId: AttemptId) {
  return db
    .selectFrom('attempt')
    .leftJoin('user', 'user.id', 'attempt.agent_id')
    .select([
      'attempt.created_at as atMs',
      'user.name as agentName',
      'attempt.network_result as networkResult',
      'attempt.disposition',
      'attempt.note',
    ])
    .where('attempt.lead_id', '=', leadId as `lead_${string}`)
    .where('attempt.client_id', '=', clientId)
    .where('attempt.id', '!=', exceptId)
    .orderBy('attempt.id', 'desc')
    .limit(20)
    .execute();
}

/** What changed in an agent's draft of a call; an answer of null forgets it. */
export interface DraftChange {
  readonly answers?: Readonly<Record<string, Answer | null>> | undefined;
  readonly stepId?: string | null | undefined;
  readonly note?: string | undefined;
}

/** Keeps a draft. False when the call is not the agent's, or has its disposition. Call it in a transaction. */
export async function saveDraft(
  db: Db,
  call: { readonly clientId: ClientId; readonly userId: UserId; readonly attemptId: AttemptId },
  change: DraftChange,
  atMs: number,
): Promise<boolean> {
  const result = await db
    .updateTable('attempt')
    .set((column) => ({
      step_id: change.stepId === undefined ? column.ref('step_id') : change.stepId,
      note: change.note === undefined ? column.ref('note') : change.note,
    }))
    .where('id', '=', call.attemptId)
    .where('client_id', '=', call.clientId)
    .where('agent_id', '=', call.userId)
    .where('disposition', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  for (const [questionId, answer] of Object.entries(change.answers ?? {})) {
    await saveAnswer(db, call, questionId, answer, atMs);
  }
  return true;
}

async function saveAnswer(
  db: Db,
  call: { readonly clientId: ClientId; readonly attemptId: AttemptId },
  questionId: string,
  answer: Answer | null,
  atMs: number,
): Promise<void> {
  if (answer === null) {
    await db
      .deleteFrom('answer')
      .where('attempt_id', '=', call.attemptId)
      .where('question_id', '=', questionId)
      .execute();
    return;
  }
  const value = JSON.stringify(answer);
  await db
    .insertInto('answer')
    .values({
      attempt_id: call.attemptId,
      question_id: questionId,
      client_id: call.clientId,
      value,
      at: atMs,
    })
    .onConflict((conflict) =>
      conflict.columns(['attempt_id', 'question_id']).doUpdateSet({ value, at: atMs }),
    )
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
      'campaign.id as campaignId',
      'campaign.name as campaignName',
      'campaign.kind as campaignKind',
      'campaign.wrap_up_seconds as wrapUpSeconds',
      'client.name as clientName',
      'lead.id as leadId',
      'lead.reference',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.email',
      'lead.address',
      'lead.postal_code as postalCode',
      'lead.city',
      'lead.comment',
      'lead.custom',
      'script_version.document',
    ])
    .where('attempt.client_id', '=', clientId)
    .where('attempt.agent_id', '=', userId)
    .where('attempt.disposition', 'is', null);
}
