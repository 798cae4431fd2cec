import { useSyncExternalStore } from 'react';
import type { CallDraft, Draft } from './draft.ts';

/** The draft's content, drawn again when it changes. */
export const useDraftContent = (draft: CallDraft): Draft =>
  useSyncExternalStore(draft.subscribe, draft.current);
