import { isFictionNumber, type LeadFields } from '@alize/model';
import { reviewScript, validateScript } from '@alize/scripts';
import { expect, test } from 'vitest';
import { appointmentScript } from './appointment-script.ts';
import { demonstrationLeads } from './leads.ts';
import { makePassword } from './people.ts';
import { qualificationScript } from './qualification-script.ts';
import { surveyScript } from './survey-script.ts';

const leads = demonstrationLeads(0, 200);
const numberOf = ({ phones: [first] }: LeadFields) => first.phoneNumber;

test('every lead bears a fiction number of its own, over all six prefixes', () => {
  const numbers = leads.map(numberOf);
  expect(new Set(numbers).size).toBe(200);
  expect(numbers.every(isFictionNumber)).toBe(true);
  expect(new Set(numbers.map((number) => number.slice(0, 8))).size).toBe(6);
  expect(numbers).not.toContain('+33199000001');
});

test('each hundred has every ending once, so that each campaign meets every kind of callee', () => {
  for (const hundred of [leads.slice(0, 100), leads.slice(100)]) {
    expect(new Set(hundred.map((lead) => numberOf(lead).slice(-2))).size).toBe(100);
  }
});

test('the list is the same on every machine', () => {
  expect(demonstrationLeads(0, 200)).toEqual(leads);
});

test.each([
  ['survey', surveyScript],
  ['appointment', appointmentScript],
  ['qualification', qualificationScript],
] as const)('the %s script holds, and begins with who calls and why', (kind, script) => {
  expect(validateScript(script)).toEqual({ kind: 'valid', script });
  expect(script.steps[0]).toMatchObject({
    legal: ['identity', 'client', 'purpose', 'objection'],
    say: expect.stringContaining('{{client}}'),
  });
  const requiredMatters = ['identity', 'client', 'purpose'] as const;
  expect(reviewScript(script, { kind, requiredMatters, knownFields: ['Contrat'] })).toEqual([]);
});

test('passwords are 16 letters and digits that read well', () => {
  const random = (bytesCount: number) => crypto.getRandomValues(new Uint8Array(bytesCount));
  expect(makePassword(random)).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});
