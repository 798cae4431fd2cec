import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.ts';
import type { Env } from './routing.ts';

const minuteSeconds = 60;
/** A person’s pages ask often; a program that runs wild in their name asks more. */
const callsOfPerson = 3000;
/** Whoever has no name: log-ins and the pages behind links. */
const callsOfAddress = 300;

/** Who asks, and how many calls a minute they have. */
type Payer =
  | { readonly kind: 'key'; readonly id: string; readonly callsPerMinute: number }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'address'; readonly id: string };

/** Counts calls by the minute, in this process. */
export interface RateLimit {
  /**
   * Counts one, and says in the answer's headers how many are left (draft-ietf-httpapi-ratelimit-headers-10). Throws
   * `too_many_calls` when there are none.
   */
  count(context: Context<Env>, payer: Payer): Promise<void>;
}

export function createRateLimit(): RateLimit {
  const people = new RateLimiterMemory({ points: callsOfPerson, duration: minuteSeconds });
  const addresses = new RateLimiterMemory({ points: callsOfAddress, duration: minuteSeconds });
  const keys = new Map<number, RateLimiterMemory>();
  const limiterOf = (payer: Payer) => {
    if (payer.kind === 'person') return people;
    if (payer.kind === 'address') return addresses;
    const known = keys.get(payer.callsPerMinute);
    if (known) return known;
    const made = new RateLimiterMemory({ points: payer.callsPerMinute, duration: minuteSeconds });
    keys.set(payer.callsPerMinute, made);
    return made;
  };
  return {
    async count(context, payer) {
      const limiter = limiterOf(payer);
      const state = await limiter.consume(payer.id).catch((reason: unknown) => {
        if (reason instanceof RateLimiterRes) return reason;
        throw reason;
      });
      const seconds = Math.ceil(state.msBeforeNext / 1000);
      context.set('rateHeaders', {
        'ratelimit-policy': `"${payer.kind}";q=${limiter.points};w=${minuteSeconds}`,
        ratelimit: `"${payer.kind}";r=${Math.max(0, state.remainingPoints)};t=${seconds}`,
      });
      if (state.consumedPoints > limiter.points) {
        throw new Problem('too_many_calls', { retryAfterSeconds: seconds });
      }
    },
  };
}
