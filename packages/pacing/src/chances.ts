import { horizonsCount } from './forecast.ts';

/** Up to so many, a count of independent chances is computed exactly. */
const exactMax = 12;

/** A crowd of independent chances, each growing with the horizon: calls to be answered, agents to come free. */
export class Chances {
  count = 0;
  readonly mean = new Float64Array(horizonsCount);
  readonly variance = new Float64Array(horizonsCount);
  /** Third central moment: chances are lopsided. */
  readonly third = new Float64Array(horizonsCount);
  /** Where the single chances stand, while they are few. */
  readonly #rows: { readonly table: Float64Array; readonly from: number; readonly share: number }[] = [];
  readonly #laws: (Float64Array | undefined)[] = [];

  /** Adds the chances that stand in a row of a forecast's table, each times `share`; `times`: for so many alike. */
  add(table: Float64Array, row: number, share = 1, times = 1): void {
    const from = row * horizonsCount;
    const { mean, variance, third } = this;
    for (let at = 0; at < horizonsCount; at += 1) {
      const chance = valueAt(table, from + at) * share;
      const spread = times * chance * (1 - chance);
      mean[at] = valueAt(mean, at) + times * chance;
      variance[at] = valueAt(variance, at) + spread;
      third[at] = valueAt(third, at) + spread * (1 - 2 * chance);
    }
    for (let one = this.count; one < Math.min(this.count + times, exactMax); one += 1) {
      this.#rows.push({ table, from, share });
    }
    this.count += times;
  }

  /** Adds arrivals at a steady rate, of which there may be any number (Poisson). */
  addRate(perSecond: number, horizons: readonly number[]): void {
    for (let at = 0; at < horizonsCount; at += 1) {
      const expected = perSecond * (horizons[at] ?? 0);
      this.mean[at] = valueAt(this.mean, at) + expected;
      this.variance[at] = valueAt(this.variance, at) + expected;
      this.third[at] = valueAt(this.third, at) + expected;
    }
    this.count += exactMax + 1;
  }

  /**
   * How many come true by a horizon: chances of 0, 1, 2, …, with `others` more of one chance. Exact for a few (Poisson
   * binomial, by convolution); beyond, the binomial of equal mean and variance (W. Ehm, Statistics & Probability
   * Letters 11, 1991).
   */
  counts(at: number, others = 0, chance = 0): Float64Array {
    if (others > 0 && this.count + others > exactMax) {
      const mean = valueAt(this.mean, at) + others * chance;
      return binomialLike(mean, valueAt(this.variance, at) + others * chance * (1 - chance));
    }
    const own = this.#laws[at] ?? this.#own(at);
    this.#laws[at] = own;
    if (others === 0) return own;
    const law = new Float64Array(own.length + others);
    law.set(own);
    for (let one = 0; one < others; one += 1) addOne(law, this.count + one, chance);
    return law;
  }

  #own(at: number): Float64Array {
    if (this.count > exactMax) return binomialLike(valueAt(this.mean, at), valueAt(this.variance, at));
    return this.#exact(at);
  }

  #exact(at: number): Float64Array {
    const law = new Float64Array(this.count + 1);
    law[0] = 1;
    for (let one = 0; one < this.#rows.length; one += 1) {
      const row = this.#rows[one];
      if (row) addOne(law, one, valueAt(row.table, row.from + at) * row.share);
    }
    return law;
  }
}

/** A value of a table; the indices are our own. */
const valueAt = (values: Float64Array, index: number): number => values[index] ?? 0;

/** One more independent chance, in place; `upTo` is the largest count so far. */
function addOne(law: Float64Array, upTo: number, chance: number): void {
  const not = 1 - chance;
  for (let count = upTo + 1; count > 0; count -= 1) {
    law[count] = valueAt(law, count) * not + valueAt(law, count - 1) * chance;
  }
  law[0] = valueAt(law, 0) * not;
}

/** Means smaller than this are taken as nothing. */
const negligible = 1e-10;

function binomialLike(mean: number, variance: number): Float64Array {
  if (mean < negligible) return Float64Array.of(1);
  if (variance >= mean * 0.999) return countsUpTo(mean, { variance, trials: Number.POSITIVE_INFINITY });
  // Chances that are all but certain may be matched by fewer trials than come true; the mean is kept.
  const trials = Math.max(Math.ceil(mean - negligible), Math.round((mean * mean) / (mean - variance)));
  if (mean <= trials / 2) return countsUpTo(mean, { variance, trials });
  // From the other end, or no success at all would be too rare to be told from nothing.
  const failures = countsUpTo(Math.max(0, trials - mean), { variance, trials });
  const law = new Float64Array(trials + 1);
  for (let count = 0; count < failures.length; count += 1) law[trials - count] = valueAt(failures, count);
  return law;
}

/** The binomial law, or Poisson's of endless trials, from nought to six standard deviations above the mean. */
function countsUpTo(
  mean: number,
  { variance, trials }: { readonly variance: number; readonly trials: number },
): Float64Array {
  const isPoisson = trials === Number.POSITIVE_INFINITY;
  const length = Math.min(trials + 1, Math.ceil(mean + 6 * Math.sqrt(variance) + 5));
  const law = new Float64Array(length);
  const chance = mean / trials;
  law[0] = isPoisson ? Math.exp(-mean) : Math.exp(trials * Math.log1p(-chance));
  // Each count's chance is the one before, times mean / count (Poisson) or (trials - count + 1) / count · odds.
  const odds = isPoisson ? mean : chance / (1 - chance);
  let at = law[0];
  for (let count = 1; count < length; count += 1) {
    at *= (isPoisson ? odds : (trials - count + 1) * odds) / count;
    law[count] = at;
  }
  return law;
}
