import type {
  CallerIdCategory,
  CallMode,
  Citation,
  ConsentForm,
  Language,
  LegalMatter,
  LineType,
  PersonKind,
  Purpose,
  RefusalKind,
  RegisterId,
  Sector,
} from '@alize/model';
import type { AbandonmentDefinition } from './abandonment/definition.ts';
import type { CalendarId } from './calendars/calendar.ts';

export const packIds = ['fr', 'us', 'uk', 'ca', 'de', 'es', 'it', 'be', 'ch', 'eu-default'] as const;
export type PackId = (typeof packIds)[number];

/** The law of one jurisdiction on outbound calls: data only, so that it can be read, shown and dated. */
export interface Pack {
  readonly id: PackId;
  /** Changes with every change of a rule. */
  readonly version: string;
  readonly name: Readonly<Record<Language, string>>;
  /** ISO 3166-1 alpha-2 codes whose people it protects. */
  readonly territories: readonly string[];
  /** The day its texts were last read. */
  readonly readOn: string;
  readonly rules: readonly Rule[];
}

/** One rule: whom it concerns, from when to when, what it does, and where it stands written. */
export type Rule = RuleHead & RuleEffect;

interface RuleHead {
  /** `FR-HOURS`, `US-FL-CAP`. */
  readonly id: string;
  readonly strength: Citation['strength'];
  /** Where the rule stands written. */
  readonly citation: string;
  /** Whether its text was read in full or in a careful quotation. */
  readonly status: 'verified' | 'partly_verified' | 'to_confirm';
  readonly purposes: readonly Purpose[];
  /** Whom it concerns, beside the purpose; left out: everyone in the pack's territories. */
  readonly condition?: Condition;
  /** First local day it is in force (`YYYY-MM-DD`); null: always was. */
  readonly validFrom: string | null;
  /** First local day it is no longer in force; null while it lasts. */
  readonly validTo: string | null;
  /** `campaign`: a refusal is mended in the campaign's settings (caller ID, ring time), so no lead is closed for it. */
  readonly about: 'lead' | 'campaign';
  /** What a person reads: why it refuses or, when it allows, why. */
  readonly text: Readonly<Record<Language, string>>;
}

/** All that is given must hold. */
export interface Condition {
  readonly persons?: readonly PersonKind[];
  readonly modes?: readonly CallMode[];
  /** A line of unknown type refuses with `unknown_line_type`. */
  readonly lineTypes?: readonly LineType[];
  /** What the call is about. */
  readonly sectors?: readonly Sector[];
  readonly territories?: readonly string[];
  /** Holds when any state that may claim the call is in here. `unknown`: no state is known. */
  readonly states?: readonly string[];
  /** Ley 10/2025: a utility, transport, post, telecom or finance company, or a large one. Unknown refuses. */
  readonly seller?: 'within_ley_10_2025';
}

/** What a rule does, with its values. An instant of refusal ends, by itself or never; `liftedBy`: it does not apply then. */
export type RuleEffect =
  /** Calls only inside these windows, in the person's time, in every zone they may be in. */
  | { readonly effect: 'hours'; readonly value: Hours; readonly liftedBy?: readonly Ground[] }
  /** No calls on the holidays of a calendar. */
  | {
      readonly effect: 'holidays';
      readonly value: { readonly calendar: CalendarId };
      readonly liftedBy?: readonly Ground[];
    }
  /** A call needs one of these grounds. */
  | { readonly effect: 'needs'; readonly value: { readonly anyOf: readonly Ground[] } }
  | { readonly effect: 'forbidden'; readonly value: null; readonly liftedBy?: readonly Ground[] }
  /** At most so many attempts. */
  | { readonly effect: 'frequency'; readonly value: Frequency; readonly liftedBy?: readonly Ground[] }
  /** After something happened, no call for a time. Consents lift it only when given later than what happened. */
  | { readonly effect: 'rest'; readonly value: Rest; readonly liftedBy?: readonly Ground[] }
  /** Listed people are not called; a register not asked, or too long ago, refuses (`unknown_register`). */
  | { readonly effect: 'register'; readonly value: RegisterCheck; readonly liftedBy?: readonly Ground[] }
  | { readonly effect: 'caller_id'; readonly value: CallerIdCheck }
  /** The telephone rings at least, and at most, so long. */
  | { readonly effect: 'ring'; readonly value: { readonly secondsMin: number; readonly secondsMax?: number } }
  /** Says why nothing is asked: the call is outside of a law, or an exception of it. */
  | { readonly effect: 'permit'; readonly value: null; readonly needs?: readonly Ground[] }
  /** How abandoned calls are counted. */
  | { readonly effect: 'abandonment'; readonly value: AbandonmentDefinition }
  /** Binds people or documents, not the instant of the call: shown, and never refuses. */
  | { readonly effect: 'duty'; readonly value: Duty };

