import { expect, test } from 'vitest';
import { changeOf, emptyLead, type LeadForm, newLeadOf } from './lead-form.ts';

const was: LeadForm = {
  phones: [
    { number: '+33639980001', label: 'mobile' },
    { number: '+33199000002', label: null },
  ],
  fields: { lastName: 'Durand', city: 'Lyon', priority: '0' },
  custom: { Panier: '12' },
};

test('a new lead has what is filled in, and nothing of the rest', () => {
  const form = {
    ...emptyLead,
    phones: [{ number: ' 06 39 98 00 01 ', label: null }],
    fields: { city: ' Lyon ', email: '' },
  };
  expect(newLeadOf(form)).toEqual({ phones: [{ number: '06 39 98 00 01', label: null }], city: 'Lyon' });
});

test('a change says only what differs', () => {
  expect(changeOf(was, was)).toEqual({});
  expect(changeOf({ ...was, fields: { ...was.fields, lastName: 'Durant', city: '' } }, was)).toEqual({
    lastName: 'Durant',
    city: null,
  });
  expect(changeOf({ ...was, custom: { Panier: '' } }, was)).toEqual({ custom: { Panier: null } });
});

test('another order of the numbers is a change', () => {
  const { phones } = changeOf({ ...was, phones: was.phones.toReversed() }, was);
  expect(phones?.map(({ number }) => number)).toEqual(['+33199000002', '+33639980001']);
});

test('a priority that is emptied is the usual one', () => {
  const before = { ...was, fields: { priority: '5' } };
  expect(changeOf({ ...before, fields: { priority: '' } }, before)).toEqual({ priority: 0 });
});
