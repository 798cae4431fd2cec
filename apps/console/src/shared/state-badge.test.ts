import { expect, test } from 'vitest';
import { depthOf } from './state-badge.tsx';

test.each([
  [-1000, 0],
  [59_999, 0],
  [60_000, 1],
  [299_999, 1],
  [300_000, 2],
])('after %d ms a state is of depth %d', (durationMs, depth) => {
  expect(depthOf(durationMs)).toBe(depth);
});
