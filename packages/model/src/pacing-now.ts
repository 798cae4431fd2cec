import type { DialMode } from './campaign.ts';

/** What held a decision where it is, for the sentence people read. */
export const pacingLimits = [
  /** Nobody is free, or soon enough, for one more call. */
  'no_agent_ready',
  'lines_in_use',
  'trunk_in_use',
  'calls_per_second',
  /** The trunk fails most calls: one probe at a time. */
  'trunk_failing',
  /** One more call would risk more abandoned calls than the account can bear. */
  'abandonment_risk',
  /** The account is used up, or there is none: one call per free agent. */
  'account_stop',
] as const;
export type PacingLimit = (typeof pacingLimits)[number];

/** How many calls a campaign places at an instant, and why: what people are shown of its pacing. */
export interface PacingNow {
  readonly mode: DialMode;
  readonly calls: number;
  /** What held it there; null when agents alone set the number. */
  readonly limitedBy: PacingLimit | null;
  readonly agentsFree: number;
  /** Expected to come free within `horizonMs`, those free now not counted. */
  readonly agentsSoonFree: number;
  readonly callsDialling: number;
  /** Answers expected within `horizonMs` of the calls that are dialling. */
  readonly answersExpected: number;
  readonly horizonMs: number;
  /** Chance that one more answer would leave somebody waiting; of the last call placed, or of the first one not placed. */
  readonly risk: number;
  /** The largest such chance that the account bears now. */
  readonly riskMax: number;
  /** Share abandoned so far in the window; null without answers or account. */
  readonly abandonedShare: number | null;
  readonly abandonedLimit: number | null;
}

/** A campaign's agents on duty, by what they are doing. */
export interface AgentCounts {
  readonly ready: number;
  readonly talking: number;
  readonly wrapUp: number;
  readonly paused: number;
}
