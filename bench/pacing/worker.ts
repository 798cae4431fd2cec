import { parentPort } from 'node:worker_threads';
import { type DayJob, runDay } from './run-day.ts';

parentPort?.on('message', (job: DayJob) => parentPort?.postMessage(runDay(job)));
