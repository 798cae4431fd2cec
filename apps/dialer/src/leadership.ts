import { type Db, dialerLease, type Lease, leaseHolder, releaseLease, takeLease } from '@alize/db';
import { type Clock, type Loop, startLoop } from '@alize/runtime';

const leaseLastsMs = 4_000;
const renewEveryMs = 1_000;
/** A holder that could not renew stops dialling this long before a spare may take over. */
const stopBeforeMs = 1_000;

interface LeadershipOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** Names this process among all that ever ran. */
  readonly holder: string;
  readonly isAsteriskUp: () => boolean;
  /** True when a holder is known to have died, so that its lease need not run out. */
  readonly isGone: (holder: string) => boolean;
  readonly onTaken: (epoch: number) => void;
  readonly onLost: () => void;
  readonly onError: (error: unknown) => void;
}

/** Keeps the lease (Law 5): renews it while it is ours, takes it when it is free, waits as a warm spare otherwise. */
export class Leadership {
  readonly #options: LeadershipOptions;
  #epoch: number | null = null;
  #safeUntilMs = 0;
  #loop: Loop | null = null;

  constructor(options: LeadershipOptions) {
    this.#options = options;
  }

  start(): void {
    const { clock, onError } = this.#options;
    this.#loop = startLoop({ clock, everyMs: renewEveryMs, job: () => this.#renew(), onError });
  }

  /** The fencing number while it is safe to dial under it; null otherwise. */
  get epoch(): number | null {
    return this.#options.clock.nowMs() < this.#safeUntilMs ? this.#epoch : null;
  }

  /** The last fencing number that was ours, also when too late to dial: what was seen may still be written by it. */
  get lastEpoch(): number | null {
    return this.#epoch;
  }

  async stop(): Promise<void> {
    await this.#loop?.stop();
    if (this.#epoch !== null) await releaseLease(this.#options.db, dialerLease, this.#options.holder);
    this.#safeUntilMs = 0;
  }

  async #renew(): Promise<void> {
    const { onTaken, onLost } = this.#options;
    const lease = (await this.#take()) ?? (await this.#takeFromTheDead());
    if (!lease) {
      if (this.#epoch !== null) onLost();
      this.#epoch = null;
      return;
    }
    this.#safeUntilMs = lease.expiresAtMs - stopBeforeMs;
    const isNew = this.#epoch !== lease.epoch;
    this.#epoch = lease.epoch;
    if (isNew) onTaken(lease.epoch);
  }

  #take(): Promise<Lease | null> {
    const { db, clock, holder, isAsteriskUp } = this.#options;
    const nowMs = clock.nowMs();
    return takeLease(db, {
      name: dialerLease,
      holder,
      nowMs,
      lastsMs: leaseLastsMs,
      isAsteriskUp: isAsteriskUp(),
    });
  }

  /** A dialer that was killed and started again need not wait for its own lease to run out. */
  async #takeFromTheDead(): Promise<Lease | null> {
    const { db, isGone } = this.#options;
    const holder = await leaseHolder(db, dialerLease);
    if (holder === null || !isGone(holder)) return null;
    await releaseLease(db, dialerLease, holder);
    return this.#take();
  }
}
