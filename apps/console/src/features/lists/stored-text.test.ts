import { isPhoneNumber, type LeadFields } from '@alize/model';
import { expect, test } from 'vitest';
import { notesOf, storedText } from './stored-text.ts';

const number = (text: string) => {
  if (!isPhoneNumber(text)) throw new Error(text);
  return { phoneNumber: text, label: null, extension: null };
};
const fields: LeadFields = {
  phones: [number('+33639980001'), { ...number('+33199000002'), extension: '12' }],
  reference: 'A1',
  civility: null,
  firstName: 'Hélène',
  lastName: null,
  company: null,
  email: null,
  birthDate: '1980-02-03',
  address: null,
  addressExtra: null,
  postalCode: null,
  city: null,
  country: null,
  region: null,
  timeZone: null,
  comment: null,
  priority: 5,
  consent: { givenAtMs: 1000, wording: null, source: 'Salon', proof: null, object: null },
  custom: { Panier: 12, Client: true },
};
const told = {
  dateOf: (date: string) => `le ${date}`,
  instantOf: (atMs: number) => `à ${atMs}`,
  numberOf: (value: number) => `${value} en tout`,
  wordOf: (value: boolean) => (value ? 'oui' : 'non'),
};
const text = (target: Parameters<typeof storedText>[1], raw = '') => storedText(fields, target, raw, told);

test('a column of numbers shows the numbers of its own cell', () => {
  expect(text({ kind: 'phone', label: null }, '6 39 98 00 01')).toBe('06\u00a039\u00a098\u00a000\u00a001');
  expect(text({ kind: 'phone', label: 'work' }, '0199000002 p. 12')).toBe(
    '01\u00a099\u00a000\u00a000\u00a002 #12',
  );
});

test('other columns show the field that they fill', () => {
  expect(text({ kind: 'field', field: 'firstName' })).toBe('Hélène');
  expect(text({ kind: 'field', field: 'birthDate' })).toBe('le 1980-02-03');
  expect(text({ kind: 'field', field: 'city' })).toBe('');
  expect(text({ kind: 'consent', part: 'givenAt' })).toBe('à 1000');
  expect(text({ kind: 'consent', part: 'source' })).toBe('Salon');
  expect(text({ kind: 'custom', name: 'Panier', type: 'number' })).toBe('12 en tout');
  expect(text({ kind: 'custom', name: 'Client', type: 'boolean' })).toBe('oui');
});

test('knows what was changed of a column', () => {
  const note = { change: 'name_case', column: 'Prénom', from: 'HÉLÈNE', to: 'Hélène', detail: '' } as const;
  const row = { kind: 'lead', line: 2, fields, changes: [note] } as const;
  expect(notesOf({ ...row, changes: [note] }, 'Prénom')).toEqual([note]);
  expect(notesOf({ ...row, changes: [note] }, 'Nom')).toEqual([]);
});
