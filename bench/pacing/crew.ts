import { Worker } from 'node:worker_threads';
import type { DayJob, DayResult } from './run-day.ts';

interface Waiting {
  readonly job: DayJob;
  readonly resolve: (result: DayResult) => void;
  readonly reject: (reason: unknown) => void;
}

interface Member {
  readonly worker: Worker;
  busyWith: Waiting | null;
}

/** Worker threads that simulate days, one at a time each, in the order asked for. */
export class Crew {
  readonly #members: readonly Member[];
  readonly #queue: Waiting[] = [];

  constructor(size: number) {
    this.#members = Array.from({ length: size }, () => this.#newMember());
  }

  /** The day's result; rejected when the simulation throws. */
  run(job: DayJob): Promise<DayResult> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, resolve, reject });
      for (const member of this.#members) this.#occupy(member);
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }

  #newMember(): Member {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const member: Member = { worker, busyWith: null };
    worker.on('message', (result: DayResult) => {
      member.busyWith?.resolve(result);
      member.busyWith = null;
      this.#occupy(member);
    });
    worker.on('error', (reason) => member.busyWith?.reject(reason));
    return member;
  }

  #occupy(member: Member): void {
    if (member.busyWith) return;
    member.busyWith = this.#queue.shift() ?? null;
    if (member.busyWith) member.worker.postMessage(member.busyWith.job);
  }
}
