import { setTimeout as sleep } from 'node:timers/promises';
import { appendCommand, type Db } from '@alize/db';
import type { Centre } from '@alize/testbed';
import { wrapUpMs } from './laws.ts';

/** A wrap-up as the bench ended it. */
export interface WrapUp {
  readonly number: string;
  /** UTC milliseconds: the agent disposed of the call. */
  readonly disposedAtMs: number;
}

type EndedCall = Awaited<ReturnType<typeof endedCalls>>[number];

/** The agents' desks: each disposes of a call as the api would, once its wrap-up has lasted. */
export class Desks {
  readonly wrapUps: WrapUp[] = [];
  readonly #db: Db;
  readonly #centre: Centre;
  readonly #seed: number;

  constructor(options: { readonly db: Db; readonly centre: Centre; readonly seed: number }) {
    this.#db = options.db;
    this.#centre = options.centre;
    this.#seed = options.seed;
  }

  /** Looks every so often; what comes back ends it. */
  open(everyMs: number): () => Promise<void> {
    const closing = new AbortController();
    const open = (async () => {
      while (!closing.signal.aborted) {
        await this.#look();
        await sleep(everyMs);
      }
    })();
    return async () => {
      closing.abort();
      await open;
    };
  }

  /** Disposes of each call whose wrap-up is over. */
  async #look(): Promise<void> {
    const nowMs = Date.now();
    const due = (await endedCalls(this.#db)).filter(
      ({ phone_number, ended_at }) => Number(ended_at) + wrapUpMs(this.#seed, phone_number) <= nowMs,
    );
    if (due.length === 0) return;
    await this.#db.transaction().execute(async (tx) => {
      for (const call of due) await this.#dispose(tx, call, nowMs);
    });
  }

  async #dispose(tx: Db, call: EndedCall, atMs: number): Promise<void> {
    const { id: attemptId, agent_id: userId, phone_number: number } = call;
    if (!userId) return;
    await tx.updateTable('attempt').set({ disposition: 'success' }).where('id', '=', attemptId).execute();
    const command = { kind: 'call.disposed' as const, attemptId };
    await appendCommand(tx, { atMs, clientId: this.#centre.clientId, userId, command });
    this.wrapUps.push({ number, disposedAtMs: Date.now() });
  }
}

function endedCalls(db: Db) {
  return db
    .selectFrom('attempt')
    .select(['id', 'agent_id', 'phone_number', 'ended_at'])
    .where('ended_at', 'is not', null)
    .where('disposition', 'is', null)
    .where('agent_id', 'is not', null)
    .execute();
}
