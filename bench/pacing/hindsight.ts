import { type AbandonAccount, decide, type Laws } from '@alize/pacing';
import {
  durationMean,
  type Pacer,
  type Rule,
  type Scenario,
  type SimulatedFloor,
} from '@alize/pacing/simulate';
import { exactLaws } from './exact-laws.ts';
import { askEveryMs } from './scenarios.ts';

/**
 * The constant rule: one price the whole day for an extra person served, in extra people left waiting, with the laws
 * exactly known. With the price chosen afterwards, so that the day ends at the limit, it is the bound "best constant
 * setting in hindsight": no dialer can know either. The account never stops it.
 */
export function constantRule(marginalRatio: number, scenario: Scenario): Rule {
  return {
    name: `hindsight, price ${marginalRatio.toFixed(4)}`,
    start: ({ limitMs }) => new ConstantPacer(marginalRatio, scenario, limitMs),
  };
}

/** Always on its plan, and far from its limit. */
const endless: AbandonAccount = {
  abandoned: 0,
  answered: 0,
  answeredMin: 1e9,
  limit: 1,
  aim: 0.03,
  answersToCome: 1e9,
};

class ConstantPacer implements Pacer {
  readonly everyMs = askEveryMs;
  readonly onEvents = true;
  readonly #marginalRatio: number;
  readonly #lawsAt: (nowMs: number) => Laws;
  readonly #graceMs: number;
  readonly #inboundPerSecond: number;

  constructor(marginalRatio: number, scenario: Scenario, limitMs: number) {
    this.#marginalRatio = marginalRatio;
    this.#lawsAt = exactLaws(scenario);
    const detectMs = scenario.detection ? durationMean(scenario.detection.delay) * 1000 : 0;
    this.#graceMs = Math.max(0, limitMs - detectMs);
    this.#inboundPerSecond = scenario.inboundPerHour / 3_600;
  }

  place(floor: SimulatedFloor): number {
    return decide('predictive', {
      nowMs: floor.nowMs,
      agents: floor.agents,
      calls: floor.calls,
      limits: {
        linesFree: floor.linesFree,
        trunkLinesFree: floor.linesFree,
        callsAllowedNow: floor.callsAllowedNow,
        trunkFailures: floor.trunkFailures,
      },
      laws: this.#lawsAt(floor.nowMs),
      account: endless,
      marginalRatio: this.#marginalRatio,
      graceMs: this.#graceMs,
      powerRatio: 1,
      inboundPerSecond: this.#inboundPerSecond,
    }).calls;
  }
}
