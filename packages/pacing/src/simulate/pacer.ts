import type { CallFate } from '../call-fate.ts';
import type { AgentSnapshot, CallSnapshot } from '../snapshot.ts';
import type { AccountTerms, Scenario } from './scenario.ts';

/** The floor as a dialer sees it. The simulator keeps one, changes it in place and hands it to the pacer each time. */
export interface SimulatedFloor {
  nowMs: number;
  /** Agents on duty; `isReachable` is true for all. */
  readonly agents: readonly AgentSnapshot[];
  /** Live calls that are not connected, in no particular order. */
  readonly calls: readonly CallSnapshot[];
  /** Calls with an agent. */
  connectedCount: number;
  /** Agents in state ready. */
  readyCount: number;
  readonly account: { abandoned: number; answered: number };
  linesFree: number;
  callsAllowedNow: number;
  readonly trunkFailures: { failed: number; of: number };
}

/** Paces one run. Implemented by ours and by the rules it is measured against; knows nothing but what it is told. */
export interface Pacer {
  /** How often it wants to be asked when nothing happens. */
  readonly everyMs: number;
  /** Whether it wants to be asked after each event too. */
  readonly onEvents: boolean;
  /** What happens so soon after it was asked is told together, when this is over; by default each event at once. */
  readonly restMs?: number;
  /** How many calls to place now; the simulator places no more than lines and rate allow. */
  place(floor: SimulatedFloor): number;
  /** A call left the state dialling (or detecting): its fate, how long after it was placed. */
  callSettled?(fate: CallFate, afterMs: number, nowMs: number): void;
  /** An offered call is connected in time, or counts as abandoned. */
  answerCounted?(isAbandoned: boolean, nowMs: number): void;
  talkEnded?(lastedMs: number, nowMs: number): void;
  /** `isLeaving`: the agent goes on a pause or home instead of being ready. */
  wrapUpEnded?(lastedMs: number, isLeaving: boolean, nowMs: number): void;
}

export interface Rule {
  readonly name: string;
  /** The account that the day is run under; the usual one when left out. */
  readonly terms?: AccountTerms;
  /** How long an agent reads before each call is placed (preview); the call counts as dialling meanwhile. 0 when left out. */
  readonly previewSeconds?: number;
  /** A pacer for one run: fresh, without memory of others. */
  start(terms: AccountTerms, scenario: KnownScenario): Pacer;
}

/** What a dialer knows beforehand, or soon measures, of the centre it works for. */
export type KnownScenario = Pick<
  Scenario,
  'ringSeconds' | 'opensAt' | 'closesAt' | 'detection' | 'inboundPerHour'
>;
