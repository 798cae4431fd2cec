import { expect, it } from 'vitest';
import { TrunkHealth } from './trunk-health.ts';

const trunkId = 'trunk_1';
function after(fates: string, atMs = 0): TrunkHealth {
  const health = new TrunkHealth();
  for (const fate of fates) health.note(trunkId, fate === 'x', atMs);
  return health;
}

it.each([
  { fates: '', failed: 0, of: 0 },
  { fates: 'x.x', failed: 2, of: 3 },
  { fates: `${'x'.repeat(20)}${'.'.repeat(15)}`, failed: 5, of: 20 },
])('remembers the last 20 calls: $fates', ({ fates, failed, of }) => {
  expect(after(fates).failures(trunkId)).toEqual({ failed, of });
});

it.each([
  { says: 'after ten failures in a row', fates: '.xxxxxxxxxx', nowMs: 1_999, isResting: true },
  { says: 'not for long', fates: '.xxxxxxxxxx', nowMs: 2_000, isResting: false },
  { says: 'not by a clock that was set back', fates: '.xxxxxxxxxx', nowMs: -3_600_000, isResting: false },
  { says: 'not when one of them was carried', fates: 'xxxxx.xxxxxx', nowMs: 0, isResting: false },
  { says: 'not before', fates: 'xxxxxxxxx', nowMs: 0, isResting: false },
])('rests $says', ({ fates, nowMs, isResting }) => {
  expect(after(fates).isResting(trunkId, nowMs)).toBe(isResting);
});
