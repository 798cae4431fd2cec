import type { Script } from '@alize/model';
import { contentProblems } from './content-problems.ts';
import { DocumentReader } from './document-reader.ts';
import { readScript } from './read-script.ts';
import type { ScriptProblem } from './script-problem.ts';

export type ScriptCheck =
  | { readonly kind: 'valid'; readonly script: Script }
  | { readonly kind: 'invalid'; readonly problems: readonly ScriptProblem[] };

/**
 * Reads a document from outside as a script that can be published, or says all that is wrong with it. A key that a
 * script does not have is wrong, so that a misspelt one does not vanish; what is left out takes its empty value. Never
 * throws.
 */
export function validateScript(document: unknown): ScriptCheck {
  const draft = validateDraft(document);
  if (draft.kind === 'invalid') return draft;
  const problems = contentProblems(draft.script);
  return problems.length > 0 ? { kind: 'invalid', problems } : draft;
}

/**
 * Reads a document from outside as one that people still work on: its shape must be that of a script, but texts may be
 * missing and conditions lead nowhere. Never throws.
 */
export function validateDraft(document: unknown): ScriptCheck {
  const reader = new DocumentReader();
  const script = readScript(reader, document);
  return reader.problems.length > 0
    ? { kind: 'invalid', problems: reader.problems }
    : { kind: 'valid', script };
}
