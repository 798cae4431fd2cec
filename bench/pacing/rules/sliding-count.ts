/** How many of something in the last so many seconds, to a sixtieth of that span. */
export class SlidingCount {
  readonly #bucketMs: number;
  readonly #counts = new Float64Array(60);
  #last = 0;

  constructor(spanMs: number) {
    this.#bucketMs = spanMs / 60;
  }

  add(count: number, nowMs: number): void {
    const at = this.#moveTo(nowMs);
    this.#counts[at] = (this.#counts[at] ?? 0) + count;
  }

  sum(nowMs: number): number {
    this.#moveTo(nowMs);
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  #moveTo(nowMs: number): number {
    const bucket = Math.floor(nowMs / this.#bucketMs);
    const stale = Math.min(60, bucket - this.#last);
    for (let step = 0; step < stale; step += 1) this.#counts[(bucket - step) % 60] = 0;
    this.#last = bucket;
    return bucket % 60;
  }
}
