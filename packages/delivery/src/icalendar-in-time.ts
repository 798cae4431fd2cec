import { Worker } from 'node:worker_threads';
import type { BusyTime } from '@alize/model';
import { type BusyWindow, type CalendarFault, CalendarFileError } from './icalendar-read.ts';

const timeMs = 5_000;
const memoryMb = 256;

/**
 * `readBusyTimes` on a thread of its own, within 5 s and 256 MB: rules of repetition can be written that never come to
 * an end, and the process goes on meanwhile. Throws CalendarFileError; `too_many_repetitions` when its time ran out.
 */
export function readBusyTimesInTime(text: string, window: BusyWindow): Promise<readonly BusyTime[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./icalendar-thread.ts', import.meta.url), {
      workerData: { text, window },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const tooLong = () => reject(new CalendarFileError('too_many_repetitions'));
    const timer = setTimeout(() => void thread.terminate().then(tooLong), timeMs);
    thread.on('message', (answer: { busy: readonly BusyTime[] } | { fault: CalendarFault }) => {
      if ('busy' in answer) resolve(answer.busy);
      else reject(new CalendarFileError(answer.fault));
    });
    // A thread that is out of memory, too.
    thread.on('error', tooLong);
    thread.on('exit', () => clearTimeout(timer));
  });
}
