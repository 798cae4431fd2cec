import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '@alize/db';
import { type ForecastAnswer, type ForecastJob, ForecastRefusal } from './forecast-job.ts';
import { foretell } from './foretell.ts';

/** Runs the one job that the thread was made for. The cast holds: only forecasts.ts makes these threads. */
parentPort?.postMessage(await run(workerData as ForecastJob));

async function run(job: ForecastJob): Promise<ForecastAnswer> {
  const database = openDatabase(job.databasePlace);
  try {
    return { kind: 'foretold', body: await foretell(database.db, job) };
  } catch (error) {
    if (error instanceof ForecastRefusal)
      return { kind: 'refused', code: error.code, pointer: error.pointer };
    throw error;
  } finally {
    await database.close();
  }
}
