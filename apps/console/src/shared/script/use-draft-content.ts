import { useSyncExternalStore } from 'react';
import type { AnswersDraft, Draft } from './answers-draft.ts';

/** The draft's content, drawn again when it changes. */
export const useDraftContent = (draft: AnswersDraft): Draft =>
  useSyncExternalStore(draft.subscribe, draft.current);
