/** What a draw is for: each purpose has its own streams, so that drawing more for one moves nothing in another. */
export const purposes = {
  answer: 1,
  talk: 2,
  waiting: 3,
  pause: 4,
  inbound: 5,
  noise: 6,
  leaving: 7,
} as const;

const rounds = 12;

/**
 * Counter-based chance: `seat` opens the stream of one thing (the n-th call of a list, the k-th pause of an agent), so
 * that its luck depends on the seed, the purpose and the counters alone, never on what else was drawn: two rules that
 * are compared meet the same callees. Generator: sfc32 (C. Doty-Humphrey, PractRand), seeded as its author advises.
 */
export class Luck {
  readonly #seed: number;
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  constructor(seed: number) {
    this.#seed = seed | 0;
  }

  /** Opens the stream of the `index`-th thing of an `owner` (a list, an agent). */
  seat(purpose: number, owner: number, index: number): this {
    this.#a = this.#seed;
    this.#b = (purpose << 24) ^ owner;
    this.#c = index | 0;
    this.#d = 1;
    for (let round = 0; round < rounds; round++) this.#step();
    return this;
  }

  /** Uniform in (0, 1), both ends left out. */
  uniform(): number {
    return (this.#step() + 0.5) / 0x1_0000_0000;
  }

  /** Standard normal, by Box and Muller. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  #step(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
