import { describe, expect, test } from 'vitest';
import {
  areaOf,
  emptyCalendar,
  formErrors,
  formOf,
  settingsOf,
  strayAreas,
  typedAreas,
  withDayOff,
} from './calendar-form.ts';

const named = { ...emptyCalendar('Europe/Paris'), name: 'Agence du port' };

test('a new calendar can be sent as soon as it has a name', () => {
  expect(formErrors(emptyCalendar('Europe/Paris'))).toEqual({ name: 'name' });
  expect(formErrors(named)).toEqual({});
});

test('what was sent comes back as the same form', () => {
  const form = {
    ...named,
    notice: 3,
    noticeUnit: 'days',
    areas: ['59'],
    email: 'agence@example.org',
  } as const;
  const settings = settingsOf({ ...form, areas: ['59'] });
  expect(settings).toMatchObject({
    noticeMinutes: 3 * 24 * 60,
    perDayMax: null,
    email: 'agence@example.org',
  });
  const calendar = { ...settings, id: 'calendar_1', version: 1, inbound: null };
  // The api gives every field back; here all of them were sent.
  expect(formOf(calendar as Parameters<typeof formOf>[0])).toEqual(form);
});

test.each([
  [120, { notice: 2, noticeUnit: 'hours' }],
  [0, { notice: 0, noticeUnit: 'minutes' }],
  [90, { notice: 90, noticeUnit: 'minutes' }],
  [2880, { notice: 2, noticeUnit: 'days' }],
])('a notice of %i minutes is told in the largest whole unit', (noticeMinutes, expected) => {
  const calendar = { ...settingsOf(named), noticeMinutes, id: 'calendar_1', version: 1, inbound: null };
  expect(formOf(calendar as Parameters<typeof formOf>[0])).toMatchObject(expected);
});

describe('what is wrong is named', () => {
  test.each([
    ['a number left empty', { durationMinutes: '' }, { durationMinutes: 'number' }],
    ['a number beyond its bounds', { capacity: 101 }, { capacity: 'number' }],
    ['half a minute', { everyMinutes: 7.5 }, { everyMinutes: 'number' }],
    ['no daily limit is fine', { perDayMax: '' }, {}],
    ['a notice longer than 90 days', { notice: 91, noticeUnit: 'days' }, { notice: 'notice' }],
    ['an address that is none', { email: 'agence' }, { email: 'email' }],
    ['a window that ends first', { windows: [{ day: 1, from: '12:00', to: '09:00' }] }, { windows: 'hours' }],
  ] as const)('%s', (_name, change, expected) => {
    expect(formErrors({ ...named, ...change } as typeof named)).toEqual(expected);
  });
});

test('absences stand in the order in which they begin', () => {
  const later = { from: '2026-12-24', to: '2026-12-31', reason: 'Congés' };
  const sooner = { from: '2026-12-01', to: '2026-12-01', reason: 'Formation' };
  expect(withDayOff([later], sooner)).toEqual([sooner, later]);
  expect(withDayOff([later], { ...later })).toEqual([later]);
});

test('areas can be pasted in one go; what is no postal code is left out, and named', () => {
  const pasted = ['75, 92; 2a\n75', 'île-de-france'];
  expect(typedAreas(pasted)).toEqual(['2A', '75', '92']);
  expect(strayAreas(pasted)).toEqual(['ÎLE-DE-FRANCE']);
});

test.each([
  [['75', '9201'], '75011', '75'],
  [['75', '9201'], '92012', '9201'],
  [['75', '9201'], '92100', null],
  [['SW1'], 'sw1a 1aa', 'SW1'],
  [[], '13001', ''],
] as const)('%o serve %s by %s', (areas, code, expected) => {
  expect(areaOf(areas, code)).toBe(expected);
});
