import { type TimeLaw, timeBin, timeBins, timeEdge } from './laws.ts';

/** Spells that ended and time spent, by bin: what a hazard is estimated from. As JSON, for restarts. */
export interface TimeTallyState {
  readonly ended: readonly number[];
  readonly seconds: readonly number[];
}

/** What a law is shrunk to before much is known: a mean, and how many spells that is worth. */
export interface TimePrior {
  readonly meanSeconds: number;
  readonly spells: number;
}

/** How many ended spells a bin needs before its own rate outweighs the overall one. */
const binWeight = 0.4;

/**
 * Measures how long something lasts, spells still running included: ends to time at risk in each bin (the
 * occurrence-exposure rate, which is the maximum likelihood estimate of a piecewise constant hazard), shrunk to the
 * overall rate, and that to a prior (a gamma prior is conjugate: ends and time are added to both sides).
 */
export class TimeTally {
  readonly #ended: Float64Array;
  readonly #seconds: Float64Array;
  readonly #prior: TimePrior;
  #count = 0;
  /** Time at risk in all bins together. */
  #spent = 0;

  constructor(prior: TimePrior, state?: TimeTallyState) {
    this.#prior = prior;
    this.#ended = Float64Array.from({ length: timeBins }, (_, bin) => state?.ended[bin] ?? 0);
    this.#seconds = Float64Array.from({ length: timeBins }, (_, bin) => state?.seconds[bin] ?? 0);
    this.#count = sum(this.#ended);
    this.#spent = sum(this.#seconds);
  }

  /** Spells that ended, as far as they are remembered. */
  get count(): number {
    return this.#count;
  }

  /** Mean of a spell, in seconds, the prior counted in. */
  get mean(): number {
    const { meanSeconds, spells } = this.#prior;
    return (this.#spent + spells * meanSeconds) / (this.#count + spells);
  }

  /** A spell ended after so many seconds. */
  add(seconds: number): void {
    const lasted = noLessThanNothing(seconds);
    spend(this.#seconds, lasted);
    this.#spent += lasted;
    const bin = timeBin(lasted);
    this.#ended[bin] = (this.#ended[bin] ?? 0) + 1;
    this.#count += 1;
    if (this.#count > rememberedMax) this.#forget();
  }

  /** The law as known now; `running`: how long the spells have lasted that have not ended. */
  law(running: readonly number[] = []): TimeLaw {
    const seconds = running.length === 0 ? this.#seconds : this.#seconds.slice();
    for (const lasted of running) spend(seconds, noLessThanNothing(lasted));
    const { meanSeconds, spells } = this.#prior;
    const overall = (this.#count + spells) / (sum(seconds) + spells * meanSeconds);
    let left = 1;
    const over = Array.from(this.#ended, (ended, bin) => {
      const rate = (ended + binWeight) / ((seconds[bin] ?? 0) + binWeight / overall);
      left *= Math.exp(-rate * (timeEdge(bin + 1) - timeEdge(bin)));
      return 1 - left;
    });
    return { over };
  }

  state(): TimeTallyState {
    return { ended: rounded(this.#ended), seconds: rounded(this.#seconds) };
  }

  #forget(): void {
    for (let bin = 0; bin < timeBins; bin += 1) {
      this.#ended[bin] = (this.#ended[bin] ?? 0) / 2;
      this.#seconds[bin] = (this.#seconds[bin] ?? 0) / 2;
    }
    this.#count /= 2;
    this.#spent /= 2;
  }
}

/** So many spells are remembered at most; then all count for half. */
const rememberedMax = 4_000;

/** A clock that was set back makes a spell end before it began. */
const noLessThanNothing = (seconds: number): number => Math.max(0, seconds);

/** Time at risk of a spell, bin by bin. */
function spend(seconds: Float64Array, lasted: number): void {
  const last = timeBin(lasted);
  for (let bin = 0; bin < last; bin += 1) {
    seconds[bin] = (seconds[bin] ?? 0) + timeEdge(bin + 1) - timeEdge(bin);
  }
  seconds[last] = (seconds[last] ?? 0) + lasted - timeEdge(last);
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const rounded = (values: Float64Array): number[] =>
  Array.from(values, (value) => Math.round(value * 100) / 100);
