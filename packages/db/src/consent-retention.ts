import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** Rows deleted in one statement, so that claims need not wait long. */
const rowsAtOnce = 500;

/**
 * Deletes consents, and other grounds of a call, that nothing has happened with since an instant: given, run out, taken
 * back or last called on before it. Answers how many. A contract that runs is kept. With an instant five years ago this
 * is the longest of the laws: five years from giving and from each use (UWG §7a), three from collection (C. conso.
 * R.223-2) and from a request (R.223-4).
 */
export async function letGoOfGrounds(db: Db, beforeMs: number): Promise<number> {
  const consents = await inBatches((limit) =>
    sql`delete from consent where id in (select id from consent
      where given_at < ${beforeMs} and coalesce(expires_at, 0) < ${beforeMs}
        and coalesce(withdrawn_at, 0) < ${beforeMs} and ${isUncalledSince('consent', beforeMs)}
      limit ${limit})`.execute(db),
  );
  const relations = await inBatches((limit) =>
    sql`delete from relation where id in (select id from relation
      where at < ${beforeMs} and (kind <> 'contract' or ended_at is not null)
        and coalesce(ended_at, 0) < ${beforeMs} and ${isUncalledSince('relation', beforeMs)}
      limit ${limit})`.execute(db),
  );
  return consents + relations;
}

/** Each call to the person may have used it. Index attempt_number. */
function isUncalledSince(table: 'consent' | 'relation', sinceMs: number) {
  return sql<boolean>`not exists (select 1 from attempt where attempt.client_id = ${sql.ref(`${table}.client_id`)}
    and attempt.phone_number = ${sql.ref(`${table}.phone_number`)} and attempt.created_at >= ${sinceMs})`;
}

async function inBatches(
  remove: (limit: number) => Promise<{ readonly numAffectedRows?: bigint | undefined }>,
): Promise<number> {
  let count = 0;
  for (;;) {
    const gone = Number((await remove(rowsAtOnce)).numAffectedRows ?? 0n);
    count += gone;
    if (gone < rowsAtOnce) return count;
  }
}
