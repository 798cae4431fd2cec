import type { SimulatedFloor } from '@alize/pacing/simulate';

/** How often a rule that decides seldom is asked, so that a slow trunk gets its calls one after the other. */
export const placeEveryMs = 500;

/** Calls decided on at one beat and placed as fast as the trunk takes them, until the next beat decides anew. */
export class OwedCalls {
  readonly #everyMs: number;
  #nextMs = 0;
  #owed = 0;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  place(floor: SimulatedFloor, decide: (floor: SimulatedFloor) => number): number {
    if (floor.nowMs >= this.#nextMs) {
      this.#nextMs = floor.nowMs + this.#everyMs;
      this.#owed = Math.max(0, decide(floor));
    }
    const calls = Math.min(this.#owed, floor.linesFree, floor.callsAllowedNow);
    this.#owed -= calls;
    return calls;
  }
}
