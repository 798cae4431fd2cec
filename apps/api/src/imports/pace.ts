import { setTimeout as pause } from 'node:timers/promises';

/** How many rows go into one transaction, and the rest after it. */
export interface Pace {
  /** Rows for the next transaction. */
  readonly rows: number;
  /** Runs a transaction of that many rows once the rest is over; answers what it answers. */
  run<T>(transaction: () => Promise<T>): Promise<T>;
}

/** Fewer would cost more by their transaction than by themselves. */
const rowsMin = 50;
const rowsMax = 2000;
/** While others write the file is held so long at most, as a rule: a writer that finds it held has it within twice that. */
const holdsMs = 10;
/** The longest pause between two looks of a writer that has waited so long. */
const restMs = 20;
/** Others write when they do so in this share of the last dozen transactions: the dialer renews its lease in fewer. */
const busyShare = 0.25;
const memory = 1 / 12;

export interface PaceOptions {
  /** Counts on, whatever is done to the clock. */
  readonly nowMs: () => number;
  /** Changes when somebody else has committed. */
  readonly version: () => number;
  /** Work that keeps nobody waiting; it is done in the rests, and told if others write. */
  readonly inRest: (isShared: boolean) => Promise<void>;
}

/** The pace of a database that many write at once: as many rows as are well stored together, and no rest. */
export const freePace: Pace = { rows: rowsMax, run: (transaction) => transaction() };

/**
 * The pace of a SQLite file, which has one writer at a time. One that waits looks again after 1, 2, 5, 10, 15, 20… ms
 * (its busy handler): the dialer's next write must find the file free at its first look after a transaction. So while
 * others write, transactions are short, and a rest follows that is longer than its pause. While nobody does, there is
 * nobody to be kept waiting.
 */
export function createPace({ nowMs, version, inRest }: PaceOptions): Pace {
  let gentleRows = rowsMin;
  let freeSinceMs = Number.NEGATIVE_INFINITY;
  let known = version();
  // Somebody is taken to write until it is known that nobody does.
  let othersShare = 1;
  const isShared = () => othersShare > busyShare;
  const look = () => {
    const now = version();
    othersShare += memory * ((now === known ? 0 : 1) - othersShare);
    known = now;
  };
  return {
    get rows() {
      return isShared() ? gentleRows : rowsMax;
    },
    async run(transaction) {
      // What was read and looked up in the meantime was rest already.
      const left = restMs - (nowMs() - freeSinceMs);
      if (left > 0 && isShared()) await pause(left);
      look();
      const wasShared = isShared();
      const beganMs = nowMs();
      try {
        return await transaction();
      } finally {
        freeSinceMs = nowMs();
        if (wasShared) gentleRows = sized(gentleRows, freeSinceMs - beganMs);
        await inRest(isShared());
      }
    },
  };
}

/** A batch that took long is made smaller at once, one that was quick grows by little. */
function sized(rows: number, heldMs: number): number {
  const factor = heldMs > holdsMs ? Math.max(0.5, holdsMs / heldMs) : Math.min(1.1, holdsMs / heldMs);
  return Math.round(Math.min(rowsMax, Math.max(rowsMin, rows * factor)));
}
