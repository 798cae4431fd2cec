import { type Luck, purposes } from './luck.ts';
import type { ListLaw, Scenario, Shock } from './scenario.ts';

const quarterSeconds = 900;
const quarters = 200;
/** Of a quarter's noise with that of the quarter before. */
const correlation = 0.7;
/** So much of all calls at most is answered, busy or invalid: some always ring unanswered. */
const settledShareMax = 0.98;

/** Who answers at which time of the day: the curve by hour, the noise, the shocks. */
export class AnswerShares {
  readonly #shocks: readonly Shock[];
  readonly #factors: Float64Array;

  constructor(scenario: Pick<Scenario, 'shocks' | 'noise'>, luck: Luck) {
    this.#shocks = scenario.shocks;
    this.#factors = noiseFactors(scenario.noise, luck);
  }

  /** Chance that a call placed at this second of the day is answered by a person. */
  person(list: ListLaw, second: number): number {
    let share = curveAt(list.answerShare, second) * (this.#factors[Math.floor(second / quarterSeconds)] ?? 1);
    for (const shock of this.#shocks) {
      if (shock.kind === 'answers' && second >= shock.at) share *= shock.factor;
    }
    const others = this.machine(list, second) + list.busyShare + list.invalidShare;
    return Math.min(share, Math.max(0, settledShareMax - others));
  }

  /** Chance that a machine answers it. */
  machine(list: ListLaw, second: number): number {
    let share = list.machineShare;
    for (const shock of this.#shocks) {
      if (shock.kind === 'machines' && second >= shock.at && second < shock.at + shock.seconds) {
        share = shock.share;
      }
    }
    return Math.min(share, Math.max(0, settledShareMax - list.busyShare - list.invalidShare));
  }
}

/** Between the middles of the hours, round the clock. */
function curveAt(byHour: readonly number[], second: number): number {
  const place = second / 3600 + 23.5;
  const hour = Math.floor(place);
  const before = byHour[hour % 24] ?? 0;
  return before + (place - hour) * ((byHour[(hour + 1) % 24] ?? 0) - before);
}

/** Lognormal with mean 1, its logarithm a stationary autoregression. */
function noiseFactors(deviation: number, luck: Luck): Float64Array {
  luck.seat(purposes.noise, 0, 0);
  const factors = new Float64Array(quarters);
  let level = luck.normal();
  for (let quarter = 0; quarter < quarters; quarter++) {
    factors[quarter] = Math.exp(deviation * level - deviation ** 2 / 2);
    level = correlation * level + Math.sqrt(1 - correlation ** 2) * luck.normal();
  }
  return factors;
}
