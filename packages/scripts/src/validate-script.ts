import type { Language, Script } from '@alize/model';

export const scriptProblemCodes = [
  'not_a_script',
  'unknown_key',
  'wrong_type',
  'text_missing',
  'text_too_long',
  'id_malformed',
  'id_repeated',
  'no_steps',
  'too_many',
  'options_missing',
  'option_repeated',
  'range_missing',
  'range_inverted',
  'branch_question_unknown',
  'branch_value_unknown',
  'branch_step_unknown',
  'step_unreachable',
  'endless_loop',
] as const;
export type ScriptProblemCode = (typeof scriptProblemCodes)[number];

export interface ScriptProblem {
  /** JSON pointer into the document, e.g. `/steps/0/questions/1/options`. */
  readonly path: string;
  readonly code: ScriptProblemCode;
  readonly sentence: Readonly<Record<Language, string>>;
}

export type ScriptCheck =
  | { readonly kind: 'valid'; readonly script: Script }
  | { readonly kind: 'invalid'; readonly problems: readonly ScriptProblem[] };

/** Reads a document from outside as a script, or says all that is wrong with it. Never throws. */
export function validateScript(document: unknown): ScriptCheck {
  // The cast is this stub's alone: until the checks stand below, the document is taken as it comes.
  return { kind: 'valid', script: document as Script };
}
