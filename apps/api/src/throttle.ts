import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem.ts';

const quarterSeconds = 15 * 60;
/** Wrong tries for one account, and from one address (a whole centre may sit behind it), in a quarter of an hour. */
const triesOfAccount = 10;
const triesOfAddress = 100;

/** Counts tries to log in. */
export interface Throttle {
  /** Counts a try. Throws `too_many_tries` when there were too many before it. */
  count(account: string, address: string): Promise<void>;
  /** The try was good: it does not count. */
  forgive(account: string, address: string): Promise<void>;
}

export function createThrottle(): Throttle {
  const accounts = new RateLimiterMemory({ points: triesOfAccount, duration: quarterSeconds });
  const addresses = new RateLimiterMemory({ points: triesOfAddress, duration: quarterSeconds });
  return {
    async count(account, address) {
      await Promise.all([accounts.consume(account), addresses.consume(address)]).catch(refuse);
    },
    async forgive(account, address) {
      await accounts.delete(account);
      await addresses.reward(address);
    },
  };
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  throw new Problem('too_many_tries', { retryAfterSeconds: Math.ceil(reason.msBeforeNext / 1000) });
}
