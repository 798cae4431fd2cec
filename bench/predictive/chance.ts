/** A source of numbers in [0, 1). */
export type Random = () => number;

/** A law of durations, in seconds; variation is the coefficient of variation. */
export type Law =
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'gamma' | 'lognormal'; readonly mean: number; readonly variation: number };

/** The same source for the same seed and name, whatever was drawn for others before: FNV-1a, then Mulberry32. */
export function randomOf(seed: number, name: string): Random {
  let state = 2_166_136_261 ^ seed;
  for (const byte of Buffer.from(name)) state = Math.imul(state ^ byte, 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Seconds drawn from a law. On purpose not the simulator's own code: what stands beside its forecast must not share
 * its faults.
 */
export function draw(law: Law, random: Random): number {
  switch (law.kind) {
    case 'exponential':
      return -law.mean * Math.log(1 - random());
    case 'lognormal': {
      const variance = Math.log(1 + law.variation ** 2);
      return law.mean * Math.exp(normal(random) * Math.sqrt(variance) - variance / 2);
    }
    case 'gamma': {
      const shape = 1 / law.variation ** 2;
      return (law.mean / shape) * standardGamma(shape, random);
    }
  }
}

/** Box and Muller, 1958. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; for shapes of 1 and more. */
function standardGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
