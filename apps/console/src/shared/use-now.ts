import { useSyncExternalStore } from 'react';
import { nowMs } from './server-clock.ts';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 250);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The instant in UTC ms by the server's clock, in steps of `stepMs`; one timer for the whole tab. */
export function useNow(stepMs: number = 1000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(nowMs() / stepMs) * stepMs);
}
