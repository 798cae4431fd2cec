import type { Script, ScriptId } from '@alize/model';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { scriptOf } from '../../shared/script/with-script.ts';
import { nowMs } from '../../shared/server-clock.ts';
import { readDraft, saveDraft } from './script-queries.ts';

/** How the draft on the server stands to the one on the screen. */
export type DraftState =
  /** Nothing was changed since the newest version. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saved'; readonly atMs: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody else has stored a draft since this one was read. */
  | { readonly kind: 'conflict' };

export interface DraftKeeper {
  readonly state: DraftState;
  /** Stores what stands on the screen now; answers the ETag it then has, or null when it could not be stored. */
  readonly flush: () => Promise<string | null>;
  /** In a conflict: what the other person has stored, which takes the place of what stands here. */
  readonly takeTheirs: () => Promise<Script | null>;
  /** In a conflict: what stands here takes the place of what the other person has stored. */
  readonly keepMine: () => Promise<void>;
  /** The draft was published or thrown away: nothing is stored until the next change. */
  readonly reset: (script: Script, etag: string) => void;
}

/** After so long without a change, the draft is stored. */
const restMs = 900;

/**
 * Keeps the draft on the server like the one on the screen. One save at a time; each says which version it builds on,
 * so that no one's work is written over unseen.
 */
export function useDraft(
  scriptId: ScriptId,
  script: Script,
  first: { readonly etag: string; readonly savedAtMs: number | null },
): DraftKeeper {
  const [state, setState] = useState<DraftState>(
    first.savedAtMs === null ? { kind: 'untouched' } : { kind: 'saved', atMs: first.savedAtMs },
  );
  const etag = useRef(first.etag);
  const stored = useRef(script);
  const current = useRef(script);
  current.current = script;
  const running = useRef<Promise<string | null> | null>(null);
  const isStopped = useRef(false);

  const save = useCallback(async (): Promise<string | null> => {
    const document = current.current;
    if (document === stored.current) return etag.current;
    setState({ kind: 'saving' });
    try {
      etag.current = await saveDraft(scriptId, document, etag.current);
      stored.current = document;
      setState(current.current === document ? { kind: 'saved', atMs: nowMs() } : { kind: 'waiting' });
      return current.current === document ? etag.current : await save();
    } catch (error) {
      const isStale = error instanceof ApiProblem && error.code === 'version_stale';
      isStopped.current = isStale;
      setState(isStale ? { kind: 'conflict' } : { kind: 'failed', error });
      return null;
    }
  }, [scriptId]);

  const flush = useCallback(async () => {
    running.current ??= save().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [save]);

  useEffect(() => {
    if (script === stored.current || isStopped.current) return;
    setState((before) => (before.kind === 'saving' ? before : { kind: 'waiting' }));
    const timer = setTimeout(() => void flush(), restMs);
    return () => clearTimeout(timer);
  }, [script, flush]);

  const takeTheirs = useCallback(async () => {
    const theirs = await readDraft(scriptId);
    if (theirs.value.document === null) return null;
    const document = scriptOf(theirs.value.document);
    etag.current = theirs.etag;
    stored.current = document;
    isStopped.current = false;
    setState({ kind: 'saved', atMs: theirs.value.changedAtMs ?? nowMs() });
    return document;
  }, [scriptId]);

  const keepMine = useCallback(async () => {
    etag.current = (await readDraft(scriptId)).etag;
    isStopped.current = false;
    await flush();
  }, [scriptId, flush]);

  const reset = useCallback((document: Script, nextEtag: string) => {
    etag.current = nextEtag;
    stored.current = document;
    isStopped.current = false;
    setState({ kind: 'untouched' });
  }, []);

  return { state, flush, takeTheirs, keepMine, reset };
}
