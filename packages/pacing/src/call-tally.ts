import type { CallFate } from './call-fate.ts';
import { type CallLaw, callSeconds } from './laws.ts';

/** As JSON, for restarts. */
export interface CallTallyState {
  /** Calls by the second in which they were offered, or ended otherwise. */
  readonly offered: readonly number[];
  readonly ended: readonly number[];
  readonly passShare: number;
  readonly recentShare: number;
}

/** Calls remembered by the long memory and by the short one: each new call takes one part in so many. */
const rememberedLong = 500;
const rememberedShort = 60;
/** A prior counts for so many calls. */
const priorCalls = 20;

/** Standard errors between the two memories from which the short one begins to count, and after how many more it alone does. */
const rising = 1.5;
const falling = 2.2;
const beyond = 1.5;

/**
 * Measures if and when calls are answered: hazards by second of two competing ends, offered or over (Kaplan and Meier,
 * Journal of the American Statistical Association 53, 1958, with competing risks), calls still out included. Older
 * calls count less. A short memory beside the long one notices a change of the answer share; a rise, which is the
 * danger, is believed sooner than a fall.
 */
export class CallTally {
  readonly #offered = new Float64Array(callSeconds);
  readonly #ended = new Float64Array(callSeconds);
  /** What a new call weighs: it grows, so that the older ones need not be touched. */
  #weight = 1;
  #passShare = 1;
  #recentShare: number;

  constructor(answerShare: number, state?: CallTallyState) {
    this.#recentShare = state?.recentShare ?? answerShare;
    if (state) this.#restore(state);
    else this.#assume(answerShare);
  }

  add(fate: CallFate, afterMs: number): void {
    const isOffered = fate === 'offered';
    const second = Math.min(callSeconds - 1, Math.max(0, Math.floor(afterMs / 1000)));
    const tally = isOffered ? this.#offered : this.#ended;
    tally[second] = (tally[second] ?? 0) + this.#weight;
    this.#weight /= 1 - 1 / rememberedLong;
    if (isOffered || fate === 'machine_detected') {
      this.#passShare += ((isOffered ? 1 : 0) - this.#passShare) / rememberedLong;
    }
    this.#recentShare += ((isOffered ? 1 : 0) - this.#recentShare) / rememberedShort;
    if (this.#weight > 1e6) this.#rescale(1 / this.#weight);
  }

  /** Share of calls offered to agents, by the long memory. */
  get share(): number {
    return sum(this.#offered) / (sum(this.#offered) + sum(this.#ended));
  }

  /** The law as known now; `running`: for how many seconds the calls have been out that are dialling still. */
  law(running: readonly number[] = []): CallLaw {
    const factor = this.#change();
    const atRisk = this.#atRisk(running);
    const offered: number[] = [];
    const live: number[] = [];
    let left = 1;
    let soFar = 0;
    for (let second = 0; second < callSeconds; second += 1) {
      const risk = Math.max(1e-9, atRisk[second] ?? 0);
      const isKnown = risk > this.#weight * 1e-3;
      const offeredNow = isKnown ? Math.min(1, ((this.#offered[second] ?? 0) / risk) * factor) : 0;
      const endedNow = isKnown ? Math.min(1 - offeredNow, (this.#ended[second] ?? 0) / risk) : 1;
      soFar += left * offeredNow;
      left *= 1 - offeredNow - endedNow;
      offered.push(soFar);
      live.push(Math.max(0, left));
    }
    return { offered, live, passShare: this.#passShare, detectMs: 0 };
  }

  state(): CallTallyState {
    const scaled = (values: Float64Array) =>
      Array.from(values, (value) => Math.round((value / this.#weight) * 1000) / 1000);
    return {
      offered: scaled(this.#offered),
      ended: scaled(this.#ended),
      passShare: this.#passShare,
      recentShare: this.#recentShare,
    };
  }

  /** By how much the short memory says that answers have become more or fewer. */
  #change(): number {
    const long = this.share;
    const error = Math.sqrt((long * (1 - long)) / (2 * rememberedShort - 1));
    const errors = (this.#recentShare - long) / error;
    const threshold = errors > 0 ? rising : falling;
    const belief = Math.max(0, Math.min(1, (Math.abs(errors) - threshold) / beyond));
    return 1 + belief * (this.#recentShare / long - 1);
  }

  /** Calls that lasted into each second, with those still out for as long as they have been. */
  #atRisk(running: readonly number[]): Float64Array {
    const atRisk = new Float64Array(callSeconds + 1);
    for (const seconds of running) {
      const second = Math.min(callSeconds - 1, Math.max(0, Math.floor(seconds)));
      // Out for half of this second, on average.
      atRisk[second] = (atRisk[second] ?? 0) + this.#weight / 2;
      if (second > 0) atRisk[second - 1] = (atRisk[second - 1] ?? 0) + this.#weight / 2;
    }
    for (let second = callSeconds - 1; second >= 0; second -= 1) {
      const settled = (this.#offered[second] ?? 0) + (this.#ended[second] ?? 0);
      atRisk[second] = (atRisk[second] ?? 0) + settled + (atRisk[second + 1] ?? 0);
    }
    return atRisk;
  }

  #restore(state: CallTallyState): void {
    for (let second = 0; second < callSeconds; second += 1) {
      this.#offered[second] = state.offered[second] ?? 0;
      this.#ended[second] = state.ended[second] ?? 0;
    }
    this.#passShare = state.passShare;
  }

  /** People take some ten seconds to answer; a third of the others fail at once, the rest rings out. */
  #assume(answerShare: number): void {
    const others = 1 - answerShare;
    for (let second = 2; second < 26; second += 1) {
      const shape = second * Math.exp(-second / 5);
      this.#offered[second] = priorCalls * answerShare * (shape / answerShapeSum);
    }
    for (let second = 1; second < 5; second += 1) this.#ended[second] = (priorCalls * others) / 3 / 4;
    for (let second = 20; second < 30; second += 1) this.#ended[second] = (priorCalls * others * 2) / 3 / 10;
  }

  #rescale(factor: number): void {
    for (let second = 0; second < callSeconds; second += 1) {
      this.#offered[second] = (this.#offered[second] ?? 0) * factor;
      this.#ended[second] = (this.#ended[second] ?? 0) * factor;
    }
    this.#weight *= factor;
  }
}

const answerShapeSum = Array.from(
  { length: 24 },
  (_, index) => (index + 2) * Math.exp(-(index + 2) / 5),
).reduce((total, value) => total + value, 0);

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
