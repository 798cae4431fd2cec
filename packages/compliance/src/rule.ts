import type { Citation, Language, Purpose } from '@alize/model';
import type { Destination } from './destination.ts';
import type { CallFacts } from './facts.ts';

/** Every rule that can bear on a ruling. `FR-` rules are those of the French pack. */
export const ruleIds = [
  'fiction_number',
  'fiction_on_real_trunk',
  'number_on_demonstration_trunk',
  'number_forbidden',
  'no_rule_pack',
  'suppressed',
  'FR-CONSENT',
  'FR-CONTRACT',
  'FR-PRESS',
  'FR-REQUEST',
  'FR-OUTSIDE',
  'FR-HOURS',
  'FR-HOL',
  'FR-SLOT',
  'FR-SLOT-OLD',
  'FR-FREQ',
  'FR-NPV',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** The instant that is judged, with what a rule may want to know of it. */
export interface Moment {
  readonly ms: number;
  /** In the zone of the person called. */
  readonly local: Temporal.ZonedDateTime;
  readonly destination: Destination;
}

/** What one rule says at one instant: nothing, yes, or no until (null: never) it alone would allow the call. */
export type Verdict =
  | { readonly kind: 'silent' }
  | { readonly kind: 'met' }
  | { readonly kind: 'refused'; readonly untilMs: number | null };

export interface Rule {
  readonly id: RuleId;
  readonly strength: Citation['strength'];
  /** Where the rule stands written. */
  readonly citation: string;
  /** The purposes it covers. */
  readonly purposes: readonly Purpose[];
  /** First local day it is in force (ISO date); null for always. */
  readonly validFrom: string | null;
  /** First local day it is no longer in force; null while it lasts. */
  readonly validTo: string | null;
  /** `campaign`: a refusal is mended in the campaign's settings, so no lead should be closed for it. */
  readonly about: 'lead' | 'campaign';
  /** What a person reads: why it refuses or, for an exception, why it allows. */
  readonly text: Readonly<Record<Language, string>>;
  readonly check: (facts: CallFacts, moment: Moment) => Verdict;
}

export const silent: Verdict = { kind: 'silent' };
export const met: Verdict = { kind: 'met' };
export const never: Verdict = { kind: 'refused', untilMs: null };
