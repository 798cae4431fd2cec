import { expect, test } from 'vitest';
import { consentOf, emptyConsent, formErrors } from './consent-form.ts';

const zone = 'Europe/Paris';
const now = Date.parse('2026-11-23T08:00:00Z');
const filled = {
  ...emptyConsent(null, now, zone),
  number: '06 39 98 00 01',
  given: { day: '2026-11-20', time: '14:30' },
};

test('date and time are those of the person who types, the end is the end of its day', () => {
  expect(consentOf({ ...filled, until: '2027-03-31' }, zone)).toMatchObject({
    phoneNumber: '+33639980001',
    givenAtMs: Date.parse('2026-11-20T13:30:00Z'),
    expiresAtMs: Date.parse('2027-03-31T22:00:00Z'),
    object: null,
    proof: null,
  });
});

test('the time of a consent is asked for, as the law wants it kept', () => {
  expect(formErrors({ ...filled, given: { day: '2026-11-20', time: '' } }, now, zone)).toEqual({
    given: 'given',
  });
});

test('refuses a consent still to be given, an end before it, and half a slot', () => {
  expect(formErrors({ ...filled, given: { day: '2026-11-24', time: '10:00' } }, now, zone)).toEqual({
    given: 'toCome',
  });
  expect(formErrors({ ...filled, until: '2026-11-19' }, now, zone)).toEqual({ until: 'reversed' });
  expect(formErrors({ ...filled, slots: [{ day: '2026-11-28', time: '' }] }, now, zone)).toEqual({
    'slots.0': 'slot',
  });
});
