import { setTimeout as after } from 'node:timers/promises';

/** Asks again and again until it holds; the test's own time limit ends what never does. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await after(10);
}
