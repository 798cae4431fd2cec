import type { Say } from './steps.ts';

/** A process that runs now. */
export interface Running {
  readonly exited: Promise<unknown>;
  stop(graceMs: number): Promise<void>;
}

/** A process that is started again whenever it ends by itself. */
export interface Supervised {
  readonly name: string;
  /** Ends it for good; resolves when nothing of it runs. */
  stop(graceMs: number): Promise<void>;
}

/** Waits before the next start, in ms: the longer, the more often it ended within a minute of its start. */
export function backOffMs(quickEndsCount: number): number {
  return Math.min(15_000, 250 * 2 ** quickEndsCount);
}

/** Starts a process and starts it again, saying so, when it ends. */
export function supervise(name: string, start: () => Promise<Running>, say: Say): Supervised {
  return new Supervision(name, start, say);
}

const longLifeMs = 60_000;

class Supervision implements Supervised {
  readonly name: string;
  readonly #start: () => Promise<Running>;
  readonly #say: Say;
  readonly #stopping = new AbortController();
  readonly #over: Promise<void>;
  #running: Running | null = null;

  constructor(name: string, start: () => Promise<Running>, say: Say) {
    this.name = name;
    this.#start = start;
    this.#say = say;
    this.#over = this.#keepRunning();
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    await this.#running?.stop(graceMs);
    await this.#over;
  }

  async #keepRunning(): Promise<void> {
    let quickEndsCount = 0;
    while (!this.#stopping.signal.aborted) {
      const startedAt = performance.now();
      await this.#runOnce();
      if (this.#stopping.signal.aborted) return;
      quickEndsCount = performance.now() - startedAt > longLifeMs ? 0 : quickEndsCount + 1;
      const waitMs = backOffMs(quickEndsCount);
      this.#say(`${this.name} ended by itself; starting it again in ${(waitMs / 1000).toFixed(1)} s.`);
      await this.#pause(waitMs);
    }
  }

  async #runOnce(): Promise<void> {
    try {
      this.#running = await this.#start();
      // Asked to stop while it was starting.
      if (this.#stopping.signal.aborted) await this.#running.stop(1000);
      await this.#running.exited;
    } catch (error) {
      this.#say(`${this.name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      this.#running = null;
    }
  }

  #pause(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.#stopping.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
