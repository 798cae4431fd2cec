import { makeId } from '@alize/model';
import { expect, test } from 'vitest';
import { typedNumber } from '../../../shared/typed-number.ts';
import type { Consent } from './consent-queries.ts';
import { standingOf } from './consent-standing.ts';

const given = Date.parse('2026-08-20T12:30:00Z');
const days = (count: number) => given + count * 86_400_000;
const numberOf = (text: string) => {
  const number = typedNumber(text);
  if (!number) throw new Error('a number');
  return number;
};
const whole: Consent = {
  id: makeId('consent', given, new Uint8Array(10)),
  phoneNumber: numberOf('06 39 98 00 01'),
  object: 'assurance habitation',
  form: 'express',
  givenAtMs: given,
  expiresAtMs: null,
  proof: 'formulaire 118',
  proofSha256: null,
  wording: null,
  channel: null,
  wasInformed: true,
  namesAutomaticDialling: false,
  agreedSlotsMs: [],
  withdrawnAtMs: null,
  withdrawnHow: null,
  createdAtMs: given,
};

test('a French consent with all its fields holds a year, to the very instant', () => {
  expect(standingOf(whole, days(365) - 1)).toEqual({ kind: 'valid', untilMs: days(365), lacks: [] });
  expect(standingOf(whole, days(365))).toMatchObject({ kind: 'expired' });
});

test('an end agreed with the person comes before that of the law', () => {
  expect(standingOf({ ...whole, expiresAtMs: days(30) }, days(29))).toMatchObject({ untilMs: days(30) });
});

test('an end agreed later than the law allows changes nothing', () => {
  expect(standingOf({ ...whole, expiresAtMs: days(900) }, days(1))).toMatchObject({ untilMs: days(365) });
});

test('each field that the law asks for is named when it lacks', () => {
  const bare: Consent = { ...whole, form: 'tacit', proof: null, object: null, wasInformed: false };
  expect(standingOf(bare, days(1))).toMatchObject({
    kind: 'lacking',
    lacks: ['express', 'proof', 'object', 'informed'],
  });
});

test('a withdrawal goes before everything', () => {
  expect(standingOf({ ...whole, proof: null, withdrawnAtMs: days(2) }, days(400))).toMatchObject({
    kind: 'withdrawn',
  });
});

test('a consent from overseas France is a French one, another country’s has no French limit', () => {
  expect(standingOf({ ...whole, phoneNumber: numberOf('+262692000001') }, days(366))).toMatchObject({
    kind: 'expired',
  });
  const british = { ...whole, phoneNumber: numberOf('+447700900001'), proof: null };
  expect(standingOf(british, days(900))).toEqual({ kind: 'valid', untilMs: null, lacks: [] });
});
