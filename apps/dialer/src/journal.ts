import { type Db, dialerLease, isLeaseEpoch, isStorageError, type Tx } from '@alize/db';
import type { Clock } from '@alize/runtime';

/** A piece of writing, run inside a transaction that it shares with its neighbours. */
export type Entry = (tx: Tx) => Promise<void>;

/** How long to wait before a failed transaction is tried again: a full disk or a locked file mends with time. */
const retryAfterMs = 500;

/**
 * What the dialer has seen, on its way to disk: entries that come in while one transaction is being written go
 * together into the next, in their order. Nothing that the network is asked for waits here; claims do not pass here.
 */
export class Journal {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #epoch: () => number | null;
  readonly #onProblem: (problem: 'write_failed' | 'entry_dropped' | 'fenced', error?: unknown) => void;
  #entries: Entry[] = [];
  #waiting: (() => void)[] = [];
  #flushing: Promise<void> | null = null;

  constructor(options: {
    db: Db;
    clock: Clock;
    /** The fencing number that entries are written under; null while none is held. */
    epoch: () => number | null;
    onProblem: (problem: 'write_failed' | 'entry_dropped' | 'fenced', error?: unknown) => void;
  }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#epoch = options.epoch;
    this.#onProblem = options.onProblem;
  }

  /** Puts an entry in line; it is on disk some milliseconds later. */
  write(entry: Entry): void {
    this.#entries.push(entry);
    this.#flushing ??= this.#flush();
  }

  /** Resolves when everything put in line so far is on disk; what comes in meanwhile is not waited for. */
  async settled(): Promise<void> {
    if (this.#flushing) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #flush(): Promise<void> {
    // Entries of the same turn of the event loop share one commit.
    await new Promise(setImmediate);
    while (this.#entries.length > 0 || this.#waiting.length > 0) {
      const batch = this.#entries;
      const waiting = this.#waiting;
      this.#entries = [];
      this.#waiting = [];
      if (batch.length > 0) await this.#writeBatch(batch);
      for (const resolve of waiting) resolve();
    }
    this.#flushing = null;
  }

  /** Together first; one by one when that fails, so that a single bad entry takes no other with it. */
  async #writeBatch(batch: readonly Entry[]): Promise<void> {
    try {
      await this.#commit(batch);
    } catch (error) {
      this.#onProblem('write_failed', error);
      for (const entry of batch) await this.#writeOne(entry);
    }
  }

  async #writeOne(entry: Entry): Promise<void> {
    for (;;) {
      try {
        await this.#commit([entry]);
        return;
      } catch (error) {
        if (!isStorageError(error)) {
          this.#onProblem('entry_dropped', error);
          return;
        }
        this.#onProblem('write_failed', error);
        await new Promise<void>((resolve) => this.#clock.setTimer(retryAfterMs, resolve));
      }
    }
  }

  async #commit(batch: readonly Entry[]): Promise<void> {
    const epoch = this.#epoch();
    await this.#db.transaction().execute(async (tx) => {
      if (epoch === null || !(await isLeaseEpoch(tx, dialerLease, epoch))) {
        this.#onProblem('fenced');
        return;
      }
      for (const entry of batch) await entry(tx);
    });
  }
}
