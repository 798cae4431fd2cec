import { expect, it } from 'vitest';
import { openMsBetween } from './open-hours.ts';

const office = [1, 2, 3, 4, 5].flatMap((day) => [
  { day, from: '09:00', to: '12:00' },
  { day, from: '14:00', to: '18:00' },
]);
const hours = (windows: typeof office, from: string, to: string) =>
  openMsBetween({ zone: 'Europe/Paris', windows }, Date.parse(from), Date.parse(to)) / 3_600_000;

it.each([
  { says: 'the rest of a day', from: '2026-11-24T10:00Z', to: '2026-11-24T23:00Z', expected: 5 },
  { says: 'none of a closed evening', from: '2026-11-24T17:00Z', to: '2026-11-24T23:00Z', expected: 0 },
  { says: 'a week', from: '2026-11-22T23:00Z', to: '2026-11-29T23:00Z', expected: 35 },
  { says: 'a period within one window', from: '2026-11-24T08:30Z', to: '2026-11-24T08:45Z', expected: 0.25 },
])('counts $says', ({ from, to, expected }) => {
  expect(hours(office, from, to)).toBe(expected);
});

it('counts the day on which clocks go back as 25 hours', () => {
  const always = [{ day: 7, from: '00:00', to: '24:00' }];
  expect(hours(always, '2026-10-24T22:00Z', '2026-10-25T23:00Z')).toBe(25);
});
