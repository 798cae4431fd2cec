import { Worker } from 'node:worker_threads';
import type { ClientId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import type { ForecastAnswer, ForecastJob } from './forecast-job.ts';

/** Runs forecasts in threads of their own: two at once, one of a client; the others wait in line. */
export interface Forecasts {
  /**
   * The answer, once it is this job's turn. Throws `forecast_line_full` when too many wait, `forecast_too_large` when it
   * takes longer than two minutes; rejects when `signal` ends it.
   */
  run(job: Omit<ForecastJob, 'databasePlace' | 'nowMs'>, signal: AbortSignal): Promise<ForecastAnswer>;
  /** Ends those in flight and in line. */
  stop(): Promise<void>;
}

const runningMax = 2;
const waitingMax = 4;
const heapMiB = 512;
/** Far above the half minute that work.ts reckons with: a busy machine takes its time. */
const lastsMaxMs = 120_000;

interface Waiting {
  readonly clientId: ClientId;
  readonly start: () => void;
}

export function createForecasts({ settings: { databasePlace }, clock }: ApiParts): Forecasts {
  const running = new Set<ClientId>();
  const workers = new Set<Worker>();
  let line: readonly Waiting[] = [];
  const stopping = new AbortController();

  const startNext = () => {
    const next = line.find(({ clientId }) => !running.has(clientId));
    if (!next || running.size >= runningMax) return;
    line = line.filter((each) => each !== next);
    running.add(next.clientId);
    next.start();
  };
  const turn = (clientId: ClientId, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (line.length >= waitingMax)
        return reject(new Problem('forecast_line_full', { retryAfterSeconds: 60 }));
      const waiting = { clientId, start: resolve };
      line = [...line, waiting];
      signal.addEventListener('abort', () => {
        if (!line.includes(waiting)) return;
        line = line.filter((each) => each !== waiting);
        reject(new Problem('unavailable'));
      });
      startNext();
    });

  return {
    async run(job, asked) {
      const signal = AbortSignal.any([asked, stopping.signal]);
      if (signal.aborted) throw new Problem('unavailable');
      await turn(job.clientId, signal);
      try {
        return await inThread(workers, { ...job, databasePlace, nowMs: clock.nowMs() }, signal);
      } finally {
        running.delete(job.clientId);
        startNext();
      }
    },
    async stop() {
      stopping.abort();
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

/** One job in one new thread, ended by the signal or when it lasts too long. */
async function inThread(
  workers: Set<Worker>,
  job: ForecastJob,
  signal: AbortSignal,
): Promise<ForecastAnswer> {
  const worker = new Worker(new URL('./forecast-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
  });
  workers.add(worker);
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end);
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    end();
  }, lastsMaxMs);
  try {
    return await new Promise<ForecastAnswer>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', () => reject(new Problem(isLate ? 'forecast_too_large' : 'unavailable')));
    });
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', end);
    workers.delete(worker);
  }
}
