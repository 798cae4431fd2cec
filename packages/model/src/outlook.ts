import type { Citation } from './clearance.ts';

/** What the rules say of a list's open leads at one instant: advice, for each call is ruled on again when it is due. */
export interface ListOutlook {
  readonly judgedAtMs: number;
  readonly packs: readonly string[];
  /** Leads that could be called at that instant. */
  readonly callable: number;
  /** The others, each under the first rule that refuses it; most leads first. */
  readonly refusals: readonly RefusedLeads[];
}

export interface RefusedLeads {
  readonly rule: string;
  readonly strength: Citation['strength'];
  readonly citation: string;
  readonly leads: number;
  /** How many of them will never be callable as things stand. */
  readonly never: number;
  /** When the first and the last of the others become callable; null when none does. */
  readonly soonestMs: number | null;
  readonly latestMs: number | null;
}