export interface Duty {
  readonly on: DutySubject;
  /** Of the script: what every call must say. Left out: what no list of sentences can settle. */
  readonly says?: readonly LegalMatter[];
}

export const dutySubjects = [
  'script',
  'recording',
  'message',
  'records',
  'registration',
  'route',
  'information',
  'penalty',
  'detection',
  'watch',
] as const;
export type DutySubject = (typeof dutySubjects)[number];

/** Half-open windows `[from, to)` as `HH:MM`, by ISO weekday (1 Monday … 7 Sunday); `24:00` ends a day. */
export interface Hours {
  readonly week: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Window[]>>;
  /** The zone that the text names; left out: the person's own, in every zone they may be in. */
  readonly zone?: string;
  /** Windows of the day before a holiday of this calendar, where they are narrower. */
  readonly eves?: { readonly calendar: CalendarId; readonly windows: readonly Window[] };
}
export type Window = readonly [from: string, to: string];

/** What makes a call lawful, or lifts a rule. It is the seller's own: what another seller holds is no ground. */
export type Ground =
  | {
      readonly by: 'consent';
      /** The weakest form that will do; left out: any. */
      readonly form?: ConsentForm;
      /** It lives this long from its giving, whatever the person agreed to. */
      readonly daysMax?: number;
      /** True: the call's object must be the consent's (`unknown_object` when the call does not say). */
      readonly sameObject?: boolean;
      /** True: a consent without proof on record is none. */
      readonly proven?: boolean;
      /** True: a consent whose giver was not told how to withdraw and see the proof is none. */
      readonly informed?: boolean;
      /** True: it lifts an entry in a register only when it was given later. (It lifts a `rest` only when given later, always.) */
      readonly afterListing?: boolean;
    }
  | { readonly by: 'contract'; readonly related?: boolean; readonly endedDaysMax?: number }
  | { readonly by: 'purchase'; readonly monthsMax: number; readonly similar?: boolean }
  | {
      readonly by: 'request';
      readonly monthsMax?: number;
      /** Working days (Monday to Saturday but holidays of `calendar`) that follow the request. */
      readonly workingDaysMax?: { readonly days: number; readonly calendar: CalendarId };
      readonly sameObject?: boolean;
      readonly proven?: boolean;
    }
  /** The person agreed to be called at this very instant; it may be begun so many minutes late. */
  | { readonly by: 'slot'; readonly minutesMax: number };

export interface Frequency {
  readonly attemptsMax: number;
  /**
   * `days`: so many calendar days of the person, today included. `hours`: rolling. `week`: Monday to Sunday.
   * `campaign`: as long as the campaign lasts (attempts that name no campaign count too).
   */
  readonly within: { readonly days: number } | { readonly hours: number } | 'week' | 'campaign';
  /** `object`: attempts for another object do not count; those that name none do. Left out: all of the seller's. */
  readonly same?: 'object' | 'campaign';
}

export interface Rest {
  readonly after: readonly (RefusalKind | 'abandoned' | 'machine')[];
  /** `days`: full calendar days of the person that follow; `restOfDay`: until their midnight. */
  readonly lasting:
    | { readonly days: number }
    | { readonly hours: number }
    | { readonly years: number }
    | 'rest_of_day'
    | 'for_good';
}

export interface RegisterCheck {
  readonly register: RegisterId;
  /** Our answer is good for so many days. */
  readonly ageDaysMax?: number;
  /** A number listed for less than this is not yet protected; unknown since when: it is. */
  readonly listedDaysMin?: number;
}

/** Every part that is given must hold. */
export interface CallerIdCheck {
  /** One of these E.164 beginnings. */
  readonly prefixes?: readonly string[];
  /** The whole length with `+`, when the beginning is not enough. */
  readonly length?: number;
  readonly categories?: readonly CallerIdCategory[];
  readonly notCategories?: readonly CallerIdCategory[];
  readonly notPrefixes?: readonly string[];
  /** The number may not be withheld. */
  readonly shown?: boolean;
  /** The registry must say who holds it, and by which document the seller may show it. */
  readonly authorised?: boolean;
}
