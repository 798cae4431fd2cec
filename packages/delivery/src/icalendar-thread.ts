import { parentPort, workerData } from 'node:worker_threads';
import { type BusyWindow, CalendarFileError, readBusyTimes } from './icalendar-read.ts';

/** Reads a file on a thread of its own, which is ended when that takes too long. */
const { text, window } = workerData as { readonly text: string; readonly window: BusyWindow };
try {
  parentPort?.postMessage({ busy: readBusyTimes(text, window) });
} catch (error) {
  parentPort?.postMessage({ fault: error instanceof CalendarFileError ? error.code : 'not_icalendar' });
}
