import type { TrunkId } from '@alize/model';

/**
 * Calls a second that a trunk may be asked for, as a token bucket that holds one second's worth: after a rest there
 * is no burst beyond that, and a clock that steps back adds nothing.
 */
export class CallRate {
  readonly #buckets = new Map<TrunkId, { tokens: number; atMs: number }>();

  /** Whole calls that may be asked for now. */
  allowed(trunk: { readonly id: TrunkId; readonly callsPerSecondMax: number }, nowMs: number): number {
    const capacity = Math.max(1, trunk.callsPerSecondMax);
    const bucket = this.#buckets.get(trunk.id) ?? { tokens: capacity, atMs: nowMs };
    const elapsedMs = Math.max(0, nowMs - bucket.atMs);
    bucket.tokens = Math.min(capacity, bucket.tokens + (elapsedMs / 1000) * trunk.callsPerSecondMax);
    bucket.atMs = nowMs;
    this.#buckets.set(trunk.id, bucket);
    return Math.floor(bucket.tokens);
  }

  spend(trunkId: TrunkId, calls: number): void {
    const bucket = this.#buckets.get(trunkId);
    if (bucket) bucket.tokens -= calls;
  }
}
