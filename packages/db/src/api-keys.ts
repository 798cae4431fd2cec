import type { ApiKeyId, ApiScope, ClientId, Language, SiteId, UserId } from '@alize/model';
import type { Db } from './open-database.ts';

/** A key as people see it; the secret is nowhere. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly callsPerMinute: number;
  readonly createdByName: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number | null;
  readonly usedAtMs: number | null;
  readonly revokedAtMs: number | null;
}

/** The client's keys, revoked ones too, newest first. Index api_key_client. */
export async function apiKeysOfClient(db: Db, clientId: ClientId): Promise<readonly ApiKey[]> {
  const rows = await db
    .selectFrom('api_key')
    .innerJoin('user', 'user.id', 'api_key.created_by')
    .select([
      'api_key.id',
      'api_key.name',
      'api_key.scopes',
      'api_key.calls_per_minute as callsPerMinute',
      'user.name as createdByName',
      'api_key.created_at as createdAtMs',
      'api_key.expires_at as expiresAtMs',
      'api_key.used_at as usedAtMs',
      'api_key.revoked_at as revokedAtMs',
    ])
    .where('api_key.client_id', '=', clientId)
    .orderBy('api_key.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, scopes: scopesOf(row.scopes) }));
}

export interface NewApiKey {
  readonly id: ApiKeyId;
  readonly clientId: ClientId;
  readonly name: string;
  readonly secretHash: string;
  readonly scopes: readonly ApiScope[];
  readonly callsPerMinute: number;
  readonly createdBy: UserId;
  readonly atMs: number;
  readonly expiresAtMs: number | null;
}

export async function insertApiKey(db: Db, key: NewApiKey): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      id: key.id,
      client_id: key.clientId,
      name: key.name,
      secret_hash: key.secretHash,
      scopes: JSON.stringify(key.scopes),
      calls_per_minute: key.callsPerMinute,
      created_by: key.createdBy,
      created_at: key.atMs,
      expires_at: key.expiresAtMs,
      used_at: null,
      revoked_at: null,
    })
    .execute();
}

/** What a request by a key needs to know of it, and of the person in whose name it acts. */
export interface ApiKeyInUse {
  readonly id: ApiKeyId;
  readonly clientId: ClientId;
  readonly secretHash: string;
  readonly scopes: readonly ApiScope[];
  readonly callsPerMinute: number;
  readonly usedAtMs: number | null;
  readonly userId: UserId;
  readonly siteId: SiteId;
  readonly language: Language;
  readonly timeZone: string;
}

/** The key, when it is neither revoked nor expired and whoever made it may still log in; null otherwise. */
export async function findApiKeyInUse(db: Db, id: ApiKeyId, nowMs: number): Promise<ApiKeyInUse | null> {
  const row = await db
    .selectFrom('api_key')
    .innerJoin('user', 'user.id', 'api_key.created_by')
    .innerJoin('site', 'site.id', 'user.site_id')
    .select([
      'api_key.id',
      'api_key.client_id as clientId',
      'api_key.secret_hash as secretHash',
      'api_key.scopes',
      'api_key.calls_per_minute as callsPerMinute',
      'api_key.used_at as usedAtMs',
      'user.id as userId',
      'user.site_id as siteId',
      'user.language',
      'site.time_zone as timeZone',
    ])
    .where('api_key.id', '=', id)
    .where('api_key.revoked_at', 'is', null)
    .where((where) =>
      where.or([where('api_key.expires_at', 'is', null), where('api_key.expires_at', '>', nowMs)]),
    )
    .where('user.disabled_at', 'is', null)
    // Whoever was moved to another client, or to agent, no longer lends their name.
    .where((where) =>
      where.or([
        where('user.client_id', 'is', null),
        where('user.client_id', '=', where.ref('api_key.client_id')),
      ]),
    )
    .where('user.role', 'in', ['administrator', 'manager'])
    .executeTakeFirst();
  return row ? { ...row, scopes: scopesOf(row.scopes) } : null;
}

/** Notes that the key was used. */
export async function touchApiKey(db: Db, id: ApiKeyId, atMs: number): Promise<void> {
  await db.updateTable('api_key').set({ used_at: atMs }).where('id', '=', id).execute();
}

/** Ends a key for good; false when the client has none of that id. Again: the first instant stays. */
export async function revokeApiKey(db: Db, clientId: ClientId, id: ApiKeyId, atMs: number): Promise<boolean> {
  const result = await db
    .updateTable('api_key')
    .set(({ fn, ref, val }) => ({ revoked_at: fn.coalesce(ref('revoked_at'), val(atMs)) }))
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Written by insertApiKey alone. */
const scopesOf = (scopes: string) => JSON.parse(scopes) as readonly ApiScope[];
