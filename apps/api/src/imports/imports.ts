import { join } from 'node:path';
import {
  appendEvents,
  findImport,
  interruptedImports,
  type StoredImport,
  setImportState,
  type Tx,
  wasAnyCalled,
} from '@alize/db';
import type { ClientId, ImportId, ImportState } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { events } from '../events.ts';
import { announceEnd, refuse } from './endings.ts';
import { importChanged } from './import-event.ts';
import type { ImportWork } from './import-thread.ts';
import { createLine } from './line.ts';
import type { PreviewAnswer, PreviewAsked } from './preview-thread.ts';
import { createThread } from './thread.ts';
import type { ImportAsked } from './workshop.ts';

/** Why an import does not do what is asked of it: it is not at that point of its life, or a lead of it was called. */
const importRefusals = ['wrong_state', 'lead_called'] as const;
type ImportRefusal = (typeof importRefusals)[number];
export type ImportAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly why: ImportRefusal };

/**
 * Files of leads, from the upload to leads that can be called, in a thread of their own, one file after another. Each
 * import stands in the table `import`, and what is done next follows from its state alone: a stop of the process at any
 * moment loses nothing and repeats nothing.
 */
export interface Imports {
  /** What the importer sees in the file at this path; nothing is stored, and no import in flight is waited for. */
  preview(file: string, settings: PreviewAsked['settings']): Promise<PreviewAnswer>;
  /** Begins the dry run of an import that was just stored in `checking`. */
  check(clientId: ClientId, id: ImportId): void;
  /** Stores what was checked. An import still in `checking` is checked first, and then stored without a question. */
  commit(clientId: ClientId, id: ImportId): Promise<ImportAnswer>;
  /** Gives an import up, and takes out again what is stored of it; refused once its leads are let go. */
  cancel(clientId: ClientId, id: ImportId): Promise<ImportAnswer>;
  /** Takes the leads of an import out again and puts back what it changed; refused once one of them was called. */
  undo(clientId: ClientId, id: ImportId): Promise<ImportAnswer>;
  /** Takes up again every import that the last stop cut off. */
  recover(): Promise<void>;
  /** Ends everything in flight where it is; the next start goes on from there. */
  stop(): Promise<void>;
}

/** Rows are never gathered; what tells a repeated row is, and that of some million rows fits. */
const storingHeapMiB = 512;
const previewHeapMiB = 256;
/** How long a person waits for a preview at most; no sound file takes a tenth of it. */
const previewLastsMaxMs = 30_000;

/** Whereto an import goes from where it is; null when what is asked is not for its state. */
type Way = (found: StoredImport, tx: Tx) => Promise<ImportState | ImportRefusal>;

const ways: Record<'commit' | 'cancel' | 'undo', Way> = {
  commit: async ({ state }) => (state === 'checked' || state === 'checking' ? 'importing' : 'wrong_state'),
  cancel: async ({ state, phase }) => {
    if (state === 'checking' || state === 'checked') return 'cancelled';
    return state === 'importing' && phase !== 'releasing' ? 'cancelling' : 'wrong_state';
  },
  undo: async ({ id, state }, tx) => {
    if (state !== 'imported') return 'wrong_state';
    return (await wasAnyCalled(tx, id)) ? 'lead_called' : 'undoing';
  },
};

export function createImports(api: ApiParts): Imports {
  const { db } = api.database;
  const { settings, clock, ids } = api;
  const workerData: ImportWork = {
    databasePlace: settings.databasePlace,
    uploadsFolder: join(settings.dataFolder, 'uploads'),
  };
  const storing = createThread<ImportAsked, void>(new URL('./import-thread.ts', import.meta.url), {
    ...{ workerData, heapMiB: storingHeapMiB },
  });
  const previewing = createThread<PreviewAsked, PreviewAnswer>(
    new URL('./preview-thread.ts', import.meta.url),
    { workerData: null, heapMiB: previewHeapMiB, lastsMaxMs: previewLastsMaxMs },
  );
  const line = createLine<ImportAsked>({
    clock,
    run: storing.ask,
    end: storing.end,
    giveUp: async ({ clientId, importId }) => {
      const found = await findImport(db, clientId, importId);
      if (found && (await refuse({ db, clock, ids }, found, 'interrupted'))) line.add({ clientId, importId });
    },
    onError: ({ importId }, error) => events.importFailed(api.log, { importId, error }),
  });

  /** Moves an import on when its state allows, tells it, and has what follows done before all else. */
  const move = async (clientId: ClientId, importId: ImportId, way: Way): Promise<ImportAnswer> => {
    const answer = await db.transaction().execute(async (tx): Promise<ImportAnswer> => {
      const found = await findImport(tx, clientId, importId);
      const next = found ? await way(found, tx) : 'wrong_state';
      if (!found || isRefusal(next)) return { kind: 'refused', why: isRefusal(next) ? next : 'wrong_state' };
      const atMs = clock.nowMs();
      const isMoved = await setImportState(tx, importId, {
        ...{ state: next, from: [found.state], phase: null, atMs },
      });
      if (!isMoved) return { kind: 'refused', why: 'wrong_state' };
      await appendEvents(tx, atMs, [importChanged({ ...found, state: next })]);
      if (next === 'cancelled') await announceEnd({ tx, ids }, found, { state: next, atMs });
      return { kind: 'taken' };
    });
    if (answer.kind === 'taken') await line.restart({ clientId, importId });
    return answer;
  };

  return {
    preview: (file, asked) => previewing.ask({ file, settings: asked }),
    check: (clientId, importId) => line.add({ clientId, importId }),
    commit: (clientId, id) => move(clientId, id, ways.commit),
    cancel: (clientId, id) => move(clientId, id, ways.cancel),
    undo: (clientId, id) => move(clientId, id, ways.undo),
    async recover() {
      for (const { clientId, id } of await interruptedImports(db)) line.add({ clientId, importId: id });
    },
    async stop() {
      await Promise.all([line.close(), previewing.end()]);
    },
  };
}

function isRefusal(next: ImportState | ImportRefusal): next is ImportRefusal {
  return importRefusals.some((why) => why === next);
}
