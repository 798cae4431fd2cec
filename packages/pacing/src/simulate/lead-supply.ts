import type { ListLaw } from './scenario.ts';

/** The leads of one list: those to be tried again, in the order in which they fall due, before fresh ones. */
export class LeadSupply {
  /** Leads that are neither reached nor given up; Infinity for a list without end. */
  open: number;
  readonly #attemptsMax: number;
  readonly #retryMs: number;
  readonly #leads: number;
  readonly #attempts: Uint16Array;
  /** A ring: all wait equally long, so the first to come back is the first to be due. */
  readonly #retries: Int32Array;
  readonly #dueMs: Float64Array;
  #retryFirst = 0;
  #retryCount = 0;
  #fresh = 0;

  constructor(list: Pick<ListLaw, 'leads' | 'attemptsMax' | 'retryMinutes'>) {
    this.open = this.#leads = list.leads ?? Number.POSITIVE_INFINITY;
    this.#attemptsMax = Math.max(1, list.attemptsMax);
    this.#retryMs = Math.round(list.retryMinutes * 60_000);
    this.#attempts = new Uint16Array(list.leads ?? 0);
    this.#retries = new Int32Array(list.leads ?? 0);
    this.#dueMs = new Float64Array(list.leads ?? 0);
  }

  isAvailable(nowMs: number): boolean {
    return this.#isRetryDue(nowMs) || this.#fresh < this.#leads;
  }

  /** The next lead; ask `isAvailable` first. */
  take(nowMs: number): number {
    if (!this.#isRetryDue(nowMs)) return this.#fresh++;
    const lead = this.#retries[this.#retryFirst] ?? 0;
    this.#retryFirst = (this.#retryFirst + 1) % this.#leads;
    this.#retryCount--;
    return lead;
  }

  /** Which call this is: the same lead's same attempt has the same luck under every rule. */
  callIndex(lead: number): number {
    return lead * this.#attemptsMax + (this.#attempts[lead] ?? 0);
  }

  /** Reached, or a number that is none: not called again. */
  close(): void {
    this.open--;
  }

  /** Not reached: tried again unless this was the last attempt. */
  countAttempt(lead: number, nowMs: number): void {
    if (this.#leads === Number.POSITIVE_INFINITY) return;
    const attempts = (this.#attempts[lead] ?? 0) + 1;
    this.#attempts[lead] = attempts;
    if (attempts >= this.#attemptsMax) this.close();
    else this.giveBack(lead, nowMs);
  }

  /** To be tried later, the attempt not counted. */
  giveBack(lead: number, nowMs: number): void {
    if (this.#leads === Number.POSITIVE_INFINITY) return;
    const place = (this.#retryFirst + this.#retryCount) % this.#leads;
    this.#retries[place] = lead;
    this.#dueMs[place] = nowMs + this.#retryMs;
    this.#retryCount++;
  }

  #isRetryDue(nowMs: number): boolean {
    return this.#retryCount > 0 && (this.#dueMs[this.#retryFirst] ?? 0) <= nowMs;
  }
}
