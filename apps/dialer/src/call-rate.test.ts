import { describe, expect, it } from 'vitest';
import { CallRate } from './call-rate.ts';

const trunk = { id: 'trunk_1', callsPerSecondMax: 5 } as const;

describe('calls a second', () => {
  it('come back with time, and never more than a second’s worth', () => {
    const rate = new CallRate();
    expect(rate.allowed(trunk, 0)).toBe(5);
    rate.spend(trunk.id, 5);
    expect(rate.allowed(trunk, 0)).toBe(0);
    expect(rate.allowed(trunk, 200)).toBe(1);
    expect(rate.allowed(trunk, 3_600_000)).toBe(5);
  });

  it('are not given twice when the clock is set back', () => {
    const rate = new CallRate();
    rate.allowed(trunk, 10_000);
    rate.spend(trunk.id, 5);
    expect(rate.allowed(trunk, 1_000)).toBe(0);
  });
});
