import { formatClock } from './format.ts';
import { useNow } from './use-now.ts';

/** A clock that runs from `sinceMs` (server time). Kept from screen readers, which would read it every second. */
export function ClockSince({ sinceMs }: { sinceMs: number }) {
  const now = useNow();
  return (
    <span className="figures" aria-hidden>
      {formatClock(now - sinceMs)}
    </span>
  );
}
