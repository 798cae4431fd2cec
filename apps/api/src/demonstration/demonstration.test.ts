import { isFictionNumber, type LeadFields } from '@alize/model';
import { validateScript } from '@alize/scripts';
import { expect, test } from 'vitest';
import { demonstrationLeads } from './leads.ts';
import { makePassword } from './people.ts';
import { appointmentScript, surveyScript } from './scripts.ts';

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
])('the %s script holds, and begins with who calls and why', (_name, script) => {
  expect(validateScript(script)).toMatchObject({ kind: 'valid' });
  expect(script.steps[0]).toMatchObject({ isLegal: true, say: expect.stringContaining('{{client}}') });
});

test('passwords are 16 letters and digits that read well', () => {
  const random = (bytesCount: number) => crypto.getRandomValues(new Uint8Array(bytesCount));
  expect(makePassword(random)).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});
