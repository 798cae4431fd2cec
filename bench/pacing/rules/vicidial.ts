import type { Pacer, Rule, SimulatedFloor } from '@alize/pacing/simulate';
import { countAgents, countWaiting } from './count-agents.ts';
import { OwedCalls, placeEveryMs } from './owed-calls.ts';
import { SlidingCount } from './sliding-count.ts';

export const vicidialMethods = ['hard limit', 'tapered', 'average'] as const;
export type VicidialMethod = (typeof vicidialMethods)[number];

export interface VicidialSettings {
  readonly method: VicidialMethod;
  /** Counts lines for agents who are free ("available only tally"), not for all who work. */
  readonly isAvailableOnly: boolean;
  /** "Maximum adapt dial level". */
  readonly levelMax?: number;
  /** "Drop percentage limit", 0 to 1. */
  readonly dropLimit?: number;
}

const levelEveryMs = 15_000;
const dialEveryMs = 2_500;
const sampleEveryMs = 1_000;
/** The brakes' own minima: of calls in the last minute, and of calls in the day. */
const minuteCallsMin = 20;
const dayCallsMin = 50;

/**
 * VICIdial's adaptive methods, from its manager manual and the public source of its two loops (AST_VDadapt,
 * AST_VDauto_dial). Every 15 s the level L becomes L × (1 + m), m = (ready − waiting callers) / agents logged in, the
 * mean of 15 samples a second apart, paused agents included; between 1 and a cap. It is halved when over half of more
 * than 20 calls of the last minute were dropped, and braked when, after 50 calls, the day's drops exceed the limit:
 * hard limit L = 1, average L / 2, tapered L × hours left / 10. Every 2.5 s: round(L × agents) less lines out.
 *
 * VICIdial counts a drop 5 s after the answer. The simulator tells of the law's event at 2 s, and we let VICIdial steer
 * by that: it holds the law better here than it does in the field.
 */
export function vicidial(settings: VicidialSettings): Rule {
  const { method, isAvailableOnly, levelMax } = settings;
  const capped = levelMax === undefined ? '' : `, cap ${levelMax}`;
  return {
    name: `VICIdial ${method}${isAvailableOnly ? ', available only' : ''}${capped}`,
    start: (_terms, { closesAt }) => new VicidialPacer(settings, closesAt * 1_000),
  };
}

class VicidialPacer implements Pacer {
  readonly everyMs = placeEveryMs;
  readonly onEvents = false;
  readonly #settings: Required<VicidialSettings>;
  readonly #closesAtMs: number;
  readonly #callsOfMinute = new SlidingCount(60_000);
  readonly #dropsOfMinute = new SlidingCount(60_000);
  readonly #day = { calls: 0, answers: 0, drops: 0 };
  readonly #owed = new OwedCalls(dialEveryMs);
  #level = 1;
  #sampled = { surplus: 0, agents: 0 };
  #nextSampleMs = 0;
  #nextLevelMs = 0;

  constructor(settings: VicidialSettings, closesAtMs: number) {
    this.#settings = { levelMax: 3, dropLimit: 0.03, ...settings };
    this.#closesAtMs = closesAtMs;
  }

  place(floor: SimulatedFloor): number {
    this.#sample(floor);
    this.#adapt(floor.nowMs);
    const calls = this.#owed.place(floor, () => this.#goal(floor));
    this.#day.calls += calls;
    this.#callsOfMinute.add(calls, floor.nowMs);
    return calls;
  }

  answerCounted(isAbandoned: boolean, nowMs: number): void {
    this.#day.answers += 1;
    if (!isAbandoned) return;
    this.#day.drops += 1;
    this.#dropsOfMinute.add(1, nowMs);
  }

  #goal(floor: SimulatedFloor): number {
    const out = floor.calls.length;
    if (this.#settings.isAvailableOnly) return Math.round(this.#level * floor.readyCount) - out;
    const atWork = countAgents(floor, ['ready', 'talking', 'wrap_up']);
    return Math.round(this.#level * atWork) - out - floor.connectedCount;
  }

  #sample(floor: SimulatedFloor): void {
    if (floor.nowMs < this.#nextSampleMs) return;
    this.#nextSampleMs = floor.nowMs + sampleEveryMs;
    this.#sampled.surplus += floor.readyCount - countWaiting(floor);
    this.#sampled.agents += floor.agents.length;
  }

  #adapt(nowMs: number): void {
    if (nowMs < this.#nextLevelMs) return;
    this.#nextLevelMs = nowMs + levelEveryMs;
    const { surplus, agents } = this.#sampled;
    this.#sampled = { surplus: 0, agents: 0 };
    const moved = agents > 0 ? this.#level * (1 + surplus / agents) : this.#level;
    this.#level = this.#bounded(this.#braked(this.#bounded(moved), nowMs));
  }

  #bounded(level: number): number {
    return Math.max(1, Math.min(this.#settings.levelMax, level));
  }

  #braked(level: number, nowMs: number): number {
    const calls = this.#callsOfMinute.sum(nowMs);
    const isBurst = calls > minuteCallsMin && this.#dropsOfMinute.sum(nowMs) > calls / 2;
    const held = isBurst ? level / 2 : level;
    const { calls: dayCalls, answers, drops } = this.#day;
    if (dayCalls <= dayCallsMin || drops <= this.#settings.dropLimit * answers) return held;
    switch (this.#settings.method) {
      case 'hard limit':
        return 1;
      case 'average':
        return held / 2;
      case 'tapered':
        return (held * (this.#closesAtMs - nowMs)) / 36_000_000;
    }
  }
}
