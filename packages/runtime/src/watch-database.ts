import type { Clock } from './clock.ts';

/** How often another process's commit is looked for, in milliseconds. `PRAGMA data_version` costs microseconds. */
const watchEveryMs = 5;

/** Calls `onChange` soon after another process has committed to the database. The answer stops the watching. */
export function watchDatabase(
  database: { version(): number },
  clock: Clock,
  onChange: () => void,
): () => void {
  let seen = database.version();
  let cancel = () => {};
  const look = () => {
    const version = database.version();
    cancel = clock.setTimer(watchEveryMs, look);
    if (version === seen) return;
    seen = version;
    onChange();
  };
  cancel = clock.setTimer(watchEveryMs, look);
  return () => cancel();
}
