import type { LeadFields } from './lead.ts';

/**
 * A script document: what agents (and, by a link, the people themselves) read and fill in. A published version never
 * changes. A call goes from step to step in their order, but where a branch leads elsewhere; never back.
 */
export interface Script {
  readonly format: 2;
  readonly steps: readonly ScriptStep[];
  /** Answers at hand when the person objects. */
  readonly objections: readonly Objection[];
  /** How the answers become a score and a stage; null where nothing is scored. */
  readonly scoring: Scoring | null;
  /** Runs of steps that are asked in an order drawn for each interview. */
  readonly shuffledBlocks: readonly ShuffledBlock[];
}

export interface Objection {
  readonly title: string;
  /** Markdown. */
  readonly answer: string;
}

/** What the law wants said in a step's words. */
export const legalMatters = ['identity', 'client', 'purpose', 'recording', 'objection'] as const;
export type LegalMatter = (typeof legalMatters)[number];

/** What reaching a step says of how the call ends: the desk proposes that disposition. */
export const scriptEndings = ['success', 'not_interested', 'out_of_target', 'callback'] as const;
export type ScriptEnding = (typeof scriptEndings)[number];

export interface ScriptStep {
  readonly id: string;
  readonly title: string;
  /**
   * What to say: Markdown without HTML. `{{field}}` is filled from lead, agent, client and earlier answers
   * (`{{answer:id}}`), `{{field|fallback}}` when empty, `{{M:Monsieur|Mme:Madame|?:Bonjour}}` by the person's civility.
   */
  readonly say: string;
  /** What the person reads in its place when they answer by their link. Written alike; empty: what is said. */
  readonly webSay: string;
  /** Which matters of law are said here; the agent ticks them as said. Empty for most steps. */
  readonly legal: readonly LegalMatter[];
  /** For the agent alone, not to be said. Markdown; empty for none. */
  readonly note: string;
  /** The step is passed over unless this holds. */
  readonly showIf: Condition | null;
  readonly questions: readonly ScriptQuestion[];
  /** The first branch whose condition holds; else the next step in order, the end after the last. */
  readonly branches: readonly ScriptBranch[];
  readonly ending: ScriptEnding | null;
}

export const questionKinds = [
  'single',
  'multiple',
  'number',
  'text',
  'scale',
  'matrix',
  'date',
  'datetime',
  'phone',
  'email',
  'address',
  /** A slot of the campaign's calendars; the answer is the id of the appointment that holds it. */
  'appointment',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Fields of a lead that an answer can put right. `custom:<name>` is a column of the client's own. */
export const fillableFields = [
  'civility',
  'firstName',
  'lastName',
  'company',
  'email',
  'birthDate',
  'address',
  'addressExtra',
  'postalCode',
  'city',
  'country',
  'region',
  'comment',
] as const satisfies readonly (keyof LeadFields)[];
export type FillableField = (typeof fillableFields)[number] | `custom:${string}`;

export interface ScriptQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  /** A line under the label; empty for none. */
  readonly help: string;
  readonly isRequired: boolean;
  /** For single and multiple; for matrix, its columns. */
  readonly options: readonly ScriptOption[];
  /** For matrix alone. */
  readonly rows: readonly { readonly value: string; readonly label: string }[];
  /** For number and scale: bounds of the answer; for text: characters at most (`max`); for multiple: choices at most. */
  readonly min: number | null;
  readonly max: number | null;
  /** Words at both ends of a scale; empty for none. */
  readonly minLabel: string;
  readonly maxLabel: string;
  readonly showIf: Condition | null;
  /** Options (rows, of a matrix) stand in an order drawn for each interview. */
  readonly isShuffled: boolean;
  /** The lead's field that a valid answer puts right, with history; null for none. */
  readonly fills: FillableField | null;
  /** Of number and scale: the first band that holds the answer gives its points. */
  readonly bands: readonly PointBand[];
}

export interface ScriptOption {
  readonly value: string;
  readonly label: string;
  /** What this answer adds to the score; may be negative. */
  readonly points: number;
  /** This answer alone disqualifies the lead. */
  readonly isDisqualifying: boolean;
  /** Of multiple: excludes all others (“none of these”). */
  readonly isExclusive: boolean;
  /** Keeps its place when the others are shuffled. */
  readonly isFixed: boolean;
}

/** From `from` on, below `to`; null is unbounded. The last of a scale includes its end. */
export interface PointBand {
  readonly from: number | null;
  readonly to: number | null;
  readonly points: number;
  readonly isDisqualifying: boolean;
}

export interface Scoring {
  /** Stages by the points they begin at, lowest first; the first begins at the lowest score there can be. */
  readonly stages: readonly { readonly id: string; readonly label: string; readonly from: number }[];
  /** From so many points on, with no disqualifying answer, the lead is qualified. */
  readonly qualifiedFrom: number;
}

export interface ShuffledBlock {
  readonly id: string;
  /** Steps that follow one another in the document, and into whose middle no branch leads. */
  readonly stepIds: readonly string[];
}

export interface ScriptBranch {
  readonly when: Condition;
  /** A later step's id, or `end`. */
  readonly goTo: string;
}

export const comparisons = [
  'equals',
  'not_equals',
  'contains',
  'at_least',
  'at_most',
  'answered',
  'not_answered',
] as const;
export type Comparison = (typeof comparisons)[number];

export type Condition =
  /** `row` names a row of a matrix, or a part of an address; null otherwise. Numbers compare as numbers, else as text. */
  | {
      readonly kind: 'answer';
      readonly questionId: string;
      readonly row: string | null;
      readonly is: Comparison;
      readonly value: string | number | null;
    }
  /** A field of the lead as it was when the call began. */
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly is: Comparison;
      readonly value: string | number | null;
    }
  | { readonly kind: 'score'; readonly is: 'at_least' | 'at_most'; readonly value: number }
  | { readonly kind: 'disqualified' }
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition };

export const addressParts = ['street', 'extra', 'postalCode', 'city', 'country'] as const;

/** As given: a value, several, or (matrix, address) one by row or part. Dates are `YYYY-MM-DD`, moments ISO with offset. */
export type Answer = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;
export type Answers = Readonly<Record<string, Answer>>;

/** What a score is made of. */
export interface Score {
  readonly points: number;
  /** What the answers on this path could have brought at best. */
  readonly pointsMax: number;
  readonly parts: readonly {
    readonly questionId: string;
    readonly label: string;
    readonly points: number;
    readonly pointsMax: number;
    readonly isDisqualifying: boolean;
  }[];
  readonly stageId: string | null;
  readonly isDisqualified: boolean;
  readonly isQualified: boolean;
}
