import type { SimulatedFloor } from './pacer.ts';

const callsKept = 20;

/** Keeps count of how many of the last calls settled the trunk failed to carry. */
export class TrunkFailures {
  readonly #counts: SimulatedFloor['trunkFailures'];
  readonly #last = new Uint8Array(callsKept);
  #next = 0;

  constructor(counts: SimulatedFloor['trunkFailures']) {
    this.#counts = counts;
  }

  count(hasFailed: boolean): void {
    this.#counts.failed += Number(hasFailed) - (this.#last[this.#next] ?? 0);
    this.#counts.of = Math.min(callsKept, this.#counts.of + 1);
    this.#last[this.#next] = Number(hasFailed);
    this.#next = (this.#next + 1) % callsKept;
  }
}
