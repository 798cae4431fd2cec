import { type Kysely, PostgresAdapter, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';

/** True on PostgreSQL, false on SQLite: for the few statements that the two do not share. */
export function isPostgres<S>(db: Kysely<S>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Locks are of PostgreSQL and of transactions: on SQLite there is one writer, and a statement alone needs none. */
const canLock = <S>(db: Kysely<S>) => isPostgres(db) && db.isTransaction;

/**
 * The next rows to be taken by this transaction: locked, those locked already left to whoever has them. Which rows
 * those are is for the query to say, with its order and its limit.
 */
export function lockNext<S, T extends keyof S, R>(
  db: Kysely<S>,
  query: SelectQueryBuilder<S, T, R>,
): SelectQueryBuilder<S, T, R> {
  return canLock(db) ? query.forUpdate().skipLocked() : query;
}

/** Rows of a table, read to be changed by what they say: nobody else changes them before the transaction ends. */
export function lockToChange<S, T extends keyof S & string, R>(
  db: Kysely<S>,
  table: T,
  query: SelectQueryBuilder<S, T, R>,
): SelectQueryBuilder<S, T, R> {
  return canLock(db) ? query.forUpdate(table) : query;
}

/** Rows on which the transaction stands: nobody changes them before it ends, others may stand on them. */
export function lockToRead<S, T extends keyof S, R>(
  db: Kysely<S>,
  query: SelectQueryBuilder<S, T, R>,
): SelectQueryBuilder<S, T, R> {
  return canLock(db) ? query.forShare() : query;
}

/** What a statement alone answers, or `taken` when it would have made twice what the table has once. */
export async function unlessTaken<T>(statement: Promise<T>): Promise<T | 'taken'> {
  try {
    return await statement;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    // Of PostgreSQL and of SQLite.
    if (code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE') return 'taken';
    throw error;
  }
}

/** What one transaction at a time may do, told apart by a number; PostgreSQL keeps the lock until the transaction ends. */
export const turns = { events: 1, migrations: 2, seats: 3, persons: 4 } as const;

/** Waits for this transaction's turn. On SQLite every transaction that writes has its turn already. */
export async function takeTurn<S>(db: Kysely<S>, what: keyof typeof turns): Promise<void> {
  if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${sql.lit(turns[what])})`.execute(db);
}

/**
 * An array in JSON as rows, in a `from`: each has one column `value`, read by `value ->> 'name'` as text and by
 * `cast(value ->> 'name' as bigint)` as a number. One parameter however many the rows.
 */
export function jsonRows<S>(db: Kysely<S>, json: string): RawBuilder<{ value: unknown }> {
  return isPostgres(db)
    ? sql`json_array_elements(cast(${json} as json)) as row (value)`
    : sql`json_each(${json})`;
}
