/**
 * Tails and quantiles of the distributions that the tables rest on, to ten figures: by the regularised incomplete gamma
 * and beta functions (Abramowitz and Stegun 1964, 6.5 and 26.5), series where they converge fast, continued fractions
 * by Lentz's method where those do.
 */

const roundsMax = 500;
const smallest = 1e-300;
const precision = 1e-14;

/** P(chi-square with so many degrees of freedom exceeds `value`). */
export function chiSquareTail(value: number, degrees: number): number {
  return value <= 0 ? 1 : gammaTail(degrees / 2, value / 2);
}

/** The standard normal's value that is exceeded with probability `tail`, 0 to 1. */
export function normalQuantile(tail: number): number {
  return quantile((value) => normalTail(value), tail);
}

/** Student's t value that is exceeded with probability `tail`, 0 to 1. */
export function tQuantile(tail: number, degrees: number): number {
  return quantile((value) => tTail(value, degrees), tail);
}

function normalTail(value: number): number {
  const beyond = gammaTail(0.5, (value * value) / 2) / 2;
  return value >= 0 ? beyond : 1 - beyond;
}

function tTail(value: number, degrees: number): number {
  const beyond = betaShare(degrees / (degrees + value * value), degrees / 2, 0.5) / 2;
  return value >= 0 ? beyond : 1 - beyond;
}

/** Where a falling function comes down to `tail`: halving, from a span wide enough for any survey. */
function quantile(tailOf: (value: number) => number, tail: number): number {
  let low = -1e4;
  let high = 1e4;
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (tailOf(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Q(a, x). */
function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < roundsMax && Math.abs(term) > Math.abs(sum) * precision; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / smallest;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < roundsMax; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(an * d + b);
    c = awayFromZero(b + an / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return Math.exp(-x + a * Math.log(x) - logGamma(a)) * fraction;
}

/** I(x; a, b). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < roundsMax; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return fraction;
}

const awayFromZero = (value: number) => (Math.abs(value) < smallest ? smallest : value);

/** Lanczos's approximation with g = 7 and nine terms. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function logGamma(value: number): number {
  if (value < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value);
  const x = value - 1;
  const t = x + 7.5;
  const sum = lanczos.reduce((total, term, n) => (n === 0 ? term : total + term / (x + n)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
}
