/** Where time enters: the system's clock in production, a virtual one in tests. */
export interface Clock {
  /** UTC milliseconds. May step backwards when the machine's clock is set. */
  nowMs(): number;
  /** Runs `run` once after `ms`; the answer cancels it. */
  setTimer(ms: number, run: () => void): () => void;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  setTimer(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
