import { makeId } from '@alize/model';
import { expect, test } from 'vitest';
import { typedNumber } from '../../../shared/typed-number.ts';
import { changeOf, emptyCallerId, formErrors, formOf, newOf } from './caller-id-form.ts';
import type { CallerId } from './caller-id-queries.ts';

const zone = 'Indian/Antananarivo';
const number = typedNumber('01 62 00 00 01');
if (!number) throw new Error('a number');
const stored: CallerId = {
  id: makeId('callerid', 1, new Uint8Array(10)),
  number,
  label: 'Accueil',
  category: 'npv',
  holder: null,
  authorisation: null,
  authorisationSha256: null,
  operator: null,
  allowedModes: null,
  validFromMs: Date.parse('2026-01-01T10:00:00Z'),
  validToMs: Date.parse('2026-12-31T21:00:00Z'),
};

test('the last valid day is shown, not the day after', () => {
  expect(formOf(stored, zone)).toMatchObject({ validFrom: '2026-01-01', validUntil: '2026-12-31' });
});

test('a validity that was not touched is not sent, so that its very instant stays', () => {
  const change = changeOf({ ...formOf(stored, zone), label: ' Ventes ' }, zone, stored);
  expect(change).toMatchObject({ label: 'Ventes', holder: null });
  expect(change).not.toHaveProperty('validFromMs');
  expect(change).not.toHaveProperty('validToMs');
});

test('a validity that is taken away is sent as none', () => {
  expect(changeOf({ ...formOf(stored, zone), validUntil: null }, zone, stored)).toMatchObject({
    validToMs: null,
  });
});

test('no mode chosen means every mode', () => {
  expect(newOf({ ...emptyCallerId, number: '01 62 00 00 01', label: 'A' }, zone)).toMatchObject({
    number: '+33162000001',
    allowedModes: null,
  });
});

test('names what is missing, and an end before the beginning', () => {
  expect(formErrors(emptyCallerId, true)).toEqual({ number: 'number', label: 'label' });
  const reversed = { ...emptyCallerId, label: 'A', validFrom: '2026-02-01', validUntil: '2026-01-31' };
  expect(formErrors(reversed, false)).toEqual({ validUntil: 'reversed' });
});
