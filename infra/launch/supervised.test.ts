import { expect, test } from 'vitest';
import { backOffMs, type Running, supervise } from './supervised.ts';

/** A process that ends when told to. */
function process(): Running & { end(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { exited: promise, end: resolve, stop: async () => resolve() };
}

test('starts a process again that ended by itself, and says so', async () => {
  const first = process();
  const second = process();
  const { promise: restarted, resolve: seen } = Promise.withResolvers<void>();
  const said: string[] = [];
  const starts = [first, second];
  const supervised = supervise(
    'api',
    async () => {
      const next = starts.shift() ?? process();
      if (next === second) seen();
      return next;
    },
    (line) => said.push(line),
  );
  first.end();
  await restarted;
  expect(said).toEqual([expect.stringContaining('api ended by itself')]);
  await supervised.stop(100);
});

test('once stopped, it is not started again', async () => {
  let startsCount = 0;
  const supervised = supervise(
    'api',
    async () => {
      startsCount += 1;
      return process();
    },
    () => {},
  );
  await supervised.stop(100);
  expect(startsCount).toBe(1);
});

test('waits longer each time, and 15 s at most', () => {
  expect([1, 2, 3, 20].map(backOffMs)).toEqual([500, 1000, 2000, 15_000]);
});
