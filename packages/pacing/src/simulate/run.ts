import { Luck } from './luck.ts';
import type { Pacer, Rule, SimulatedFloor } from './pacer.ts';
import type { AccountTerms, Scenario } from './scenario.ts';
import { Tally } from './tally.ts';
import { Timers } from './timers.ts';
import type { VirtualAgent } from './virtual-agent.ts';
import type { VirtualCall } from './virtual-call.ts';

/** The inner target, limit and least number of answers that the European rule packs share; counted over the day. */
export const usualTerms: AccountTerms = {
  limit: 0.03,
  aim: 0.02,
  answeredMin: 100,
  limitMs: 2_000,
  windowSeconds: null,
};

/** The floor, with the two lists open to those who keep them. */
export interface OwnFloor extends SimulatedFloor {
  readonly agents: VirtualAgent[];
  readonly calls: VirtualCall[];
}

/** What the parts of one simulated day share. */
export interface Run {
  readonly scenario: Scenario;
  readonly terms: AccountTerms;
  readonly previewMs: number;
  readonly pacer: Pacer;
  readonly floor: OwnFloor;
  readonly timers: Timers;
  readonly luck: Luck;
  readonly tally: Tally;
}

/** A fresh day, nobody there yet. */
export function startRun(scenario: Scenario, rule: Rule): Run {
  const terms = rule.terms ?? usualTerms;
  const floor: OwnFloor = {
    nowMs: 0,
    agents: [],
    calls: [],
    connectedCount: 0,
    readyCount: 0,
    account: { abandoned: 0, answered: 0 },
    linesFree: scenario.trunk.linesMax,
    callsAllowedNow: 0,
    trunkFailures: { failed: 0, of: 0 },
  };
  return {
    scenario,
    terms,
    previewMs: (rule.previewSeconds ?? 0) * 1000,
    pacer: rule.start(terms, scenario),
    floor,
    timers: new Timers(),
    luck: new Luck(scenario.seed),
    tally: new Tally(scenario, terms, floor.account),
  };
}
