import type { ClientId, PhoneNumber, SuppressionEntry, SuppressionId, UserId } from '@alize/model';
import { sql } from 'kysely';
import { jsonRows } from './engine.ts';
import type { Db, Tx } from './open-database.ts';

export type SuppressionScope = SuppressionEntry['scope'];

/** A number never to be called: by one client's campaigns, by the whole centre, or by law. */
export interface StoredSuppression {
  readonly id: SuppressionId;
  readonly phoneNumber: PhoneNumber;
  readonly scope: SuppressionScope;
  readonly reason: string;
  /** Where the entry comes from: for `law` the authority or the register. */
  readonly source: string | null;
  /** Who entered it, by name; null when the person called did. */
  readonly createdBy: string | null;
  readonly createdAtMs: number;
  /** Null: for good. */
  readonly expiresAtMs: number | null;
}

/** A number about to be suppressed. */
export interface NewSuppression {
  readonly id: SuppressionId;
  readonly phoneNumber: PhoneNumber;
  readonly reason: string;
  readonly source?: string | null;
  readonly expiresAtMs: number | null;
}

const rowsAtOnce = 20_000;

/** The client's entries, the centre's and the law's, newest first (ids sort by time); of one number when given. */
export async function suppressionsOfClient(
  db: Db,
  clientId: ClientId,
  page: { readonly before: string | null; readonly limit: number },
  phoneNumber?: PhoneNumber,
): Promise<readonly StoredSuppression[]> {
  return db
    .selectFrom('suppression')
    .leftJoin('user', 'user.id', 'suppression.created_by')
    .select([
      'suppression.id',
      'suppression.phone_number as phoneNumber',
      'suppression.scope',
      'suppression.reason',
      'suppression.source',
      'user.name as createdBy',
      'suppression.created_at as createdAtMs',
      'suppression.expires_at as expiresAtMs',
    ])
    .where((where) =>
      where.or([where('suppression.client_id', '=', clientId), where('suppression.client_id', 'is', null)]),
    )
    .$if(phoneNumber !== undefined, (query) =>
      query.where('suppression.phone_number', '=', phoneNumber as PhoneNumber),
    )
    .$if(page.before !== null, (query) => query.where('suppression.id', '<', page.before as SuppressionId))
    .orderBy('suppression.id', 'desc')
    .limit(page.limit)
    .execute();
}

/** Suppresses a number for one client, whatever stands there already. */
export async function insertSuppression(
  db: Db,
  suppression: NewSuppression & { readonly clientId: ClientId; readonly atMs: number },
): Promise<void> {
  const { clientId, atMs } = suppression;
  await db
    .insertInto('suppression')
    .values(toRow({ clientId, scope: 'client', createdBy: null, atMs }, suppression))
    .execute();
}

export interface SuppressionAddition {
  /** Whose list it is; the lists of the centre and of the law are no client's. */
  readonly clientId: ClientId;
  readonly scope: SuppressionScope;
  readonly createdBy: UserId | null;
  readonly atMs: number;
  readonly entries: readonly NewSuppression[];
}

/**
 * Adds numbers to a list and answers the ids of those that were not on it: a number already there for as long is left
 * alone, so that the same file can be sent twice. All or nothing, so it asks for a transaction. Index
 * suppression_number.
 */
export async function addSuppressions(
  tx: Tx,
  addition: SuppressionAddition,
): Promise<readonly SuppressionId[]> {
  const { scope, createdBy, atMs } = addition;
  const clientId = scope === 'client' ? addition.clientId : null;
  const entries = longestOfEach(addition.entries);
  const added: SuppressionId[] = [];
  for (let at = 0; at < entries.length; at += rowsAtOnce) {
    const rows = JSON.stringify(entries.slice(at, at + rowsAtOnce));
    // JSON as one parameter: a third of the time that a parameter for each value takes, and the dialer waits for it.
    // Counted and in order: otherwise PostgreSQL, while it has no statistics, may read the list through for each number.
    const result = await sql<{ id: SuppressionId }>`
      insert into suppression (id, client_id, phone_number, scope, reason, source, created_by, created_at, expires_at)
      select value ->> 'id', ${clientId}, value ->> 'phoneNumber', ${scope}, value ->> 'reason', value ->> 'source',
        ${createdBy}, cast(${atMs} as bigint), cast(value ->> 'expiresAtMs' as bigint)
      from ${jsonRows(tx, rows)}
      where 0 = (select count(*) from suppression as known
        where known.phone_number = value ->> 'phoneNumber' and known.scope = ${scope}
        and known.client_id is not distinct from ${clientId} and (known.expires_at is null
          or (known.expires_at > ${atMs} and known.expires_at >= cast(value ->> 'expiresAtMs' as bigint))))
      order by value ->> 'id'
      returning id`.execute(tx);
    for (const { id } of result.rows) added.push(id);
  }
  return added;
}

/** Takes an entry off its list; answers its number. Null when the client has none of that id: others' stay, and the centre's unless told. */
export async function deleteSuppression(
  db: Db,
  bounds: { readonly clientId: ClientId; readonly withCentre: boolean },
  id: SuppressionId,
): Promise<PhoneNumber | null> {
  const gone = await db
    .deleteFrom('suppression')
    .where('id', '=', id)
    .where((where) =>
      where.or([
        where('client_id', '=', bounds.clientId),
        ...(bounds.withCentre ? [where('client_id', 'is', null)] : []),
      ]),
    )
    .returning('phone_number')
    .executeTakeFirst();
  return gone?.phone_number ?? null;
}

/** Takes off the client's list what a withdrawal before `atMs` put there: the person has agreed anew. */
export async function liftWithdrawal(
  db: Db,
  clientId: ClientId,
  phoneNumber: PhoneNumber,
  atMs: number,
): Promise<void> {
  await db
    .deleteFrom('suppression')
    .where('client_id', '=', clientId)
    .where('phone_number', '=', phoneNumber)
    .where('reason', '=', 'consent_withdrawn')
    .where('created_at', '<', atMs)
    .execute();
}

/** Of several entries of one number, the one that lasts longest. */
function longestOfEach(entries: readonly NewSuppression[]): readonly NewSuppression[] {
  const byNumber = new Map<PhoneNumber, NewSuppression>();
  for (const entry of entries) {
    const other = byNumber.get(entry.phoneNumber);
    if (!other || endOf(entry) > endOf(other)) byNumber.set(entry.phoneNumber, entry);
  }
  return [...byNumber.values()];
}

const endOf = ({ expiresAtMs }: NewSuppression) => expiresAtMs ?? Number.POSITIVE_INFINITY;

function toRow(addition: Omit<SuppressionAddition, 'entries'>, entry: NewSuppression) {
  return {
    id: entry.id,
    client_id: addition.scope === 'client' ? addition.clientId : null,
    phone_number: entry.phoneNumber,
    scope: addition.scope,
    reason: entry.reason,
    source: entry.source ?? null,
    created_by: addition.createdBy,
    created_at: addition.atMs,
    expires_at: entry.expiresAtMs,
  };
}
