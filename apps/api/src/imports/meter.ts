import type { ImportPhase, ImportProgress } from '@alize/model';

/** Of a phase of an import: how fast it goes, and for how long yet. */
export interface Meter {
  /** `share` is 0 to 1. */
  read(at: { readonly atMs: number; readonly rowsDone: number; readonly share: number }): ImportProgress;
}

/** Older than this counts little: a rate that follows a change within seconds, and does not jump. */
const memoryMs = 4000;
/** What is said of the time left before is a guess. */
const firstMs = 1000;

/** A meter that begins with these rows done: those of a run that was cut off do not count as speed. */
export function createMeter(start: {
  readonly phase: ImportPhase;
  readonly atMs: number;
  readonly rowsDone: number;
  readonly rowsAll: number | null;
  readonly share: number;
}): Meter {
  let last = { atMs: start.atMs, rowsDone: start.rowsDone, share: start.share };
  let rowsPerMs = 0;
  let sharePerMs = 0;
  let weight = 0;
  return {
    read(now) {
      const passedMs = now.atMs - last.atMs;
      if (passedMs > 0) {
        // The exponential mean over uneven steps; dividing by the weight so far takes the bias off its beginning.
        const kept = Math.exp(-passedMs / memoryMs);
        const step = (before: number, change: number) => before * kept + (change / passedMs) * (1 - kept);
        rowsPerMs = step(rowsPerMs, now.rowsDone - last.rowsDone);
        sharePerMs = step(sharePerMs, now.share - last.share);
        weight = weight * kept + (1 - kept);
        last = now;
      }
      const isKnown = now.atMs - start.atMs >= firstMs && sharePerMs > 0;
      return {
        phase: start.phase,
        rowsDone: now.rowsDone,
        rowsAll: start.rowsAll,
        share: now.share,
        rowsPerSecond: weight > 0 ? Math.round((rowsPerMs / weight) * 1000) : 0,
        secondsLeft: isKnown ? Math.round(((1 - now.share) * weight) / sharePerMs / 1000) : null,
      };
    },
  };
}
