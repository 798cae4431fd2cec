import type {
  AttemptId,
  CampaignId,
  ClientId,
  Disposition,
  EndReason,
  LeadId,
  NetworkResult,
  PhoneNumber,
  Progress,
  RulingId,
  TrunkId,
  UserId,
} from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** An attempt that has not ended, or whose agent has not disposed of it: what a dialer takes up after a restart. */
export interface OpenAttempt {
  readonly id: AttemptId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  readonly phoneNumber: PhoneNumber;
  readonly rulingId: RulingId;
  readonly trunkId: TrunkId;
  readonly progress: Progress;
  readonly agentId: UserId | null;
  readonly disposition: Disposition | null;
  readonly createdAtMs: number;
  readonly answeredAtMs: number | null;
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number | null;
}

/** Every live attempt. Index attempt_live_lead. */
export async function openAttempts(db: Db): Promise<readonly OpenAttempt[]> {
  const rows = await db
    .selectFrom('attempt')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map(toOpenAttempt);
}

/**
 * The calls that nobody has answered yet though the number, or another of the same person, is suppressed at `nowMs`:
 * for the campaign's client, or for every client. Index attempt_live_number; one look per live call.
 */
export async function suppressedCalls(db: Db, nowMs: number): Promise<readonly AttemptId[]> {
  const { rows } = await sql<{ id: AttemptId }>`select attempt.id from attempt
    where attempt.ended_at is null and attempt.answered_at is null and exists (
      select 1 from suppression
      where suppression.phone_number in (
          select attempt.phone_number
          union all
          select each.phone_number from person_number as own join person_number as each
            on each.client_id = own.client_id and each.person_id = own.person_id
          where own.client_id = attempt.client_id and own.phone_number = attempt.phone_number)
        and (suppression.client_id is null or suppression.client_id = attempt.client_id)
        and (suppression.expires_at is null or suppression.expires_at > ${nowMs}))`.execute(db);
  return rows.map(({ id }) => id);
}

/** One attempt, live or ended; null when there is none. */
export async function findAttempt(db: Db, id: AttemptId): Promise<OpenAttempt | null> {
  const row = await db.selectFrom('attempt').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toOpenAttempt(row) : null;
}

/** What may change about an attempt while it lives. */
export interface AttemptProgress {
  readonly progress?: Progress;
  readonly agentId?: UserId;
  readonly sentAtMs?: number;
  readonly ringingAtMs?: number;
  readonly answeredAtMs?: number;
  readonly connectedAtMs?: number;
  /** When the recorded message began. */
  readonly messageStartedAtMs?: number;
}

/** Writes how far a live attempt has come. An ended one is left as it is. */
export async function markAttempt(db: Db, id: AttemptId, change: AttemptProgress): Promise<void> {
  await db
    .updateTable('attempt')
    .set({
      ...(change.progress !== undefined && { progress: change.progress }),
      ...(change.agentId !== undefined && { agent_id: change.agentId }),
      ...(change.sentAtMs !== undefined && { sent_at: change.sentAtMs }),
      ...(change.ringingAtMs !== undefined && { ringing_at: change.ringingAtMs }),
      ...(change.answeredAtMs !== undefined && { answered_at: change.answeredAtMs }),
      ...(change.connectedAtMs !== undefined && { connected_at: change.connectedAtMs }),
      ...(change.messageStartedAtMs !== undefined && { message_started_at: change.messageStartedAtMs }),
    })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

export interface AttemptEnd {
  readonly networkResult: NetworkResult;
  readonly endReason: EndReason;
  readonly hangupCause: number | null;
  readonly isAbandoned: boolean;
  readonly atMs: number;
}

/** Ends an attempt. False when it had ended already: an attempt ends once (Law 4). */
export async function endAttempt(db: Db, id: AttemptId, end: AttemptEnd): Promise<boolean> {
  const result = await db
    .updateTable('attempt')
    .set({
      progress: 'ended',
      network_result: end.networkResult,
      end_reason: end.endReason,
      hangup_cause: end.hangupCause,
      is_abandoned: end.isAbandoned ? 1 : 0,
      ended_at: end.atMs,
    })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Stores the disposition of an attempt. False when it has one already: whichever of agent and wrap-up limit comes
 * first decides.
 */
export async function disposeAttempt(
  db: Db,
  id: AttemptId,
  disposed: {
    readonly disposition: Disposition;
    readonly atMs: number;
    readonly callbackAtMs: number | null;
  },
): Promise<boolean> {
  const result = await db
    .updateTable('attempt')
    .set({
      disposition: disposed.disposition,
      disposed_at: disposed.atMs,
      callback_at: disposed.callbackAtMs,
    })
    .where('id', '=', id)
    .where('disposition', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function toOpenAttempt(row: {
  id: AttemptId;
  client_id: ClientId;
  campaign_id: CampaignId;
  lead_id: LeadId;
  phone_number: PhoneNumber;
  ruling_id: RulingId;
  trunk_id: TrunkId;
  progress: Progress;
  agent_id: UserId | null;
  disposition: Disposition | null;
  created_at: number;
  answered_at: number | null;
  connected_at: number | null;
  ended_at: number | null;
}): OpenAttempt {
  return {
    id: row.id,
    clientId: row.client_id,
    campaignId: row.campaign_id,
    leadId: row.lead_id,
    phoneNumber: row.phone_number,
    rulingId: row.ruling_id,
    trunkId: row.trunk_id,
    progress: row.progress,
    agentId: row.agent_id,
    disposition: row.disposition,
    createdAtMs: row.created_at,
    answeredAtMs: row.answered_at,
    connectedAtMs: row.connected_at,
    endedAtMs: row.ended_at,
  };
}
