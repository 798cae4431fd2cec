import { describe, expect, it } from 'vitest';
import { durationDraw, durationMean } from './duration.ts';
import { Luck } from './luck.ts';
import type { Duration } from './scenario.ts';

const draws = 40_000;

function drawn(law: Duration): { mean: number; deviation: number } {
  const luck = new Luck(5).seat(1, 0, 0);
  const draw = durationDraw(law);
  const seconds = Array.from({ length: draws }, () => draw(luck));
  const mean = seconds.reduce((sum, value) => sum + value, 0) / draws;
  const square = seconds.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
  return { mean, deviation: Math.sqrt(square) };
}

describe('a law of durations', () => {
  it.each<[Duration, number]>([
    [{ kind: 'fixed', seconds: 7 }, 0],
    [{ kind: 'exponential', mean: 20 }, 20],
    [{ kind: 'gamma', mean: 20, variation: 0.5 }, 10],
    [{ kind: 'gamma', mean: 20, variation: 1.5 }, 30],
    [{ kind: 'gamma', mean: 20, variation: 0 }, 0],
    [{ kind: 'lognormal', mean: 20, variation: 0.6 }, 12],
    [{ kind: 'empirical', seconds: [30, 10] }, 20 / Math.sqrt(12)],
    [{ kind: 'empirical', seconds: [4] }, 0],
    [
      {
        kind: 'mixture',
        parts: [
          { share: 1, law: { kind: 'fixed', seconds: 10 } },
          { share: 3, law: { kind: 'fixed', seconds: 50 } },
        ],
      },
      40 * Math.sqrt(3 / 16),
    ],
  ])('%j has its mean and deviation', (law, deviation) => {
    const found = drawn(law);
    expect(Math.abs(found.mean - durationMean(law))).toBeLessThanOrEqual(
      (4 * deviation) / Math.sqrt(draws) + 1e-9,
    );
    expect(Math.abs(found.deviation - deviation)).toBeLessThanOrEqual(0.05 * deviation + 1e-6);
  });

  it('is refused when there is nothing to draw from', () => {
    expect(() => durationDraw({ kind: 'empirical', seconds: [] })).toThrow(/at least one/);
    expect(() => durationDraw({ kind: 'mixture', parts: [] })).toThrow(/share above 0/);
  });
});

describe('luck', () => {
  it('is even, and its streams are strangers to each other', () => {
    const luck = new Luck(9);
    let product = 0;
    let total = 0;
    let before = 0.5;
    for (let index = 0; index < draws; index++) {
      const first = luck.seat(1, 0, index).uniform();
      total += first;
      product += (first - 0.5) * (before - 0.5);
      before = first;
    }
    expect(Math.abs(total / draws - 0.5)).toBeLessThan(4 / Math.sqrt(12 * draws));
    expect(Math.abs(product / draws)).toBeLessThan(4 / 12 / Math.sqrt(draws));
  });
});
