import { rm } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { interruptedLists } from '@alize/db';
import { events } from './events.ts';
import type { ImportAnswer, ImportJob, ListImport } from './import-job.ts';
import type { ApiParts } from './routing.ts';

/** Reads files in a thread of its own, one at a time, so that no file keeps a call or a person waiting. */
export interface ListImports {
  /** What the importer sees in a file; nothing is stored. */
  preview(job: Omit<Extract<ImportJob, { kind: 'preview' }>, 'kind'>): Promise<ImportAnswer>;
  /** Imports an uploaded file into its list after those before it, then removes the file. */
  start(list: ListImport): void;
  /** Finishes or undoes the imports that the last stop cut off. */
  recover(): Promise<void>;
  /** Ends the import in flight where it is; the next start undoes it. */
  stop(): Promise<void>;
}

const heapMiB = 512;

export function createListImports(api: ApiParts): ListImports {
  const { databaseFile } = api.settings;
  const workers = new Set<Worker>();
  let isStopped = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<void>) => {
    last = last
      .then(() => (isStopped ? undefined : run()))
      .catch((error: unknown) => events.importFailed(api.log, error));
  };

  return {
    preview: (job) => runJob(workers, { kind: 'preview', ...job }),
    start(list) {
      inTurn(async () => {
        const answer = await runJob(workers, {
          kind: 'import',
          databaseFile,
          nowMs: api.clock.nowMs(),
          ...list,
        });
        events.importEnded(api.log, { listId: list.list.listId, answer: answer.kind });
        await rm(list.file, { force: true });
      });
    },
    async recover() {
      for (const { isStored, id, ...list } of await interruptedLists(api.database.db)) {
        const job = { kind: 'recover', databaseFile, isStored, list: { listId: id, ...list } } as const;
        inTurn(async () => void (await runJob(workers, { ...job, nowMs: api.clock.nowMs() })));
      }
    },
    async stop() {
      isStopped = true;
      await Promise.all([...workers].map((worker) => worker.terminate()));
      await last;
    },
  };
}

/** One job in one new thread. Rejects when the thread fails or is ended. */
function runJob(workers: Set<Worker>, job: ImportJob): Promise<ImportAnswer> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
  });
  workers.add(worker);
  return new Promise<ImportAnswer>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('import thread ended early')));
  }).finally(() => workers.delete(worker));
}
