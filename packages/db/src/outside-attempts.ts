import {
  type AttemptResult,
  attemptResults,
  type ClientId,
  type OutsideAttemptId,
  type PastAttempt,
  type PhoneNumber,
} from '@alize/model';
import type { RecordEntry } from './consent-records.ts';
import { isAnyOf } from './is-any-of.ts';
import type { Db } from './open-database.ts';

/** A call that was made elsewhere for a client: by another site, by another centre, or by the client itself. */
export interface OutsideAttempt {
  readonly id: OutsideAttemptId;
  readonly phoneNumber: PhoneNumber;
  readonly atMs: number;
  readonly result: AttemptResult;
  readonly object: string | null;
}

/**
 * Adds attempts made elsewhere to a client's ledger, in one statement; answers how many were new. One number has one
 * attempt at one instant: what is told twice counts once.
 */
export async function addOutsideAttempts(
  db: Db,
  entry: RecordEntry & {
    /** Who made them, in people's words. */
    readonly source: string;
  },
  attempts: readonly OutsideAttempt[],
): Promise<number> {
  if (attempts.length === 0) return 0;
  const result = await db
    .insertInto('outside_attempt')
    .values(
      attempts.map((attempt) => ({
        id: attempt.id,
        client_id: entry.clientId,
        phone_number: attempt.phoneNumber,
        at: attempt.atMs,
        result: attempt.result,
        object: attempt.object,
        source: entry.source,
        created_by: entry.createdBy,
        created_at: entry.atMs,
      })),
    )
    .onConflict((conflict) => conflict.columns(['client_id', 'phone_number', 'at']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows);
}

export type OutsideAttemptRow = Awaited<ReturnType<typeof outsideAttemptsOfNumbers>>[number];

/** Attempts made elsewhere since `sinceMs`. The unique key of outside_attempt is the index. */
export async function outsideAttemptsOfNumbers(
  db: Db,
  clientId: ClientId,
  numbers: readonly PhoneNumber[],
  sinceMs: number,
) {
  return db
    .selectFrom('outside_attempt')
    .select(['phone_number', 'at', 'result', 'object'])
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'phone_number', numbers))
    .where('at', '>', sinceMs)
    .execute();
}

export function toOutsideAttempt(clientId: ClientId, row: OutsideAttemptRow): PastAttempt {
  return {
    atMs: row.at,
    sellerId: clientId,
    // A word that is none of ours counts as a call that rang.
    result: attemptResults.find((result) => result === row.result) ?? 'no_answer',
    campaignId: null,
    object: row.object,
  };
}
