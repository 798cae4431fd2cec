import { useCallback, useEffect, useState } from 'react';

const lockName = 'alize.desk';

/**
 * Lets one tab of this browser at a time hold the line. `elsewhere` when another one does; `takeOver` takes it from
 * that one, which then says `elsewhere` itself.
 */
export function useSeatLock(): {
  readonly state: 'asking' | 'held' | 'elsewhere';
  readonly takeOver: () => void;
} {
  const [state, setState] = useState<'asking' | 'held' | 'elsewhere'>('asking');
  const [takings, setTakings] = useState(0);

  useEffect(() => {
    if (!navigator.locks) return setState('held');
    const leaving = new AbortController();
    const hold = (lock: Lock | null) => {
      if (leaving.signal.aborted) return;
      setState(lock ? 'held' : 'elsewhere');
      if (lock)
        return new Promise<void>((release) => leaving.signal.addEventListener('abort', () => release()));
    };
    // A stolen lock rejects the request that held it.
    const lost = () => !leaving.signal.aborted && setState('elsewhere');
    navigator.locks
      .request(lockName, takings > 0 ? { steal: true } : { ifAvailable: true }, hold)
      .catch(lost);
    return () => leaving.abort();
  }, [takings]);

  const takeOver = useCallback(() => setTakings((count) => count + 1), []);
  return { state, takeOver };
}
