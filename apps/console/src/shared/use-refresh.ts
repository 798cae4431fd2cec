import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/**
 * A function that says "this has changed". It is asked for again at once when the last time lies `everyMs` back, else
 * when it does: never more often, never by a timer while nothing changes.
 */
export function useRefresh(queryKey: QueryKey, everyMs = 3000): () => void {
  const client = useQueryClient();
  const last = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    if (timer.current !== undefined) return;
    const waitMs = Math.max(0, last.current + everyMs - performance.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      last.current = performance.now();
      void client.invalidateQueries({ queryKey });
    }, waitMs);
  };
}
