import type { DialMode } from '@alize/model';

/** A law of durations, in seconds. */
export type Duration =
  | { readonly kind: 'fixed'; readonly seconds: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** Mean and coefficient of variation. */
  | { readonly kind: 'gamma'; readonly mean: number; readonly variation: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly variation: number }
  | {
      readonly kind: 'mixture';
      readonly parts: readonly { readonly share: number; readonly law: Duration }[];
    }
  /** Quantiles measured: equally likely values, interpolated between. */
  | { readonly kind: 'empirical'; readonly seconds: readonly number[] };

/** A virtual centre on one day: everything that happens to it, but for how it is paced. All randomness comes from the seed. */
export interface Scenario {
  readonly name: string;
  readonly seed: number;
  /** Local seconds of the day at which dialling opens and closes. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly teams: readonly Team[];
  readonly lists: readonly ListLaw[];
  readonly talk: Duration;
  readonly wrapUp: Duration;
  /** Talk with a machine that nobody detected. */
  readonly machineTalk: Duration;
  /** Share of talks that end with success. */
  readonly successShare: number;
  /** How long a callee who waits for an agent stays on the line. */
  readonly patience: Duration;
  /** Null: none; every answer is offered to an agent. */
  readonly detection: {
    readonly delay: Duration;
    /** People taken for machines (dropped, hence abandoned), machines taken for people. */
    readonly personAsMachine: number;
    readonly machineAsPerson: number;
  } | null;
  readonly trunk: { readonly linesMax: number; readonly callsPerSecondMax: number };
  readonly ringSeconds: number;
  readonly shocks: readonly Shock[];
  /** Inbound calls an hour that the same agents take first. */
  readonly inboundPerHour: number;
  /** Each quarter of an hour the answer share is multiplied by a lognormal factor of this standard deviation (of its logarithm), correlated .7 with the one before. */
  readonly noise: number;
}

export interface Team {
  readonly site: string;
  readonly agents: number;
  /** Seconds of the day; null: as long as dialling is open. */
  readonly shift: { readonly from: number; readonly to: number } | null;
  /** Pauses an agent-hour, taken between calls, and how long they last. */
  readonly pausesPerHour: number;
  readonly pause: Duration;
  /** Of one paid agent-hour, in the site's currency. */
  readonly hourlyCost: number;
  readonly currency: string;
}

/** Leads and how they answer. */
export interface ListLaw {
  readonly name: string;
  /** Leads; null: never used up. */
  readonly leads: number | null;
  /** Share of calls answered by a person, by hour of the day (24 values). */
  readonly answerShare: readonly number[];
  /** Share of calls that a machine answers, that are busy, and that are invalid numbers. */
  readonly machineShare: number;
  readonly busyShare: number;
  readonly invalidShare: number;
  /** From placing the call until a person, a machine answers; busy and invalid are told. */
  readonly answerDelay: Duration;
  readonly machineDelay: Duration;
  readonly failDelay: Duration;
  /** Calls that a lead gets in all, and after how many minutes a lead that was not reached is tried again. */
  readonly attemptsMax: number;
  readonly retryMinutes: number;
}

export type Shock =
  /** The answer share is multiplied from here on. */
  | { readonly kind: 'answers'; readonly at: number; readonly factor: number }
  /** This share of the agents leaves for good as soon as they are between calls; those idle leave at once. */
  | { readonly kind: 'agents_leave'; readonly at: number; readonly share: number }
  /** The trunk fails every call at once, for so long. */
  | { readonly kind: 'trunk_fails'; readonly at: number; readonly seconds: number }
  /** Machines answer this share of calls, for so long. */
  | { readonly kind: 'machines'; readonly at: number; readonly seconds: number; readonly share: number }
  | { readonly kind: 'talk'; readonly at: number; readonly factor: number };

/** How it is paced: what a campaign manager chooses, and what the rule pack demands. */
export interface PacingChoice {
  readonly mode: DialMode;
  readonly powerRatio: number;
  readonly account: AccountTerms;
}

export interface AccountTerms {
  readonly limit: number;
  readonly aim: number;
  readonly answeredMin: number;
  /** Someone not with an agent within this is abandoned. */
  readonly limitMs: number;
  /** The account's window: the whole day of the scenario when null. */
  readonly windowSeconds: number | null;
}
