import { deliveryFailures, deliveryWays } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { nextTryAt } from './index.ts';

const failed = {
  way: 'webhook',
  failure: 'unreachable',
  triesCount: 1,
  nowMs: 1_000_000,
  expiresAtMs: null,
  random: 0.5,
} as const;
const hourMs = 3_600_000;

describe('a delivery that failed', () => {
  test('is tried ten times over some three days', () => {
    const waits = Array.from({ length: 10 }, (_, at) => nextTryAt({ ...failed, triesCount: at + 1 }));
    const hours = waits.map((atMs) => (atMs === null ? null : (atMs - failed.nowMs) / hourMs));
    expect(hours).toEqual([5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 24, null]);
    expect(hours.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)).toBeCloseTo(75.6, 1);
  });

  test('waits a fifth more or less, by chance', () => {
    expect(nextTryAt({ ...failed, random: 0 })).toBe(failed.nowMs + 4_000);
    expect(nextTryAt({ ...failed, random: 1 })).toBe(failed.nowMs + 6_000);
  });

  test('is given up when it would come too late', () => {
    expect(nextTryAt({ ...failed, expiresAtMs: failed.nowMs + 5_000 })).toBeNull();
    expect(nextTryAt({ ...failed, expiresAtMs: failed.nowMs + 5_001 })).toBe(failed.nowMs + 5_000);
  });

  test.each([
    ['webhook', ['not_configured', 'address_refused', 'too_large']],
    ['email', ['address_refused', 'refused_by_receiver', 'too_large']],
    ['sms', ['address_refused', 'refused_by_receiver', 'too_large']],
    ['csv_drop', []],
    ['calendar', ['not_configured', 'address_refused', 'refused_by_receiver', 'too_large']],
  ] as const)('by %s is given up at once only when nothing can mend it', (way, expected) => {
    const hopeless = deliveryFailures.filter((failure) => nextTryAt({ ...failed, way, failure }) === null);
    expect(hopeless).toEqual(expected);
    expect(deliveryWays).toContain(way);
  });
});
