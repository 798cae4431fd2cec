import { workerData } from 'node:worker_threads';
import { checkpoint, liesInFile, openDatabase } from '@alize/db';
import { createIds, systemClock } from '@alize/runtime';
import { answerIn } from './answer-in.ts';
import { carryOn } from './carry-on.ts';
import { createPace, freePace } from './pace.ts';
import type { ImportAsked } from './workshop.ts';

/** What the thread is made with. */
export interface ImportWork {
  readonly databasePlace: string;
  readonly uploadsFolder: string;
}

// Only imports.ts makes this thread, with an ImportWork.
const { databasePlace, uploadsFolder } = workerData as ImportWork;
// What a power cut takes of an import is done again.
const { db, version } = openDatabase(databasePlace, { isDurable: false });
/**
 * Each is two waits for the disk, and writes a page once that many batches have changed: three small batches change
 * some 2,500 pages at most; of large ones, which nobody waits for, a dozen save most.
 */
const transactionsPerCheckpoint = { shared: 3, alone: 12 };
let transactions = 0;
async function writeBack(isShared: boolean): Promise<void> {
  transactions += 1;
  if (transactions < transactionsPerCheckpoint[isShared ? 'shared' : 'alone']) return;
  transactions = 0;
  await checkpoint(db);
}

const shop = {
  db,
  clock: systemClock,
  ids: createIds(systemClock),
  pace: liesInFile(databasePlace)
    ? createPace({ nowMs: () => performance.now(), version, inRest: writeBack })
    : freePace,
  uploadsFolder,
};

answerIn((asked: ImportAsked) => carryOn(shop, asked));
