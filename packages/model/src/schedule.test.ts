import { describe, expect, it } from 'vitest';
import { isOpen, nextOpening, type Schedule } from './index.ts';

/** Monday to Friday 10:00 to 13:00 and 14:00 to 20:00, Paris. */
const office: Schedule = {
  zone: 'Europe/Paris',
  windows: [1, 2, 3, 4, 5].flatMap((day) => [
    { day, from: '10:00', to: '13:00' },
    { day, from: '14:00', to: '20:00' },
  ]),
};
const at = (local: string, zone = 'Europe/Paris') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();

describe('a schedule', () => {
  it.each([
    ['2026-11-24T09:59:59', false],
    ['2026-11-24T10:00', true],
    ['2026-11-24T12:59:59', true],
    ['2026-11-24T13:00', false],
    ['2026-11-24T19:59:59', true],
    ['2026-11-24T20:00', false],
    ['2026-11-28T11:00', false],
  ])('at %s Paris time is open: %s', (local, expected) => {
    expect(isOpen(office, at(local))).toBe(expected);
  });

  it.each([
    ['in the lunch break, the afternoon', '2026-11-24T13:30', '2026-11-24T14:00'],
    ['on a Friday night, Monday', '2026-11-27T21:00', '2026-11-30T10:00'],
    [
      'in winter time at the week-end clocks go back, ten o’clock of the new time',
      '2026-10-24T12:00',
      '2026-10-26T10:00',
    ],
  ])('opens next, %s', (_, now, expected) => {
    expect(nextOpening(office, at(now))?.toString()).toBe(at(expected).toString());
  });

  it('without a window never opens', () => {
    expect(nextOpening({ zone: 'Europe/Paris', windows: [] }, at('2026-11-24T10:00'))).toBeNull();
  });

  it('that ends at 24:00 is open until midnight', () => {
    const late: Schedule = { zone: 'Indian/Antananarivo', windows: [{ day: 2, from: '00:00', to: '24:00' }] };
    expect(isOpen(late, at('2026-11-24T23:59:59', 'Indian/Antananarivo'))).toBe(true);
    expect(isOpen(late, at('2026-11-25T00:00', 'Indian/Antananarivo'))).toBe(false);
  });
});
