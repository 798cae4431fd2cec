import type { Answer, ScriptQuestion } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { option, question } from '../test/parts.ts';
import { isComplete, isValidAnswer } from './index.ts';

const options = [option('a'), option('b'), option('c'), option('none', { isExclusive: true })];
const rows = [
  { value: 'r1', label: 'R1' },
  { value: 'r2', label: 'R2' },
];
const appointmentId = `appointment_${'0'.repeat(31)}1`;

test.each<[Partial<ScriptQuestion> & Pick<ScriptQuestion, 'kind'>, Answer, boolean]>([
  [{ kind: 'date' }, '2026-11-23', true],
  [{ kind: 'date' }, '23/11/2026', false],
  [{ kind: 'date' }, '2026-02-29', false],
  [{ kind: 'date' }, '2028-02-29', true],
  [{ kind: 'date' }, '0000-99-99', false],
  [{ kind: 'datetime' }, '2026-11-23T10:30', true],
  [{ kind: 'datetime' }, '2026-11-23T10:30:00Z', true],
  [{ kind: 'datetime' }, '2026-11-23T10:30+01:00', true],
  [{ kind: 'datetime' }, '2026-11-23', false],
  [{ kind: 'datetime' }, '2026-11-23T24:00', false],
  [{ kind: 'datetime' }, '2026-02-30T10:30', false],
  [{ kind: 'number' }, 3.5, true],
  [{ kind: 'number' }, Number.NaN, false],
  [{ kind: 'number' }, '3', false],
  [{ kind: 'number', min: 0, max: 5 }, 5, true],
  [{ kind: 'number', min: 0, max: 5 }, 5.1, false],
  [{ kind: 'scale', min: 0, max: 10 }, 3.5, false],
  [{ kind: 'scale', min: 0, max: 10 }, 11, false],
  [{ kind: 'text' }, '  ', false],
  [{ kind: 'text' }, 'word', true],
  [{ kind: 'text', max: 3 }, 'word', false],
  [{ kind: 'text' }, 'x'.repeat(10_001), false],
  [{ kind: 'single', options }, 'a', true],
  [{ kind: 'single', options }, 'z', false],
  [{ kind: 'single', options }, ['a'], false],
  [{ kind: 'multiple', options }, ['a', 'b'], true],
  [{ kind: 'multiple', options }, ['a', 'a'], false],
  [{ kind: 'multiple', options }, ['a', 'z'], false],
  [{ kind: 'multiple', options }, [], false],
  [{ kind: 'multiple', options }, 'a', false],
  [{ kind: 'multiple', options }, ['none'], true],
  [{ kind: 'multiple', options }, ['none', 'a'], false],
  [{ kind: 'multiple', options, max: 2 }, ['a', 'b', 'c'], false],
  [{ kind: 'multiple', options, min: 2 }, ['a'], false],
  [{ kind: 'multiple', options, min: 2 }, ['none'], true],
  [{ kind: 'matrix', options, rows }, { r1: 'a', r2: 'b' }, true],
  [{ kind: 'matrix', options, rows }, { r1: 'a' }, true],
  [{ kind: 'matrix', options, rows }, { r3: 'a' }, false],
  [{ kind: 'matrix', options, rows }, { r1: 'z' }, false],
  [{ kind: 'matrix', options, rows }, {}, false],
  [{ kind: 'matrix', options, rows }, ['a'], false],
  [{ kind: 'matrix', options, rows }, JSON.parse('{"__proto__":"a"}') as Answer, false],
  [{ kind: 'phone' }, '+33639980001', true],
  [{ kind: 'phone' }, '06 39 98 00 01', false],
  [{ kind: 'email' }, 'claire@example.org', true],
  [{ kind: 'email' }, 'claire@example', false],
  [{ kind: 'email' }, 'claire@@example.org', false],
  [{ kind: 'email' }, 'cla ire@example.org', false],
  [{ kind: 'email' }, `${'x'.repeat(250)}@example.org`, false],
  [{ kind: 'address' }, { street: '1 rue Haute', city: 'Lyon' }, true],
  [{ kind: 'address' }, { city: ' ' }, false],
  [{ kind: 'address' }, { planet: 'Mars' }, false],
  [{ kind: 'address' }, '1 rue Haute', false],
  [{ kind: 'appointment' }, appointmentId, true],
  [{ kind: 'appointment' }, '2026-11-23T10:30', false],
])('%o answered %o: %s', (change, answer, isValid) => {
  expect(isValidAnswer(question('any', change), answer)).toBe(isValid);
});

describe('a whole answer', () => {
  test.each<[Partial<ScriptQuestion>, Answer, boolean]>([
    [{ kind: 'matrix', options, rows }, { r1: 'a' }, false],
    [{ kind: 'matrix', options, rows }, { r1: 'a', r2: 'a' }, true],
    [{ kind: 'address' }, { city: 'Lyon', postalCode: '69003' }, false],
    [{ kind: 'address' }, { street: '1 rue Haute', city: 'Lyon' }, true],
    [{ kind: 'text' }, 'word', true],
  ])('%o answered %o: %s', (change, answer, isWhole) => {
    expect(isComplete(question('any', change), answer)).toBe(isWhole);
  });
});
