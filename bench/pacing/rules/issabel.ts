import type { CallFate } from '@alize/pacing';
import type { Pacer, Rule, SimulatedFloor } from '@alize/pacing/simulate';
import { countWaiting } from './count-agents.ts';
import { OwedCalls, placeEveryMs } from './owed-calls.ts';
import { SlidingCount } from './sliding-count.ts';

/** Service quality as shipped: so sure must it be that an agent is free by the time a call is answered. */
const sureness = 0.97;
const shareMin = 0.2;
/** Calls known before it predicts, and before it places more than it has agents for. */
const callsMin = 10;
const historyMs = 1_800_000;
const dialEveryMs = 5_000;

/**
 * Issabel's call centre module (its dialer's Predictor and CampaignProcess, public source), prediction and overcommit
 * on, every 5 s: agents free, and busy ones whose talk will be over, taken as exponential, when the mean time to answer
 * has passed; less callers who wait and calls not answered yet; divided by the share answered of the last half hour,
 * taken as 20 % at least. It has no account of abandoned calls.
 */
export const issabel: Rule = { name: 'Issabel', start: () => new IssabelPacer() };

class IssabelPacer implements Pacer {
  readonly everyMs = placeEveryMs;
  readonly onEvents = false;
  readonly #owed = new OwedCalls(dialEveryMs);
  readonly #calls = new SlidingCount(historyMs);
  readonly #answers = new SlidingCount(historyMs);
  readonly #talk = { count: 0, ms: 0 };
  readonly #toAnswer = { count: 0, ms: 0 };

  place(floor: SimulatedFloor): number {
    return this.#owed.place(floor, () => this.#goal(floor));
  }

  callSettled(fate: CallFate, afterMs: number, nowMs: number): void {
    this.#calls.add(1, nowMs);
    if (fate !== 'offered' && fate !== 'machine_detected') return;
    this.#answers.add(1, nowMs);
    this.#toAnswer.count += 1;
    this.#toAnswer.ms += afterMs;
  }

  talkEnded(lastedMs: number): void {
    this.#talk.count += 1;
    this.#talk.ms += lastedMs;
  }

  #goal(floor: SimulatedFloor): number {
    const served = floor.readyCount + this.#soonFree(floor) - countWaiting(floor);
    const toCover = served - floor.calls.filter(({ stage }) => stage !== 'waiting').length;
    return toCover > 0 ? Math.round(toCover / this.#answerShare(floor.nowMs)) : 0;
  }

  #soonFree({ agents, nowMs }: SimulatedFloor): number {
    if (this.#talk.count < callsMin) return 0;
    const mean = this.#talk.ms / this.#talk.count;
    const toAnswer = this.#toAnswer.ms / Math.max(1, this.#toAnswer.count);
    return agents.filter(
      ({ state, sinceMs }) =>
        state === 'talking' && 1 - Math.exp(-(nowMs - sinceMs + toAnswer) / mean) >= sureness,
    ).length;
  }

  #answerShare(nowMs: number): number {
    const calls = this.#calls.sum(nowMs);
    const answers = this.#answers.sum(nowMs);
    return calls >= callsMin && answers > 0 ? Math.max(shareMin, answers / calls) : 1;
  }
}
