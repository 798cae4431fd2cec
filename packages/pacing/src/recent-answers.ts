import { callSeconds } from './laws.ts';

/** As JSON, for restarts. */
export interface RecentAnswersState {
  readonly offered: number;
  readonly settled: readonly number[];
}

/** Answers of the last calls, and for how long those calls were out. Older calls count less. */
export class RecentAnswers {
  #offered: number;
  readonly #settled: Float64Array;

  constructor(state: RecentAnswersState) {
    this.#offered = state.offered;
    this.#settled = Float64Array.from({ length: callSeconds }, (_, second) => state.settled[second] ?? 0);
  }

  /** One more call, settled in this second; `memory`: how many calls are remembered. */
  add(isOffered: boolean, second: number, memory: number): void {
    const keep = 1 - 1 / memory;
    for (let at = 0; at < callSeconds; at += 1) this.#settled[at] = (this.#settled[at] ?? 0) * keep;
    this.#settled[second] = (this.#settled[second] ?? 0) + 1;
    this.#offered = this.#offered * keep + (isOffered ? 1 : 0);
  }

  get offered(): number {
    return this.#offered;
  }

  /** Answers that a cumulative hazard, by second, foretells of the calls remembered. */
  foretoldBy(hazard: Float64Array): number {
    let sum = 0;
    for (let at = 0; at < callSeconds; at += 1) sum += (this.#settled[at] ?? 0) * (hazard[at] ?? 0);
    return sum;
  }

  state(): RecentAnswersState {
    return {
      offered: this.#offered,
      settled: Array.from(this.#settled, (value) => Math.round(value * 1000) / 1000),
    };
  }
}
