import { expect, test } from 'vitest';
import { isFaster, percentOf, shareOf } from './pacing-change.ts';

test.each([
  ['progressive', 1.5, 'power', 1.5, true],
  ['progressive', 1.5, 'predictive', 1.5, true],
  ['power', 1.5, 'predictive', 1.5, true],
  ['power', 1.5, 'power', 2, true],
  ['power', 2, 'power', 1.5, false],
  ['predictive', 1.5, 'power', 5, false],
  ['predictive', 1.5, 'predictive', 3, false],
  ['power', 3, 'progressive', 3, false],
] as const)('from %s (%f) to %s (%f) is faster: %s', (from, ratio, to, newRatio, isSo) => {
  expect(isFaster({ dialMode: from, powerRatio: ratio }, { dialMode: to, powerRatio: newRatio })).toBe(isSo);
});

test('a share is typed as a clean percentage', () => {
  expect([0.005, 0.014, 0.029].map(percentOf)).toEqual([0.5, 1.4, 2.9]);
  expect([0.5, '1.4', 2.9].map(shareOf)).toEqual([0.005, 0.014, 0.029]);
});
