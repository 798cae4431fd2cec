import type { ClientId, PhoneNumber, SuppressionId } from '@alize/model';
import type { Db } from './open-database.ts';

/** A number never to be called: by one client's campaigns, or by the whole centre. */
export interface StoredSuppression {
  readonly id: SuppressionId;
  readonly phoneNumber: PhoneNumber;
  readonly scope: 'client' | 'centre';
  readonly reason: string;
  readonly createdAtMs: number;
  /** Null: for good. */
  readonly expiresAtMs: number | null;
}

/** The client's entries and the centre's, newest first: ids sort by time. */
export async function suppressionsOfClient(
  db: Db,
  clientId: ClientId,
  page: { readonly before: string | null; readonly limit: number },
): Promise<readonly StoredSuppression[]> {
  const rows = await db
    .selectFrom('suppression')
    .selectAll()
    .where((where) => where.or([where('client_id', '=', clientId), where('client_id', 'is', null)]))
    .$if(page.before !== null, (query) => query.where('id', '<', page.before as SuppressionId))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    phoneNumber: row.phone_number,
    scope: row.client_id ? 'client' : 'centre',
    reason: row.reason,
    createdAtMs: row.created_at,
    expiresAtMs: row.expires_at,
  }));
}

export async function insertSuppression(
  db: Db,
  suppression: {
    readonly id: SuppressionId;
    readonly clientId: ClientId;
    readonly phoneNumber: PhoneNumber;
    readonly reason: string;
    readonly atMs: number;
    readonly expiresAtMs: number | null;
  },
): Promise<void> {
  await db
    .insertInto('suppression')
    .values({
      id: suppression.id,
      client_id: suppression.clientId,
      phone_number: suppression.phoneNumber,
      reason: suppression.reason,
      created_at: suppression.atMs,
      expires_at: suppression.expiresAtMs,
    })
    .execute();
}

/** Takes an entry off the client's list. False when the client has none of that id: the centre's entries stay. */
export async function deleteSuppression(db: Db, clientId: ClientId, id: SuppressionId): Promise<boolean> {
  const result = await db
    .deleteFrom('suppression')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
