import type { CallFate } from './call-fate.ts';
import { type CallLaw, callSeconds } from './laws.ts';
import { RecentAnswers, type RecentAnswersState } from './recent-answers.ts';

/** As JSON, for restarts. */
export interface CallTallyState {
  /** Calls by the second in which they were offered, or ended otherwise. */
  readonly offered: readonly number[];
  readonly ended: readonly number[];
  readonly passShare: number;
  /** The last calls, by the long memory and the short one. */
  readonly long: RecentAnswersState;
  readonly short: RecentAnswersState;
}

/** The shape of ringing changes slowly: each new call takes one part in so many. */
const shapeCalls = 3_000;
/** How often calls are answered is remembered over so many answers, and by a short memory beside it. */
const longAnswers = 70;
const shortAnswers = 14;
/** And over so many times the calls that are out, for a large centre hears of hundreds in the time of one ring. */
const longRounds = 12;
const shortRounds = 3;
/** A prior counts for so many calls. */
const priorCalls = 12;

/** Standard errors between the two memories from which the short one begins to count, and after how many more it alone does. */
const rising = 1.5;
const falling = 2.2;
const beyond = 1.5;

/**
 * Measures if and when calls are answered: hazards by second of two competing ends, offered or over (Kaplan and Meier,
 * Journal of the American Statistical Association 53, 1958, with competing risks), calls still out included. Older
 * calls count less, for the share answered sooner than for when. A short memory beside the long one notices a change; a rise, which is the danger, is believed sooner than a fall.
 */
export class CallTally {
  readonly #offered = new Float64Array(callSeconds);
  readonly #ended = new Float64Array(callSeconds);
  /** What a new call weighs: it grows, so that the older ones need not be touched. */
  #weight = 1;
  #passShare = 1;
  readonly #long: RecentAnswers;
  readonly #short: RecentAnswers;
  /** As last seen: calls out, and the share of calls answered. */
  #outCount = 0;
  #share: number;

  constructor(answerShare: number, state?: CallTallyState) {
    this.#share = answerShare;
    if (state) this.#restore(state);
    else this.#assume(answerShare);
    const prior = { offered: sum(this.#offered), settled: plus(this.#offered, this.#ended) };
    this.#long = new RecentAnswers(state?.long ?? prior);
    this.#short = new RecentAnswers(state?.short ?? prior);
  }

  add(fate: CallFate, afterMs: number): void {
    const isOffered = fate === 'offered';
    const second = Math.min(callSeconds - 1, Math.max(0, Math.floor(afterMs / 1000)));
    const tally = isOffered ? this.#offered : this.#ended;
    tally[second] = (tally[second] ?? 0) + this.#weight;
    this.#weight /= 1 - 1 / shapeCalls;
    if (isOffered || fate === 'machine_detected') {
      this.#passShare += ((isOffered ? 1 : 0) - this.#passShare) / longAnswers;
    }
    this.#long.add(isOffered, second, Math.max(longAnswers / this.#share, longRounds * this.#outCount));
    this.#short.add(isOffered, second, Math.max(shortAnswers / this.#share, shortRounds * this.#outCount));
    if (this.#weight > 1e6) this.#rescale(1 / this.#weight);
  }

  /** The law as known now; `running`: for how many seconds the calls have been out that are dialling still. */
  law(running: readonly number[] = []): CallLaw {
    const { answering, ending } = this.#hazards(running);
    const factor = this.#factor(answering, running);
    const offered: number[] = [];
    const live: number[] = [];
    let left = 1;
    let soFar = 0;
    for (let second = 0; second < callSeconds; second += 1) {
      const offeredNow = Math.min(1, (answering[second] ?? 0) * factor);
      const endedNow = Math.min(1 - offeredNow, ending[second] ?? 0);
      soFar += left * offeredNow;
      left *= 1 - offeredNow - endedNow;
      offered.push(soFar);
      live.push(Math.max(0, left));
    }
    this.#outCount = running.length;
    this.#share = Math.max(0.01, soFar);
    return { offered, live, passShare: this.#passShare, detectMs: 0 };
  }

  state(): CallTallyState {
    const scaled = (values: Float64Array) =>
      Array.from(values, (value) => Math.round((value / this.#weight) * 1000) / 1000);
    return {
      offered: scaled(this.#offered),
      ended: scaled(this.#ended),
      passShare: this.#passShare,
      long: this.#long.state(),
      short: this.#short.state(),
    };
  }

  /** Chances to be offered, or to end otherwise, in each second that is reached. */
  #hazards(running: readonly number[]) {
    const atRisk = this.#atRisk(running);
    const isKnown = (second: number) => (atRisk[second] ?? 0) > this.#weight * 1e-3;
    const answering = this.#offered.map((offered, second) =>
      isKnown(second) ? offered / (atRisk[second] ?? 1) : 0,
    );
    const ending = this.#ended.map((ended, second) => (isKnown(second) ? ended / (atRisk[second] ?? 1) : 1));
    return { answering, ending };
  }

  /**
   * How many times more often calls are answered now than over the long run: answers to those foretold of the last
   * calls (the ratio of occurrences to exposure), calls still out included.
   */
  #factor(answering: Float64Array, running: readonly number[]): number {
    const hazard = cumulated(answering);
    let pending = 0;
    for (const seconds of running) pending += hazard[Math.min(callSeconds - 1, Math.floor(seconds))] ?? 0;
    const longForetold = Math.max(1e-6, this.#long.foretoldBy(hazard) + pending);
    const shortForetold = Math.max(1e-6, this.#short.foretoldBy(hazard) + pending);
    const long = this.#long.offered / longForetold;
    const short = this.#short.offered / shortForetold;
    // Counts of answers are Poisson: their variance is what was foretold.
    const errors = (short - long) / Math.sqrt(Math.max(long, 0.05) / shortForetold);
    const threshold = errors > 0 ? rising : falling;
    const belief = Math.max(0, Math.min(1, (Math.abs(errors) - threshold) / beyond));
    return long + belief * (short - long);
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

const plus = (one: Float64Array, other: Float64Array): number[] =>
  Array.from(one, (value, index) => value + (other[index] ?? 0));

function cumulated(values: Float64Array): Float64Array {
  let total = 0;
  return values.map((value) => {
    total += value;
    return total;
  });
}
