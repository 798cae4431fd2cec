import { nothingMeasured, type PlannedDay } from '@alize/pacing/simulate';
import { expect, test } from 'vitest';
import type { PlannedVariant } from './planned-variants.ts';
import { runsWithin } from './work.ts';

const account = { limit: 0.03, aim: 0.02, answeredMin: 100, limitMs: 2000, windowSeconds: null };
const pause = { kind: 'fixed', seconds: 300 } as const;

function planned(mode: 'progressive' | 'power' | 'predictive', agents: number): PlannedVariant {
  const team = { site: '', agents, shift: null, pausesPerHour: 0, pause, hourlyCost: 0, currency: '' };
  const day: PlannedDay = {
    ...{ name: mode, seed: 1, opensAt: 9 * 3600, closesAt: 18 * 3600, teams: [team] },
    ...{ trunk: { linesMax: 200, callsPerSecondMax: 50 }, ringSeconds: 25 },
    ...{ leads: 100_000, attemptsMax: 6, retryMinutes: 180 },
  };
  return { name: mode, choice: { mode, powerRatio: 1.5, account }, day };
}
const modes = ['progressive', 'power', 'predictive'] as const;
const runs = (agents: number, asked: number) =>
  runsWithin(
    modes.map((mode) => planned(mode, agents)),
    { measured: nothingMeasured, asked },
  );

test('three modes of twelve agents over nine hours are tried as often as is usual', () => {
  expect(runs(12, 20)).toBe(20);
});

test('a large centre is tried less often than was asked, and one beyond all bounds not at all', () => {
  expect(runs(200, 20)).toBeLessThan(20);
  expect(runs(200, 20)).toBeGreaterThan(0);
  expect(runs(1000, 20)).toBe(0);
});
