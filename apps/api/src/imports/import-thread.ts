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
/** Each is two waits for the disk; three batches of rows change some 2,500 pages at most. */
const transactionsPerCheckpoint = 3;
let transactions = 0;
async function writeBack(): Promise<void> {
  transactions += 1;
  if (transactions % transactionsPerCheckpoint === 0) await checkpoint(db);
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
