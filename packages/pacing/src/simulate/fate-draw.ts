import type { CallFate } from '../call-fate.ts';
import { AnswerShares } from './answer-shares.ts';
import { type DurationDraw, durationDraw } from './duration.ts';
import { type Luck, purposes } from './luck.ts';
import type { ListLaw, Scenario } from './scenario.ts';
import type { VirtualCall } from './virtual-call.ts';

const failsAfterMs = 200;
/** A delay beyond the ring time is drawn again, so often; then the answer comes at the last ring. */
const redrawsMax = 16;

interface ListDraws {
  readonly law: ListLaw;
  readonly answer: DurationDraw;
  readonly machine: DurationDraw;
  readonly fail: DurationDraw;
}

/** What becomes of calls: drawn for each when it is placed, from its own luck. */
export class FateDraw {
  readonly #scenario: Scenario;
  readonly #luck: Luck;
  readonly #shares: AnswerShares;
  readonly #lists: readonly ListDraws[];
  readonly #patience: DurationDraw;
  readonly #detection: DurationDraw;

  constructor(scenario: Scenario, luck: Luck) {
    this.#scenario = scenario;
    this.#luck = luck;
    this.#shares = new AnswerShares(scenario, luck);
    this.#lists = scenario.lists.map((law) => ({
      law,
      answer: durationDraw(law.answerDelay),
      machine: durationDraw(law.machineDelay),
      fail: durationDraw(law.failDelay),
    }));
    this.#patience = durationDraw(scenario.patience);
    this.#detection = durationDraw(scenario.detection?.delay ?? { kind: 'fixed', seconds: 0 });
  }

  /** Notes on the call what becomes of it; returns how long it is dialling, in milliseconds. */
  decide(call: VirtualCall, nowMs: number): number {
    const list = this.#lists[call.list];
    const second = nowMs / 1000;
    if (!list || this.#isTrunkFailing(second)) return this.#ends(call, 'failed', failsAfterMs);
    const { law } = list;
    const chance = this.#luck.seat(purposes.answer, call.list, call.index).uniform();
    if (chance < this.#shares.person(law, second)) return this.#answers(call, false, list.answer);
    // The others are counted from the top, so that a change of one share leaves the rest of the calls as they were.
    const machineFrom = 1 - this.#shares.machine(law, second);
    if (chance >= machineFrom) return this.#answers(call, true, list.machine);
    const busyFrom = machineFrom - law.busyShare;
    if (chance >= busyFrom) return this.#ends(call, 'busy', this.#withinRing(list.fail));
    const isInvalid = chance >= busyFrom - law.invalidShare;
    if (isInvalid) return this.#ends(call, 'invalid', this.#withinRing(list.fail));
    return this.#ends(call, 'unanswered', this.#scenario.ringSeconds * 1000);
  }

  /** How long the callee would wait for an agent, in milliseconds. */
  patienceMs(call: VirtualCall): number {
    return this.#patience(this.#luck.seat(purposes.waiting, call.list, call.index)) * 1000;
  }

  #ends(call: VirtualCall, fate: CallFate, afterMs: number): number {
    call.step = 'ends';
    call.fate = fate;
    return afterMs;
  }

  #answers(call: VirtualCall, isMachine: boolean, delay: DurationDraw): number {
    const delayMs = this.#withinRing(delay);
    call.step = 'answers';
    call.isMachine = isMachine;
    call.detectMs = this.#detection(this.#luck) * 1000;
    call.isPassed = this.#isPassed(isMachine);
    return delayMs;
  }

  #isPassed(isMachine: boolean): boolean {
    const { detection } = this.#scenario;
    if (!detection) return true;
    const errorShare = isMachine ? detection.machineAsPerson : detection.personAsMachine;
    const isWrong = this.#luck.uniform() < errorShare;
    return isMachine === isWrong;
  }

  #withinRing(draw: DurationDraw): number {
    const { ringSeconds } = this.#scenario;
    for (let drawn = 0; drawn < redrawsMax; drawn++) {
      const seconds = draw(this.#luck);
      if (seconds <= ringSeconds) return seconds * 1000;
    }
    return ringSeconds * 1000;
  }

  #isTrunkFailing(second: number): boolean {
    for (const shock of this.#scenario.shocks) {
      if (shock.kind === 'trunk_fails' && second >= shock.at && second < shock.at + shock.seconds)
        return true;
    }
    return false;
  }
}
