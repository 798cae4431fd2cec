import type { AgentState } from '@alize/model';
import type { Laws } from './laws.ts';

/** What a dialer knows at one instant of one campaign: all that a decision may rest on. Plain data, storable as JSON. */
export interface Snapshot {
  /** UTC milliseconds; every `sinceMs` is of the same clock. */
  readonly nowMs: number;
  /** The campaign's agents on duty, those whom it shares with other campaigns included. */
  readonly agents: readonly AgentSnapshot[];
  /** Live calls that compete for these agents: the campaign's own, and those of campaigns that share its agents. */
  readonly calls: readonly CallSnapshot[];
  readonly limits: Limits;
  /** What has been measured. */
  readonly laws: Laws;
  /** The account of abandoned calls of the strictest rule pack; null: none known, and nothing beyond one call per agent is lawful. */
  readonly account: AbandonAccount | null;
  /** Extra people left waiting that are accepted for one extra person served, before the account's credit is looked at. */
  readonly marginalRatio: number;
  /** How long a callee may wait before the account counts them as abandoned, less what detection takes. */
  readonly graceMs: number;
  /** Calls for each free agent in power mode. */
  readonly powerRatio: number;
  /** Inbound calls that the same agents take, a second on average; they go first. */
  readonly inboundPerSecond: number;
}

export interface AgentSnapshot {
  readonly state: AgentState;
  readonly sinceMs: number;
  /** False while no call may be meant for this agent: no audio, a pause wished for, kept for an agreed callback. */
  readonly isReachable: boolean;
  /** Index in `laws.talk`: which law tells how long the talk lasts, from `sinceMs` on. 0 while not talking. */
  readonly law: number;
  /** End of the shift; null when not known. From then on the agent is counted on no more. */
  readonly leavesAtMs: number | null;
}

/**
 * dialling: asked for or ringing, since it was placed. detecting: answered, is it a machine? waiting: for an agent.
 * connected: with an agent.
 */
export type CallStage = 'dialling' | 'detecting' | 'waiting' | 'connected';

export interface CallSnapshot {
  readonly stage: CallStage;
  readonly sinceMs: number;
  /** Index in `laws.calls`: which law tells if and when it will be answered. */
  readonly law: number;
  /** False for a call of another campaign that may take one of these agents. */
  readonly isOwn: boolean;
}

export interface Limits {
  /** Lines of the campaign and of its trunk that are still free. */
  readonly linesFree: number;
  readonly trunkLinesFree: number;
  /** Calls that the trunk may be asked for at this instant, from its calls-a-second limit. */
  readonly callsAllowedNow: number;
  /** Of the last calls on the trunk, how many it failed to carry (congestion), and of how many. */
  readonly trunkFailures: { readonly failed: number; readonly of: number };
}

/** Abandoned calls of the window in force, as the rule pack counts them. */
export interface AbandonAccount {
  readonly abandoned: number;
  /** The pack's denominator: people who answered, as far as it is known what became of them. */
  readonly answered: number;
  /** Below so many answers the share is taken of this many: it would mean nothing. */
  readonly answeredMin: number;
  /** What the law lets pass, and what we steer for, 0 to 1. */
  readonly limit: number;
  readonly aim: number;
  /** People who will answer before the window closes, as far as one may count on them. */
  readonly answersToCome: number;
}
