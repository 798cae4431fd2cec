import { expect, test } from 'vitest';
import { gradeOf } from './line-quality.ts';

const quality = { microphoneLevel: 0.2, packetsReceived: 0, packetsLost: 0, packetsSent: 0 };

test.each([
  ['nothing measured', null, null, null, 'unknown'],
  ['a sound line', 0.002, 8, 40, 'good'],
  ['2 % of loss', 0.02, 8, 40, 'fair'],
  ['jitter of 45 ms', 0, 45, 40, 'fair'],
  ['a round trip of 700 ms', 0, 8, 700, 'poor'],
  ['8 % of loss', 0.08, 8, 40, 'poor'],
  ['silence between calls, with a short way', null, null, 40, 'good'],
] as const)('%s', (_case, lossRatio, jitterMs, roundTripMs, grade) => {
  expect(gradeOf({ ...quality, lossRatio, jitterMs, roundTripMs })).toBe(grade);
});
