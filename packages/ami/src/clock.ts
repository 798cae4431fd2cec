/** Time as the link sees it; `systemClock` of the runtime package is one, a test brings its own. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
  /** Runs `run` once after `ms`; the answer calls it off. */
  setTimer(ms: number, run: () => void): () => void;
}
