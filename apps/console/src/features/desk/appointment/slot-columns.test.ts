import { expect, test } from 'vitest';
import { renewInMs } from './held-slot.ts';
import { commonZone, slotAfter, slotColumns, slotKey, withTaken } from './slot-columns.ts';

const slot = (iso: string, calendarId = 'a') => ({ startsAtMs: Date.parse(iso), calendarId });
const monday = [slot('2026-11-23T08:00Z'), slot('2026-11-23T09:00Z'), slot('2026-11-23T13:00Z')];
const tuesday = [slot('2026-11-24T08:00Z')];
const columns = slotColumns([...tuesday, ...monday], 'Europe/Paris');

test('days are columns, soonest first, with their times in order', () => {
  expect(columns).toEqual([
    { day: '2026-11-23', slots: monday },
    { day: '2026-11-24', slots: tuesday },
  ]);
});

test.each([
  [0, 'ArrowDown', monday[1]],
  [2, 'ArrowDown', monday[2]],
  [0, 'ArrowUp', monday[0]],
  [2, 'ArrowRight', tuesday[0]],
  [1, 'ArrowLeft', monday[1]],
  [1, 'Home', monday[0]],
  [0, 'End', tuesday[0]],
  [0, 'a', null],
])('from the slot at %i of Monday, %s leads to the right place', (at, key, wanted) => {
  expect(slotAfter(columns, slotKey(monday[at] ?? slot('1970-01-01')), key)).toEqual(wanted);
});

test('a slot that somebody else took stays to be seen as taken; one whose time has come does not', () => {
  const nowMs = Date.parse('2026-11-23T08:30Z');
  const shown = withTaken(monday, [slot('2026-11-23T13:00Z')], nowMs);
  expect(shown.map(({ startsAtMs, isTaken }) => [new Date(startsAtMs).getUTCHours(), isTaken])).toEqual([
    [13, false],
    [9, true],
  ]);
});

test('a time that another calendar takes over is not taken', () => {
  const [shown] = withTaken([slot('2026-11-24T08:00Z', 'a')], [slot('2026-11-24T08:00Z', 'b')], 0);
  expect(shown).toMatchObject({ calendarId: 'b', isTaken: false });
});

test('a hold is asked for again at half of what is left, but not without a rest', () => {
  expect(renewInMs(600_000, 0)).toBe(300_000);
  expect(renewInMs(2000, 0)).toBe(5000);
  expect(renewInMs(0, 60_000)).toBe(5000);
});

test('times are those of the calendars, unless they live in several zones', () => {
  expect(commonZone([{ timeZone: 'Europe/Paris' }, { timeZone: 'Europe/Paris' }])).toBe('Europe/Paris');
  expect(commonZone([{ timeZone: 'Europe/Paris' }, { timeZone: 'Indian/Reunion' }])).toBeNull();
  expect(commonZone([])).toBeNull();
});
