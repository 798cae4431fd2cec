import { normalQuantile, tQuantile } from './distributions.ts';

/** A value with the bounds of its 95 % interval. */
export interface Bounded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const tail = 0.025;
const z = normalQuantile(tail);

/**
 * A share, 0 to 1, with its 95 % score interval (Wilson 1927, JASA 22:209–212; without continuity correction): it stays
 * within 0 and 1 and holds for small bases. `base` may be an effective size. As of a simple random sample from a
 * population so large that drawing without putting back does not count.
 */
export function wilson(share: number, base: number): Bounded {
  const square = z * z;
  const centre = (share + square / (2 * base)) / (1 + square / base);
  const half =
    (z / (1 + square / base)) * Math.sqrt((share * (1 - share)) / base + square / (4 * base * base));
  return {
    value: share,
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  };
}

/** A mean with its 95 % interval by Student's t. Below two answers it has no bounds. */
export function meanInterval({
  mean,
  deviation,
  base,
}: {
  readonly mean: number;
  /** Standard deviation of the sample, by n - 1. */
  readonly deviation: number;
  readonly base: number;
}): { readonly value: number; readonly low: number | null; readonly high: number | null } {
  if (base < 2) return { value: mean, low: null, high: null };
  const half = (tQuantile(tail, base - 1) * deviation) / Math.sqrt(base);
  return { value: mean, low: mean - half, high: mean + half };
}
