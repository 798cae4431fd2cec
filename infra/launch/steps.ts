/** What can be mended by the person who typed the command: its message is one sentence that says how. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}

/** Prints one line for people. */
export type Say = (line: string) => void;

/** Does `work`, saying its title first, then every 15 s that it is still at it, then how long it took. */
export async function step<T>(say: Say, title: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`${title} …`);
  const reminder = setInterval(() => say(`  … ${seconds()} s`), 15_000);
  try {
    const result = await work();
    say(`  done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}

/** Runs a command to its end: prints the sentence of a LaunchError, the stack of anything else, and exits with 1. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof LaunchError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
  if (process.connected) process.disconnect?.();
}
