import type { Script } from '@alize/model';

/** What holds a script, with the script as the model has it. */
export type WithScript<T> = Omit<T, 'script'> & { readonly script: Script };

/**
 * A document of the api's as the model has it: the client's types end at a condition within a condition. The cast holds,
 * for the contract takes its type from the model.
 */
export const scriptOf = (document: unknown): Script => document as Script;

/** The same, its script as the model has it. */
export function withScript<T extends { readonly script: unknown }>(holder: T): WithScript<T> {
  return { ...holder, script: scriptOf(holder.script) };
}
