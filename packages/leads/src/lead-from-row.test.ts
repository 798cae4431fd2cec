import { isPhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnTargets, leadFromRow, type ParsePhone, type RowOptions } from './index.ts';

const parsePhone: ParsePhone = (text) => {
  if (text === '') return { kind: 'error', code: 'phone_missing' };
  return isPhoneNumber(text)
    ? { kind: 'number', phoneNumber: text }
    : { kind: 'error', code: 'phone_unreadable' };
};
const options: RowOptions = {
  mapping: ['phoneNumber', 'lastName', 'civility', 'consentAt', 'custom', 'ignore'],
  headings: ['Tél', 'Nom', 'Civilité', 'Consentement', 'Contrat', 'Interne'],
  parsePhone,
  zone: 'Europe/Paris',
};
const phone = '+33612345678';

test('a row becomes a lead, each cell in its field', () => {
  const row = [phone, ' Roussel ', 'Madame', '01/09/2026', 'Auto', 'secret'];
  expect(leadFromRow(row, options)).toEqual({
    kind: 'lead',
    fields: {
      phoneNumber: phone,
      reference: null,
      civility: 'Mme',
      firstName: null,
      lastName: 'Roussel',
      company: null,
      email: null,
      address: null,
      postalCode: null,
      city: null,
      comment: null,
      consentAtMs: Date.parse('2026-08-31T22:00:00Z'),
      consentSource: null,
      custom: { Contrat: 'Auto' },
    },
  });
});

test('cells missing at the end of a row are empty', () => {
  expect(leadFromRow([phone], options)).toMatchObject({
    kind: 'lead',
    fields: { lastName: null, custom: {} },
  });
});

describe('an error says its column and what stood there', () => {
  test.each([
    ['no number', [''], 'phone_missing', 'Tél', null],
    ['an unreadable number', ['call me'], 'phone_unreadable', 'Tél', 'call me'],
    ['more cells than headings', [phone, '', '', '', '', '', 'more'], 'row_too_long', null, 'more'],
    ['a consent that is no date', [phone, '', '', 'yes'], 'consent_date_unreadable', 'Consentement', 'yes'],
    ['a name as long as a book', [phone, 'x'.repeat(4001)], 'field_too_long', 'Nom', 'x'.repeat(200)],
  ])('%s', (_name, row, code, column, value) => {
    expect(leadFromRow(row, options)).toEqual({ kind: 'error', code, column, value });
  });

  test('empty cells beyond the headings are none', () => {
    expect(leadFromRow([phone, '', '', '', '', '', '', ''], options).kind).toBe('lead');
  });
});

describe('consent dates', () => {
  test.each([
    ['2026-09-01', '2026-08-31T22:00:00Z'],
    ['2026-12-01', '2026-11-30T23:00:00Z'],
    ['01/09/2026', '2026-08-31T22:00:00Z'],
    ['1.9.26', '2026-08-31T22:00:00Z'],
    ['01/09/2026 10:30', '2026-09-01T08:30:00Z'],
    ['01/09/2026 à 10h30', '2026-09-01T08:30:00Z'],
    ['2026-09-01 10:30:15', '2026-09-01T08:30:15Z'],
    ['2026-09-01T10:30:15Z', '2026-09-01T10:30:15Z'],
    ['2026-09-01T10:30:15.123+02:00', '2026-09-01T08:30:15Z'],
  ])('%s is %s', (text, instant) => {
    const lead = leadFromRow([phone, '', '', text], options);
    expect(lead).toMatchObject({ fields: { consentAtMs: Date.parse(instant) } });
  });

  test.each(['09/15/2026', '31/02/2026', '46266', '2026', 'hier', '2026-09-01 25:00'])(
    '%s is refused',
    (text) => {
      expect(leadFromRow([phone, '', '', text], options)).toMatchObject({ code: 'consent_date_unreadable' });
    },
  );
});

test.each([
  ['M.', 'M'],
  ['Mr', 'M'],
  ['Monsieur', 'M'],
  ['Mme', 'Mme'],
  ['Mlle', 'Mme'],
  ['Mrs.', 'Mme'],
  ['Féminin', 'Mme'],
  ['U', null],
  ['Dr', null],
])('civility %s is %s', (text, civility) => {
  expect(leadFromRow([phone, '', text], options)).toMatchObject({ fields: { civility } });
});

test('takes the apostrophe off that spreadsheets put before a sign', () => {
  expect(leadFromRow([`'${phone}`, "'tHooft"], options)).toMatchObject({
    fields: { phoneNumber: phone, lastName: "'tHooft" },
  });
});

test('the second telephone column serves when the first is empty', () => {
  const two: RowOptions = { ...options, mapping: ['phoneNumber', 'phoneNumber'], headings: ['a', 'b'] };
  expect(leadFromRow(['', phone], two)).toMatchObject({ fields: { phoneNumber: phone } });
});

test('a column named __proto__ is kept like any other', () => {
  const own: RowOptions = { ...options, mapping: ['phoneNumber', 'custom'], headings: ['a', '__proto__'] };
  const lead = leadFromRow([phone, 'kept'], own);
  expect(lead.kind === 'lead' && Object.entries(lead.fields.custom)).toEqual([['__proto__', 'kept']]);
});

test('never throws, whatever the row and the mapping', () => {
  const mapping = fc.array(fc.constantFrom(...columnTargets), { maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' })),
      mapping,
      fc.array(fc.string()),
      (row, map, headings) => {
        expect(['lead', 'error']).toContain(leadFromRow(row, { ...options, mapping: map, headings }).kind);
      },
    ),
  );
});
