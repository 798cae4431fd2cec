import { useEffect, useState } from 'react';
import { AnswersDraft, type Draft, type DraftPatch } from './answers-draft.ts';

/** A draft that lasts as long as the page: sent as it changes, and at the latest when the page goes away. */
export function useAnswersDraft(
  kept: Pick<Draft, 'answers' | 'stepId' | 'note'>,
  send: (patch: DraftPatch, isLast: boolean) => Promise<unknown>,
): AnswersDraft {
  const [draft] = useState(() => new AnswersDraft(kept, send));
  useEffect(() => {
    const leave = () => draft.flushLast();
    const hide = () => document.visibilityState === 'hidden' && leave();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [draft]);
  return draft;
}
