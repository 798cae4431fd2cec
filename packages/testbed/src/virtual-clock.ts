import type { Clock } from '@alize/runtime';

/** A clock that stands still until it is moved: hours pass in milliseconds, and every run sees the same instants. */
export class VirtualClock implements Clock {
  #nowMs: number;
  #timers: { readonly atMs: number; readonly order: number; readonly run: () => void }[] = [];
  #order = 0;
  readonly #finished: (() => boolean)[] = [];

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  setTimer(ms: number, run: () => void): () => void {
    this.#order += 1;
    const timer = { atMs: this.#nowMs + Math.max(0, ms), order: this.#order, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Does not move while this answers false: somebody else, who knows nothing of this clock, is at work for us. */
  letFinish(isFinished: () => boolean): void {
    this.#finished.push(isFinished);
  }

  /** Moves on by `ms` and runs what falls due, in the order of its time. Between timers, sockets get their turn. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    for (;;) {
      await this.#letOthersSpeak();
      const next = this.#nextBefore(endMs);
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
    }
    this.#nowMs = endMs;
    await this.#letOthersSpeak();
  }

  /** Steps to another time of day without running what lies between, as when a machine's clock is set. */
  jumpTo(ms: number): void {
    this.#nowMs = ms;
  }

  #nextBefore(endMs: number) {
    return this.#timers
      .filter((timer) => timer.atMs <= endMs)
      .sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  }

  async #letOthersSpeak(): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      await new Promise(setImmediate);
      if (this.#finished.some((isFinished) => !isFinished())) turn = -1;
    }
  }
}

/** Turns of the event loop that a message over loopback and what it sets off need, with some to spare. */
const turns = 8;
