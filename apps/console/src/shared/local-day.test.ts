import { expect, test } from 'vitest';
import { dayOf, endOfDay, instantOf, lastDayBefore, startOfDay } from './local-day.ts';

const tana = 'Indian/Antananarivo';

test('a day begins at midnight of its zone, and ends where the next begins', () => {
  expect(startOfDay('2026-11-23', tana)).toBe(Date.parse('2026-11-22T21:00:00Z'));
  expect(endOfDay('2026-11-23', tana)).toBe(Date.parse('2026-11-23T21:00:00Z'));
});

test('a day of 25 hours ends with its last one', () => {
  expect(endOfDay('2026-10-25', 'Europe/Paris') - startOfDay('2026-10-25', 'Europe/Paris')).toBe(
    25 * 3_600_000,
  );
});

test('what is valid until a day is shown with that day, not the next', () => {
  expect(lastDayBefore(endOfDay('2026-12-31', tana), tana)).toBe('2026-12-31');
  expect(dayOf(endOfDay('2026-12-31', tana), tana)).toBe('2027-01-01');
});

test('a time that is not whole gives no instant', () => {
  expect(instantOf('2026-11-23', '14:30', 'Europe/Paris')).toBe(Date.parse('2026-11-23T13:30:00Z'));
  expect(instantOf('2026-11-23', '14', 'Europe/Paris')).toBeNull();
  expect(instantOf('2026-11-23', '', 'Europe/Paris')).toBeNull();
});
