import type { Disposition, NetworkResult } from './attempt.ts';
import type { Sector } from './call-facts.ts';
import type { CallerIdId, CampaignId, ClientId, ScriptVersionId, TrunkId } from './ids.ts';
import type { Schedule } from './schedule.ts';

export const campaignKinds = ['appointment', 'survey', 'qualification'] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** The legal purpose of a call, which the rule packs read. */
export const purposes = [
  'sales_cold',
  'sales_consented',
  'sales_contract_in_progress',
  'sales_ex_customer',
  'callback_requested',
  'press_subscription',
  'service',
  'collections',
  'survey',
  'charity',
  'political',
  'b2b_sales',
] as const;
export type Purpose = (typeof purposes)[number];

export const dialModes = ['preview', 'progressive', 'power', 'predictive'] as const;
export type DialMode = (typeof dialModes)[number];
/** The modes that the dialer knows today, and a campaign may have. */
export const availableDialModes = [
  'progressive',
  'power',
  'predictive',
] as const satisfies readonly DialMode[];
export type AvailableDialMode = (typeof availableDialModes)[number];

/** What people asked of the campaign. Whether it dials at this instant also depends on schedule, agents and leads. */
export const campaignStates = ['draft', 'running', 'paused', 'stopped'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** When a lead is tried again after a call that did not settle it. */
export interface RetryRule {
  readonly afterMinutes: number;
  /**
   * How many calls that ended like this a lead gets in all, over its numbers; then it is closed. Of invalid numbers: how
   * many each number gets; then that number is closed.
   */
  readonly attemptsMax: number;
  /**
   * True: not simply after that long, but from then on at the time of day at which this lead is likeliest to answer, by
   * its own calls and the campaign's; a time of day that has failed gives way to another. Left out: false.
   */
  readonly isAtBestHour?: boolean | undefined;
  /** Minutes after which the lead's next number is tried instead, while it has one that is not tried yet; left out: never. */
  readonly otherNumberAfterMinutes?: number | undefined;
}

/** The dispositions after which a lead may be tried again by itself; a callback has its own instant. */
export const retriedDispositions = [
  'answering_machine',
  'wrong_person',
  'language_barrier',
  'dropped',
  'none',
] as const satisfies readonly Disposition[];
export type RetriedDisposition = (typeof retriedDispositions)[number];

export interface RetryRules {
  /** Calls of any result that a lead gets in all, over its numbers. */
  readonly attemptsMax: number;
  /** Calls of any result that a lead gets in a day of its own zone; left out: as the law says. */
  readonly attemptsPerDayMax?: number | undefined;
  readonly byResult: Readonly<Partial<Record<NetworkResult, RetryRule>>>;
  readonly byDisposition?: Readonly<Partial<Record<RetriedDisposition, RetryRule>>> | undefined;
}

export interface Campaign {
  readonly id: CampaignId;
  readonly clientId: ClientId;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly purpose: Purpose;
  /** What is sold or asked about, as far as a law singles it out; null when not said. */
  readonly sector: Sector | null;
  /** The goods or services the calls are about, in the words that consents use; null when not said. */
  readonly object: string | null;
  readonly state: CampaignState;
  readonly dialMode: DialMode;
  /** Calls for each free agent in power mode, 1 to 5. */
  readonly powerRatio: number;
  /** Share of abandoned calls that is steered for, 0.005 to 0.03; null: the rule pack's own target. Never above its limit. */
  readonly abandonAim: number | null;
  /** Campaigns that share agents dial in this order: 1 most urgent, 9 least. */
  readonly priority: number;
  readonly schedule: Schedule;
  readonly retryRules: RetryRules;
  readonly callerIdId: CallerIdId;
  readonly trunkId: TrunkId;
  /** Calls out at once, at most. */
  readonly linesMax: number;
  /** How long a callee's telephone rings, 15 s at least (16 CFR 310.4(b)(4)(ii) and its likes). */
  readonly ringSeconds: number;
  readonly wrapUpSeconds: number;
  readonly scriptVersionId: ScriptVersionId;
}

/** Why a running campaign places no call right now; the console turns it into a sentence. */
export const blockedReasons = [
  'outside_schedule',
  'no_agent_ready',
  'no_lead_due',
  'no_lead_left',
  'lines_in_use',
  'trunk_in_use',
  'asterisk_down',
  'no_dialer',
  'refused_by_rule',
] as const;
export type BlockedReason = (typeof blockedReasons)[number];
