import type { StoredImport, Tx } from '@alize/db';
import type { ImportPhase } from '@alize/model';
import { createTeller } from './teller.ts';
import type { Workshop } from './workshop.ts';

/** Does what an import asks for a few leads at a time, each step a transaction of its own, until one finds none. */
export async function stepByStep(
  shop: Workshop,
  found: StoredImport,
  phase: Extract<ImportPhase, 'releasing' | 'removing'>,
  step: (tx: Tx, limit: number) => Promise<number>,
): Promise<void> {
  const { db, pace } = shop;
  const rowsAll = found.leadsCount;
  const teller = createTeller(shop, found, { phase, rowsDone: 0, rowsAll, share: 0 });
  let rowsDone = 0;
  for (let count = -1; count !== 0; rowsDone += count) {
    count = await pace.run(() =>
      db.transaction().execute(async (tx) => {
        // Before the first step, so that nobody takes the import for one that is still in the phase before.
        const done = { rowsDone, share: Math.min(1, rowsDone / Math.max(1, rowsAll)) };
        if (teller.isDue()) await teller.tell(tx, done);
        return step(tx, pace.rows);
      }),
    );
  }
}
