import type { Clock } from './clock.ts';

const lateMs = 100;
const graceMs = 100;

/**
 * A time-out that is fair to the other side: when it goes off late, it is this process that was held up, so the
 * answers that came in meanwhile are given 100 ms to be read first. The answer calls it off.
 */
export function setPatientTimer(clock: Clock, ms: number, run: () => void): () => void {
  const dueMs = clock.nowMs() + ms;
  let cancel = clock.setTimer(ms, () => {
    if (clock.nowMs() - dueMs < lateMs) run();
    else cancel = clock.setTimer(graceMs, run);
  });
  return () => cancel();
}
