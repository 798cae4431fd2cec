import { once } from 'node:events';
import type { AmiLogIn } from './ami-connection.ts';
import { end, start } from './callers.ts';
import type { SeenCall } from './observer.ts';

/** The process that looks on, as the bench uses it. */
export interface Observer {
  /** Forgets what was seen; from now on each call counts. */
  open(): void;
  /** Resolves at the next call that is placed. Rejects when there is none for 30 s. */
  firstCall(): Promise<void>;
  /** All calls placed since `open`. */
  report(): Promise<readonly SeenCall[]>;
  stop(): Promise<void>;
}

export async function startObserver({ port, user, secret }: AmiLogIn): Promise<Observer> {
  const observer = start(new URL('./observer.ts', import.meta.url), [String(port), user, secret]);
  const answer = (ms: number) => once(observer, 'message', { signal: AbortSignal.timeout(ms) });
  await answer(10_000);
  return {
    open: () => void observer.send('open'),
    async firstCall() {
      observer.send('tell first');
      await answer(30_000);
    },
    async report() {
      observer.send('report');
      const [calls] = await answer(5_000);
      return calls;
    },
    stop: () => end(observer),
  };
}
