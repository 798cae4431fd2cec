import type { AgentState } from '@alize/model';
import type { SimulatedFloor } from './pacer.ts';
import type { MinutePoint, SimulationReport } from './report.ts';
import type { AccountTerms, Scenario } from './scenario.ts';

/** A window of fewer answers says nothing of the share. */
export const windowAnswersMin = 300;
const minuteMs = 60_000;

/** Milliseconds of agents by state, and what was counted, up to one instant. */
interface Sums {
  talkMs: number;
  wrapUpMs: number;
  idleMs: number;
  pauseMs: number;
  calls: number;
  people: number;
  abandoned: number;
}

/** Counts a day as it goes; knows nothing of what made it so. */
export class Tally {
  readonly agentsIn: Record<AgentState, number> = { offline: 0, paused: 0, ready: 0, talking: 0, wrap_up: 0 };
  readonly sums: Sums = { talkMs: 0, wrapUpMs: 0, idleMs: 0, pauseMs: 0, calls: 0, people: 0, abandoned: 0 };
  machines = 0;
  answered = 0;
  successes = 0;
  readonly #account: SimulatedFloor['account'];
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #closesMs: number;
  readonly #minutes: MinutePoint[] = [];
  readonly #windows = { count: 0, overLimit: 0, worstShare: Number.NaN };
  #waitsMs = new Int32Array(1024);
  #waits = 0;
  #nowMs = 0;
  #minuteBegan: Sums = { ...this.sums };
  #minuteFromMs: number;
  #minuteToMs: number;
  #windowToMs: number;

  constructor(
    scenario: Pick<Scenario, 'opensAt' | 'closesAt'>,
    terms: AccountTerms,
    account: SimulatedFloor['account'],
  ) {
    this.#account = account;
    this.#limit = terms.limit;
    this.#closesMs = scenario.closesAt * 1000;
    this.#windowMs = (terms.windowSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    this.#windowToMs = scenario.opensAt * 1000 + this.#windowMs;
    this.#minuteFromMs = this.#minuteToMs = scenario.opensAt * 1000;
  }

  /** Time goes on to this instant, everybody in the state in which they are. */
  advance(nowMs: number): void {
    while (this.#minuteToMs <= nowMs) this.#closeMinute();
    this.#integrate(nowMs);
    while (this.#windowToMs <= nowMs) this.#closeWindow();
  }

  /** It is known of somebody who answered, as the account counts, what became of them. */
  answerCounted(isAbandoned: boolean): void {
    this.answered++;
    this.#account.answered++;
    if (!isAbandoned) return;
    this.sums.abandoned++;
    this.#account.abandoned++;
  }

  /** An agent was ready for so long until the next call. */
  waited(ms: number): void {
    if (this.#waits === this.#waitsMs.length) {
      const larger = new Int32Array(this.#waits * 2);
      larger.set(this.#waitsMs);
      this.#waitsMs = larger;
    }
    this.#waitsMs[this.#waits++] = ms;
  }

  /** All of the report that is counted here; ask it once, at the end. */
  report(): Omit<SimulationReport, 'usedUpAt' | 'leadsLeft' | 'costBySite'> {
    this.#closeWindow();
    const { talkMs, wrapUpMs, idleMs, pauseMs, calls, people, abandoned } = this.sums;
    const { count, overLimit, worstShare } = this.#windows;
    return {
      calls,
      people,
      machines: this.machines,
      answered: this.answered,
      abandoned,
      abandonedShare: abandoned / Math.max(1, this.answered),
      successes: this.successes,
      paidSeconds: (talkMs + wrapUpMs + idleMs + pauseMs) / 1000,
      talkSeconds: talkMs / 1000,
      wrapUpSeconds: wrapUpMs / 1000,
      idleSeconds: idleMs / 1000,
      pauseSeconds: pauseMs / 1000,
      busyShare: busyShareOf(this.sums),
      waitSeconds: this.#waitSeconds(),
      windows: { count, overLimit, worstShare: count > 0 ? worstShare : null },
      minutes: this.#minutes,
    };
  }

  #integrate(nowMs: number): void {
    const ms = nowMs - this.#nowMs;
    this.#nowMs = nowMs;
    this.sums.talkMs += ms * this.agentsIn.talking;
    this.sums.wrapUpMs += ms * this.agentsIn.wrap_up;
    this.sums.idleMs += ms * this.agentsIn.ready;
    this.sums.pauseMs += ms * this.agentsIn.paused;
  }

  #closeMinute(): void {
    this.#integrate(this.#minuteToMs);
    if (this.#minuteToMs > this.#minuteFromMs) this.#minutes.push(this.#minutePoint());
    this.#minuteBegan = { ...this.sums };
    this.#minuteFromMs = this.#minuteToMs;
    const isLast = this.#minuteToMs >= this.#closesMs;
    this.#minuteToMs = isLast
      ? Number.POSITIVE_INFINITY
      : Math.min(this.#minuteToMs + minuteMs, this.#closesMs);
  }

  #minutePoint(): MinutePoint {
    const began = this.#minuteBegan;
    const { talkMs, wrapUpMs, idleMs, calls, people, abandoned } = this.sums;
    const idle = idleMs - began.idleMs;
    return {
      at: this.#minuteFromMs / 1000,
      calls: calls - began.calls,
      people: people - began.people,
      abandoned: abandoned - began.abandoned,
      busyShare: busyShareOf({
        talkMs: talkMs - began.talkMs,
        wrapUpMs: wrapUpMs - began.wrapUpMs,
        idleMs: idle,
      }),
      idleAgents: idle / (this.#minuteToMs - this.#minuteFromMs),
    };
  }

  #closeWindow(): void {
    const { abandoned, answered } = this.#account;
    this.#account.abandoned = 0;
    this.#account.answered = 0;
    this.#windowToMs += this.#windowMs;
    if (answered < windowAnswersMin) return;
    const share = abandoned / answered;
    const windows = this.#windows;
    windows.count++;
    if (share > this.#limit) windows.overLimit++;
    windows.worstShare = windows.count === 1 ? share : Math.max(windows.worstShare, share);
  }

  #waitSeconds(): SimulationReport['waitSeconds'] {
    const sorted = this.#waitsMs.slice(0, this.#waits).sort();
    const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0) / 1000;
    let totalMs = 0;
    for (const ms of sorted) totalMs += ms;
    return { mean: totalMs / Math.max(1, sorted.length) / 1000, median: at(0.5), p95: at(0.95) };
  }
}

/** Talk and wrap-up in the time paid, pauses not counted; 0 when nobody worked. */
function busyShareOf({ talkMs, wrapUpMs, idleMs }: Pick<Sums, 'talkMs' | 'wrapUpMs' | 'idleMs'>): number {
  const busyMs = talkMs + wrapUpMs;
  return busyMs + idleMs > 0 ? busyMs / (busyMs + idleMs) : 0;
}
