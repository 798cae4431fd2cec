import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '@alize/runtime';

/**
 * True as soon as Asterisk takes the log-in and has loaded everything; false after `waitMs`, or when aborted.
 * Tries every 100 ms.
 */
export async function waitForAmi(
  ami: Settings['ami'],
  { waitMs, signal }: { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const until = performance.now() + waitMs;
  while (performance.now() < until && !signal.aborted) {
    if (await isFullyBooted(ami)) return true;
    await sleep(100, undefined, { signal }).catch(() => {});
  }
  return false;
}

/** Logs in and looks for the event that says that every module is loaded. */
function isFullyBooted({ host, port, user, secret }: Settings['ami']): Promise<boolean> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = createConnection({ host, port });
    const finish = (isReady: boolean) => {
      socket.destroy();
      resolve(isReady);
    };
    socket.setTimeout(1000, () => finish(false));
    socket.on('error', () => finish(false)).on('close', () => finish(false));
    socket.on('connect', () => {
      socket.write(`Action: Login\r\nUsername: ${user}\r\nSecret: ${secret}\r\nEvents: system\r\n\r\n`);
    });
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (heard.includes('Event: FullyBooted')) finish(true);
    });
  });
}
