import type { ClientId } from '@alize/model';
import type { Db } from './open-database.ts';

/** What a request was answered, to be said again when the same one comes twice. */
export interface KeptAnswer {
  /** Hash of the request: with the same key, another one is a mistake. */
  readonly fingerprint: string;
  /** 0 of a request that was begun and has no answer. */
  readonly status: number;
  /** JSON, as it was sent; empty where that must not be kept. */
  readonly body: string;
}

/** An answer is said again for this long. */
export const idempotencyMs = 24 * 3600_000;

/** The answer kept under a key; null when there is none, or it is older than a day. */
export async function findIdempotent(
  db: Db,
  clientId: ClientId,
  key: string,
  nowMs: number,
): Promise<KeptAnswer | null> {
  const row = await db
    .selectFrom('idempotency')
    .select(['fingerprint', 'status', 'body'])
    .where('client_id', '=', clientId)
    .where('key', '=', key)
    .where('created_at', '>', nowMs - idempotencyMs)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Keeps an answer under a key: in the transaction that did what it tells of, or status 0 before anything is done.
 * False when one is kept already, by a request that came at the same time: then nothing may be done.
 */
export async function keepIdempotent(
  db: Db,
  clientId: ClientId,
  key: string,
  answer: KeptAnswer,
  nowMs: number,
): Promise<boolean> {
  const row = { ...answer, created_at: nowMs };
  const result = await db
    .insertInto('idempotency')
    .values({ client_id: clientId, key, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['client_id', 'key'])
        .doUpdateSet(row)
        .where('idempotency.created_at', '<=', nowMs - idempotencyMs),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Puts the answer in the place of the 0 that a request began with. */
export async function finishIdempotent(
  db: Db,
  clientId: ClientId,
  key: string,
  answer: Pick<KeptAnswer, 'status' | 'body'>,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set(answer)
    .where('client_id', '=', clientId)
    .where('key', '=', key)
    .execute();
}

/** Forgets a request that was refused: under the same key it may be tried again. */
export async function forgetIdempotent(db: Db, clientId: ClientId, key: string): Promise<void> {
  await db.deleteFrom('idempotency').where('client_id', '=', clientId).where('key', '=', key).execute();
}

/** Forgets the answers of every client that are older than a day; how many there were. Index idempotency_created. */
export async function sweepIdempotent(db: Db, nowMs: number): Promise<number> {
  const result = await db
    .deleteFrom('idempotency')
    .where('created_at', '<=', nowMs - idempotencyMs)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
