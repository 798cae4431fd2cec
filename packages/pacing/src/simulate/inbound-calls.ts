import { purposes } from './luck.ts';
import type { Run } from './run.ts';
import type { Timer } from './timers.ts';

/** Callers who want the same agents: a Poisson stream while dialling is open; they wait until they are served. */
export class InboundCalls {
  waiting = 0;
  readonly #run: Run;
  readonly #onArrival: () => void;
  readonly #next: Timer;
  #arrived = 0;
  #served = 0;

  constructor(run: Run, onArrival: () => void) {
    this.#run = run;
    this.#onArrival = onArrival;
    this.#next = run.timers.add(() => this.#arrive());
    this.#plan(run.scenario.opensAt * 1000);
  }

  /** Which caller is served now: the longest waiting. */
  take(): number {
    this.waiting--;
    return this.#served++;
  }

  #arrive(): void {
    this.waiting++;
    this.#plan(this.#run.floor.nowMs);
    this.#onArrival();
  }

  #plan(afterMs: number): void {
    const { luck, scenario, timers } = this.#run;
    if (scenario.inboundPerHour <= 0) return;
    luck.seat(purposes.inbound, 0, this.#arrived++);
    const atMs = afterMs - (Math.log(luck.uniform()) * 3_600_000) / scenario.inboundPerHour;
    if (atMs < scenario.closesAt * 1000) timers.set(this.#next, atMs);
  }
}
