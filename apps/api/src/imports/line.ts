import type { Clock } from '@alize/runtime';
import { ThreadEnded } from './thread.ts';

/** Jobs that are done one after another, each told apart by its id. */
export interface Line<Job extends { readonly importId: string }> {
  /** At its end; one that waits already waits once. */
  add(job: Job): void;
  /** First of all that wait; what is being done of the same import is ended. */
  restart(job: Job): Promise<void>;
  /** Ends what is being done, begins nothing more, and waits until all is still. */
  close(): Promise<void>;
}

export interface LineWork<Job> {
  readonly clock: Clock;
  /** Does a job to its end. Rejects with ThreadEnded when `end` cut it off. */
  run(job: Job): Promise<void>;
  end(): Promise<void>;
  /** A job failed for the last time. */
  giveUp(job: Job, error: unknown): Promise<void>;
  onError(job: Job, error: unknown): void;
}

/** Pauses before a job that failed is tried again: a full disk, a database that restarts. Then it is given up. */
const retryAfterMs = [1000, 5000, 20_000];

export function createLine<Job extends { readonly importId: string }>(work: LineWork<Job>): Line<Job> {
  let waiting: readonly Job[] = [];
  let running: Job | null = null;
  let isClosed = false;
  let going: Promise<void> | null = null;
  const failures = new Map<string, number>();
  const retries = new Map<string, () => void>();

  const go = async () => {
    for (let job = waiting[0]; job && !isClosed; job = waiting[0]) {
      waiting = waiting.slice(1);
      running = job;
      await attempt(job);
      running = null;
    }
  };
  const wake = () => {
    going ??= go().finally(() => {
      going = null;
      if (waiting.length > 0 && !isClosed) wake();
    });
  };
  const attempt = async (job: Job) => {
    try {
      await work.run(job);
      failures.delete(job.importId);
    } catch (error) {
      if (error instanceof ThreadEnded && error.cause === undefined) return;
      work.onError(job, error);
      await fail(job, error).catch((later: unknown) => work.onError(job, later));
    }
  };
  const fail = async (job: Job, error: unknown) => {
    const count = failures.get(job.importId) ?? 0;
    const afterMs = retryAfterMs[count];
    if (afterMs === undefined) {
      failures.delete(job.importId);
      return work.giveUp(job, error);
    }
    failures.set(job.importId, count + 1);
    const cancel = work.clock.setTimer(afterMs, () => add(job));
    retries.set(job.importId, cancel);
  };
  const forget = ({ importId }: Job) => {
    retries.get(importId)?.();
    retries.delete(importId);
    waiting = waiting.filter((each) => each.importId !== importId);
  };
  const add = (job: Job) => {
    if (isClosed) return;
    forget(job);
    waiting = [...waiting, job];
    wake();
  };

  return {
    add,
    async restart(job) {
      if (isClosed) return;
      forget(job);
      waiting = [job, ...waiting];
      if (running?.importId === job.importId) await work.end();
      wake();
    },
    async close() {
      isClosed = true;
      waiting = [];
      for (const cancel of retries.values()) cancel();
      await work.end();
      await going;
    },
  };
}
