import { expect, test } from 'vitest';
import { validityOf } from './validity.ts';

const now = Date.parse('2026-11-23T08:00:00Z');
const days = (count: number) => now + count * 86_400_000;

test.each([
  ['no end', null, null, 'valid'],
  ['an end far off', null, days(31), 'valid'],
  ['an end within 30 days', null, days(29), 'expiring'],
  ['an end at this very instant', null, now, 'expired'],
  ['a beginning to come', days(1), null, 'not_yet'],
  ['a beginning at this very instant', now, null, 'valid'],
] as const)('%s', (_name, validFromMs, validToMs, validity) => {
  expect(validityOf({ validFromMs, validToMs }, now)).toBe(validity);
});
