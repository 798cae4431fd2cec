import type { Clock } from './clock.ts';

/** A job that repeats; asked for while it runs, it runs once more after. */
export interface Loop {
  /** Run as soon as can be. */
  wake(): void;
  /** No further run begins; resolves when the one in flight has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `job` when woken and at least every `everyMs`, never twice at once: the next run is planned when this one
 * ends. A failing run is told to `onError` and does not end the loop.
 */
export function startLoop(options: {
  clock: Clock;
  everyMs: number;
  job: () => Promise<void>;
  onError: (error: unknown) => void;
}): Loop {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopped = false;
  let cancelTimer = () => {};

  const run = () => {
    cancelTimer();
    if (isStopped) return;
    if (running) {
      isWanted = true;
      return;
    }
    isWanted = false;
    running = options.job().catch(options.onError).finally(finish);
  };
  const finish = () => {
    running = null;
    if (isStopped) return;
    if (isWanted) run();
    else cancelTimer = options.clock.setTimer(options.everyMs, run);
  };
  run();
  return {
    wake: run,
    async stop() {
      isStopped = true;
      cancelTimer();
      await running;
    },
  };
}
