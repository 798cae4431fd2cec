import { appendEvents, type Db, type StoredImport, setImportState } from '@alize/db';
import type { ImportPhase } from '@alize/model';
import { importChanged } from './import-event.ts';
import { createMeter } from './meter.ts';
import type { Workshop } from './workshop.ts';

export interface Done {
  readonly rowsDone: number;
  /** 0 to 1. */
  readonly share: number;
}

/** Says of one phase how far it has come, four times a second at most. */
export interface Teller {
  isDue(): boolean;
  /** Stores the phase, and the event that tells of it, in the transaction of what was done if there is one. */
  tell(db: Db, done: Done): Promise<void>;
}

const tellEveryMs = 250;

/** A teller that begins with what was done before. */
export function createTeller(
  { clock }: Workshop,
  found: StoredImport,
  start: Done & { readonly phase: ImportPhase; readonly rowsAll: number | null },
): Teller {
  const { phase } = start;
  const meter = createMeter({ ...start, atMs: performance.now() });
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return {
    isDue: () => performance.now() - toldAtMs >= tellEveryMs,
    async tell(db, done) {
      toldAtMs = performance.now();
      const atMs = clock.nowMs();
      const { id, state } = found;
      const isSo = await setImportState(db, id, { state, from: [state], phase, atMs });
      if (!isSo) throw new Error(`import ${id} is ${state} no more`);
      await appendEvents(db, atMs, [importChanged(found, meter.read({ ...done, atMs: toldAtMs }))]);
    },
  };
}
