import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '@alize/runtime';
import { tailOf } from './run-program.ts';
import { LaunchError } from './steps.ts';

const waitMsMax = 60_000;

/** Resolves when the api answers `/readyz` with 200, or when aborted. Throws LaunchError after a minute. */
export async function waitUntilReady(
  settings: Settings,
  { logFile, signal }: { readonly logFile: string; readonly signal: AbortSignal },
): Promise<void> {
  const host = settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host;
  const url = `http://${host}:${settings.port}/readyz`;
  const until = performance.now() + waitMsMax;
  while (performance.now() < until) {
    if (signal.aborted || (await isReady(url))) return;
    await sleep(100, undefined, { signal }).catch(() => {});
  }
  throw new LaunchError(
    `The api is not ready after a minute; its last words (all in ${logFile}):\n${tailOf(logFile, 8)}`,
  );
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
