import type { Script } from '@alize/model';
import { type ScriptCheck, validateDraft, validateScript } from '@alize/scripts';
import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import type { Env } from '../routing.ts';

/** A document from outside that can be published. Throws `script_invalid`, with a pointer for all that is wrong. */
export function publishable(context: Context<Env>, document: unknown): Script {
  return checked(context, validateScript(document));
}

/** A document from outside that people still work on. Throws `script_invalid` when it is not one at all. */
export function workable(context: Context<Env>, document: unknown): Script {
  return checked(context, validateDraft(document));
}

function checked(context: Context<Env>, check: ScriptCheck): Script {
  if (check.kind === 'valid') return check.script;
  const errors = check.problems.map(({ path, sentence }) => ({
    pointer: `/document${path}`,
    detail: sentence[context.var.language],
  }));
  throw new Problem('script_invalid', { errors });
}
