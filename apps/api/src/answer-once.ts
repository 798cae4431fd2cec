import { createHash } from 'node:crypto';
import { findIdempotent, keepIdempotent, type Tx } from '@alize/db';
import type { ClientId } from '@alize/model';
import { Problem } from './problem.ts';
import type { Api } from './routing.ts';

/** A request that may come twice and must be done once (draft-ietf-httpapi-idempotency-key-header-07). */
export interface OnceAsked {
  readonly clientId: ClientId;
  /** As its sender chose it. */
  readonly key: string | undefined;
  /** What it asks for: with the same key it must be the same. */
  readonly asked: unknown;
}

/**
 * Does what is asked and keeps its answer in the same transaction, for a day: the same request again is given that
 * answer, and nothing is done. Throws `idempotency_key_missing`, `idempotency_key_reused`, `idempotency_running`.
 */
export async function answerOnce<T>(
  api: Pick<Api, 'database' | 'clock' | 'keysInWork'>,
  { clientId, key, asked }: OnceAsked,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!key) throw new Problem('idempotency_key_missing');
  const name = `${clientId} ${key}`;
  if (api.keysInWork.has(name)) throw new Problem('idempotency_running');
  api.keysInWork.add(name);
  try {
    const { db } = api.database;
    const nowMs = api.clock.nowMs();
    const fingerprint = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
    const kept = await findIdempotent(db, clientId, key, nowMs);
    if (kept && kept.fingerprint !== fingerprint) throw new Problem('idempotency_key_reused');
    // Written below from an answer of this kind, for the same request.
    if (kept) return JSON.parse(kept.body) as T;
    return await db.transaction().execute(async (tx) => {
      const answer = await work(tx);
      const body = JSON.stringify(answer);
      const isFirst = await keepIdempotent(tx, clientId, key, { fingerprint, status: 200, body }, nowMs);
      if (!isFirst) throw new Problem('idempotency_running');
      return answer;
    });
  } finally {
    api.keysInWork.delete(name);
  }
}
