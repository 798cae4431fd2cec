import { expect, test } from 'vitest';
import { type CallForm, emptyForm, factKinds, newFact, questionOf } from './call-question.ts';
import type { CallerId } from './compliance-queries.ts';

const around = { zone: 'Indian/Antananarivo', callerIds: [], client: null };
const form: CallForm = { ...emptyForm, number: ' 06 12 34 56 78 ', callerId: '01 62 00 00 01' };

test('what is left empty is not known, and now is left to the server', () => {
  const question = questionOf(form, around);
  expect(question).toMatchObject({
    number: '06 12 34 56 78',
    callerId: '01 62 00 00 01',
    postalCode: null,
    object: null,
    consents: [],
    registers: {},
  });
  expect(question).not.toHaveProperty('at');
});

test('a chosen instant is one of the site’s clock', () => {
  const chosen = { ...form, isNow: false, day: '2026-11-24', time: '12:00' };
  expect(questionOf(chosen, around).at).toBe('2026-11-24T09:00:00Z');
});

test('a consent is for the object of the call, from the first instant of its day', () => {
  const consent = { ...newFact('consent', 1), day: '2026-08-20', slotDay: '2026-11-28', slotTime: '12:30' };
  const question = questionOf({ ...form, object: 'assurance', facts: [consent] }, around);
  expect(question.consents).toEqual([
    {
      object: 'assurance',
      form: 'express',
      givenAt: '2026-08-19T21:00:00Z',
      proof: 'as said',
      informed: true,
      agreedSlots: ['2026-11-28T09:30:00Z'],
    },
  ]);
});

test('every kind of fact has its place, and one without its day is not asked about', () => {
  const facts = factKinds.map((kind, key) => newFact(kind, key));
  const without = questionOf({ ...form, facts }, around);
  const lists = ['consents', 'contracts', 'requests', 'purchases', 'attempts', 'refusals'] as const;
  for (const list of lists) expect(without[list]).toEqual([]);
  const dated = questionOf({ ...form, facts: facts.map((fact) => ({ ...fact, day: '2026-11-02' })) }, around);
  for (const list of lists) expect(dated[list]).toHaveLength(1);
  expect(dated.registers).toEqual({
    us_national_dnc: { listed: false, checkedAt: '2026-11-01T21:00:00Z' },
  });
});

test('a number of the registry is judged as it stands there', () => {
  const record = {
    id: 'callerid_0',
    number: '+33162000001',
    label: 'Ventes',
    category: 'npv',
    holder: null,
    authorisation: null,
    authorisationSha256: null,
    operator: null,
    allowedModes: ['manual'],
    validFromMs: null,
    validToMs: Date.parse('2026-12-01T00:00:00Z'),
    // A number of the registry is E.164; the type's brand has no other maker here.
  } as unknown as CallerId;
  const question = questionOf({ ...form, callerId: '+33162000001' }, { ...around, callerIds: [record] });
  expect(question.callerId).toEqual({
    number: '+33162000001',
    category: 'npv',
    holder: null,
    authorisation: null,
    allowedModes: ['manual'],
    validFrom: null,
    validTo: '2026-12-01T00:00:00Z',
  });
});
