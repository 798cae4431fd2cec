import type { Duration } from '@alize/pacing/simulate';

/** P(T <= seconds) of a law of durations. */
export function cumulative(law: Duration, seconds: number): number {
  if (seconds <= 0) return 0;
  switch (law.kind) {
    case 'fixed':
      return seconds >= law.seconds ? 1 : 0;
    case 'exponential':
      return 1 - Math.exp(-seconds / law.mean);
    case 'gamma': {
      const shape = 1 / law.variation ** 2;
      return lowerGamma(shape, (seconds * shape) / law.mean);
    }
    case 'lognormal': {
      const variance = Math.log(1 + law.variation ** 2);
      const standard = (Math.log(seconds / law.mean) + variance / 2) / Math.sqrt(variance);
      return normal(standard);
    }
    case 'mixture':
      return law.parts.reduce((sum, part) => sum + part.share * cumulative(part.law, seconds), 0);
    case 'empirical':
      return law.seconds.filter((one) => one <= seconds).length / law.seconds.length;
  }
}

/** Standard normal distribution, from the incomplete gamma function: erf(x) = P(1/2, x²). */
function normal(standard: number): number {
  const half = lowerGamma(0.5, standard ** 2 / 2) / 2;
  return standard < 0 ? 0.5 - half : 0.5 + half;
}

/** Regularised lower incomplete gamma function P(shape, x) by its power series (NIST DLMF 8.11.4); 1 far out. */
function lowerGamma(shape: number, x: number): number {
  if (x > shape + 40 + 10 * Math.sqrt(shape)) return 1;
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > sum * 1e-12; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(shape * Math.log(Math.max(x, 1e-300)) - x - logGamma(shape)));
}

/** Logarithm of the gamma function: Stirling's series (DLMF 5.11.1) after stepping up to where it is exact enough. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 10; at += 1) shift += Math.log(at);
  const series = 1 / (12 * at) - 1 / (360 * at ** 3) + 1 / (1260 * at ** 5);
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
