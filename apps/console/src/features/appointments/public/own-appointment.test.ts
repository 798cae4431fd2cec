import { expect, test } from 'vitest';
import { standingOf } from './own-appointment.ts';

const now = Date.UTC(2026, 10, 23, 12);
const ahead = { endsAtMs: now + 3_600_000, confirmedAtMs: null };
const behind = { endsAtMs: now, confirmedAtMs: now - 1 };

test.each([
  ['to come', { state: 'booked', ...ahead }, 'to_come'],
  ['confirmed by the person', { state: 'booked', ...ahead, confirmedAtMs: now }, 'confirmed'],
  ['over, though nobody told what became of it', { state: 'booked', ...behind }, 'past'],
  ['told as kept before its end', { state: 'kept', ...ahead }, 'past'],
  ['cancelled, even one that was confirmed', { state: 'cancelled', ...behind }, 'cancelled'],
  ['only held in a call that ended otherwise', { state: 'released', ...ahead }, 'gone'],
] as const)('%s', (_name, appointment, standing) => {
  expect(standingOf(appointment, now)).toBe(standing);
});
