import type { ClientId } from '@alize/model';
import { lockToChange } from './engine.ts';
import type { Db, Tx } from './open-database.ts';

/** Records let go in one transaction, so that claims need not wait long. */
const recordsAtOnce = 500;

/**
 * Lets go of the rulings made before an instant, from the beginning of each client's chain on; answers how many. The
 * chain keeps the hash of the last one let go, so that what remains can still be verified. A ruling that a stored call
 * refers to leaves the chain and loses its facts; its row stays as long as that call does.
 *
 * The chain is cut at the first record that is younger: after a clock that went backwards an older one may wait for it.
 */
export async function letGoOfRulings(db: Db, beforeMs: number): Promise<number> {
  const clients = await db.selectFrom('ruling_chain').select('client_id').execute();
  let count = 0;
  for (const { client_id } of clients) {
    for (;;) {
      const gone = await db.transaction().execute((tx) => letGoOfSome(tx, client_id, beforeMs));
      count += gone;
      if (gone < recordsAtOnce) break;
    }
  }
  return count;
}

/** When the newest ruling of any client was made; null when there is none. */
export async function newestRulingAt(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('ruling')
    .select(({ fn }) => fn.max('at').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}

async function letGoOfSome(tx: Tx, clientId: ClientId, beforeMs: number): Promise<number> {
  const chain = tx.selectFrom('ruling_chain').select('client_id').where('client_id', '=', clientId);
  await lockToChange(tx, 'ruling_chain', chain).execute();
  const records = await tx
    .selectFrom('ruling')
    .select(['id', 'number_in_chain', 'at', 'sha256'])
    .where('client_id', '=', clientId)
    .where('number_in_chain', 'is not', null)
    .orderBy('number_in_chain')
    .limit(recordsAtOnce)
    .execute();
  const young = records.findIndex(({ at }) => at >= beforeMs);
  const old = young === -1 ? records : records.slice(0, young);
  const last = old.at(-1);
  if (!last?.number_in_chain) return 0;
  const oldOnes = tx
    .selectFrom('ruling')
    .select('id')
    .where('client_id', '=', clientId)
    .where('number_in_chain', '<=', last.number_in_chain);
  await tx
    .deleteFrom('ruling')
    .where('id', 'in', oldOnes)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attempt').select('id').whereRef('attempt.ruling_id', '=', 'ruling.id'))),
    )
    .execute();
  await tx
    .updateTable('ruling')
    .set({ number_in_chain: null, facts: null, facts_salt: null })
    .where('id', 'in', oldOnes)
    .execute();
  await tx
    .updateTable('ruling_chain')
    .set({ number_let_go: last.number_in_chain, sha256_let_go: last.sha256 })
    .where('client_id', '=', clientId)
    .execute();
  return old.length;
}
