import type { Script } from '@alize/model';
import { changed, type ScriptChange } from './changes.ts';

/** A document with all that was done to it in this window, so that it can be taken back and done again. */
export interface History {
  readonly past: readonly Script[];
  readonly present: Script;
  readonly future: readonly Script[];
  /** The field that was last typed in, and when: typing on is one deed. */
  readonly typing: { readonly field: string; readonly atMs: number } | null;
}

export type Deed =
  | {
      readonly kind: 'change';
      readonly change: ScriptChange;
      /** What is typed in: changes of one field without a pause are taken back together. Null for a deed of its own. */
      readonly field: string | null;
      readonly atMs: number;
      /** What comes of the deed before, as a name that follows its label: it is taken back with that deed. */
      readonly isFollowing?: boolean;
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Another document altogether: read from the server, it cannot be taken back. */
  | { readonly kind: 'open'; readonly script: Script };

/** After a pause of so long, typing on in the same field is a new deed. */
const pauseMs = 1500;
const pastMax = 200;

export const newHistory = (script: Script): History => ({
  past: [],
  present: script,
  future: [],
  typing: null,
});

/** The history after a deed. Pure; the instant of a change comes with it. */
export function afterDeed(history: History, deed: Deed): History {
  switch (deed.kind) {
    case 'open':
      return newHistory(deed.script);
    case 'undo':
      return undone(history);
    case 'redo':
      return redone(history);
    case 'change':
      return edited(history, deed);
  }
}

function edited(history: History, deed: Extract<Deed, { kind: 'change' }>): History {
  const { change, field, atMs, isFollowing = false } = deed;
  const present = changed(history.present, change);
  if (present === history.present) return history;
  if (isFollowing && history.past.length > 0) return { ...history, present, typing: null };
  const isSameDeed =
    field !== null && history.typing?.field === field && atMs - history.typing.atMs < pauseMs;
  return {
    past: isSameDeed ? history.past : [...history.past, history.present].slice(-pastMax),
    present,
    future: [],
    typing: field === null ? null : { field, atMs },
  };
}

function undone(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    typing: null,
  };
}

function redone(history: History): History {
  const [after, ...future] = history.future;
  return after ? { past: [...history.past, history.present], present: after, future, typing: null } : history;
}

/** The step that a deed changed, so that the eye can be led there; null when it changed none that is left. */
export function changedStepId(before: Script, after: Script): string | null {
  const known = new Set(before.steps.map((step) => JSON.stringify(step)));
  return after.steps.find((step) => !known.has(JSON.stringify(step)))?.id ?? null;
}
