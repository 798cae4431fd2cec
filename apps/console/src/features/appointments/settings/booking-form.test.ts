import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../shared/booking/contract.ts';
import { bookingOf, formErrors, formOf } from './booking-form.ts';

const booking: Booking = {
  calendarIds: [`calendar_${'0'.repeat(32)}`],
  choice: 'round_robin',
  needsSkills: ['toiture'],
  usesAreas: true,
  holdMinutes: 10,
  emailConfirmation: true,
  smsConfirmation: false,
  reminders: [
    { minutesBefore: 2880, way: 'email' },
    { minutesBefore: 120, way: 'sms' },
    { minutesBefore: 45, way: 'sms' },
  ],
  language: null,
  afterNoShow: 'close',
};

test('what is stored comes back as it was, its reminders told in the largest whole unit', () => {
  const form = formOf(booking);
  expect(form.reminders).toEqual([
    { before: 2, unit: 'days', way: 'email' },
    { before: 2, unit: 'hours', way: 'sms' },
    { before: 45, unit: 'minutes', way: 'sms' },
  ]);
  expect(bookingOf(form)).toEqual(booking);
  expect(formErrors(form)).toEqual({});
});

describe('what is wrong is named', () => {
  const form = formOf(booking);
  test.each([
    ['a hold that never ends', { holdMinutes: '' }, { holdMinutes: 'hold' }],
    ['a hold of an hour and more', { holdMinutes: 61 }, { holdMinutes: 'hold' }],
    [
      'a reminder without a time',
      { reminders: [{ before: '', unit: 'hours', way: 'sms' }] },
      { 'reminders.0': 'reminder' },
    ],
    [
      'a reminder over a month before',
      { reminders: [{ before: 31, unit: 'days', way: 'sms' }] },
      { 'reminders.0': 'reminder' },
    ],
    [
      'the same reminder twice, told in other units',
      {
        reminders: [
          { before: 1, unit: 'days', way: 'sms' },
          { before: 24, unit: 'hours', way: 'sms' },
        ],
      },
      { 'reminders.1': 'twice' },
    ],
  ] as const)('%s', (_name, change, expected) => {
    expect(
      formErrors({
        ...form,
        ...change,
        reminders: [...((change as Partial<typeof form>).reminders ?? form.reminders)],
      }),
    ).toEqual(expected);
  });
});
