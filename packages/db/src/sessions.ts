import type { ClientId, SessionId, UserId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** A session that is still good, with the person behind it. The token itself is never stored, only its SHA-256. */
export type SessionOfUser = NonNullable<Awaited<ReturnType<typeof findSession>>>;

export async function insertSession(
  db: Db,
  session: {
    readonly id: SessionId;
    readonly tokenHash: string;
    readonly userId: UserId;
    readonly clientId: ClientId | null;
    readonly atMs: number;
    readonly expiresAtMs: number;
  },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      user_id: session.userId,
      client_id: session.clientId,
      created_at: session.atMs,
      seen_at: session.atMs,
      expires_at: session.expiresAtMs,
    })
    .execute();
}

/**
 * The session of a token's hash: null when there is none, when it has expired, when it was last seen before
 * `seenAfterMs`, or when its person is disabled.
 */
export async function findSession(
  db: Db,
  tokenHash: string,
  at: { readonly nowMs: number; readonly seenAfterMs: number },
) {
  const row = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .innerJoin('site', 'site.id', 'user.site_id')
    .leftJoin('client', 'client.id', 'session.client_id')
    .select([
      'session.id as sessionId',
      'session.client_id as clientId',
      'session.seen_at as seenAtMs',
      'client.name as clientName',
      'user.id as userId',
      'user.client_id as ownClientId',
      'user.site_id as siteId',
      'user.role',
      'user.name',
      'user.login',
      'user.language',
      'site.time_zone as timeZone',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', at.nowMs)
    .where('session.seen_at', '>', at.seenAfterMs)
    .where('user.disabled_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that the session was used, which puts its idle end off. */
export async function touchSession(db: Db, id: SessionId, atMs: number): Promise<void> {
  await db.updateTable('session').set({ seen_at: atMs }).where('id', '=', id).execute();
}

export async function chooseSessionClient(db: Db, id: SessionId, clientId: ClientId): Promise<void> {
  await db.updateTable('session').set({ client_id: clientId }).where('id', '=', id).execute();
}

export async function endSession(db: Db, id: SessionId): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute();
}

/** Ends every session of a person: after a new password or role, or when they are disabled. */
export async function endSessionsOfUser(db: Db, userId: UserId): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', userId).execute();
}

/** Deletes sessions that have expired. Index session_expires. */
export async function sweepSessions(db: Db, nowMs: number): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', nowMs).execute();
}

/** True when the database answers: what readiness asks. */
export async function isDatabaseAnswering(db: Db): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
  return rows[0]?.one === 1;
}
