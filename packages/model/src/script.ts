/** A script document: steps that an agent reads and fills in. Versions never change once published. */
export interface Script {
  readonly steps: readonly ScriptStep[];
  /** Answers at hand when the person objects. */
  readonly objections: readonly { readonly title: string; readonly answer: string }[];
}

export interface ScriptStep {
  readonly id: string;
  readonly title: string;
  /** What to say. Plain text; `{{field}}` is filled from lead, agent and client, `{{field|fallback}}` when empty. */
  readonly say: string;
  /** True for a sentence the law wants said; the agent ticks it. */
  readonly isLegal: boolean;
  readonly questions: readonly ScriptQuestion[];
  /** The first branch whose condition holds; the next step in order when none does, the end after the last. */
  readonly branches: readonly ScriptBranch[];
}

export const questionKinds = ['single', 'multiple', 'number', 'text', 'scale', 'date', 'datetime'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface ScriptQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly isRequired: boolean;
  /** For single and multiple. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** For number and scale. */
  readonly min: number | null;
  readonly max: number | null;
}

export interface ScriptBranch {
  readonly questionId: string;
  readonly equals: string;
  /** A step's id, or `end`. */
  readonly goTo: string;
}

export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;
