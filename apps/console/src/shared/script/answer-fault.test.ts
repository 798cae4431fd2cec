import type { ScriptQuestion } from '@alize/model';
import { expect, test } from 'vitest';
import { answerFault } from './answer-fault.ts';

const question = (kind: ScriptQuestion['kind'], more: Partial<ScriptQuestion> = {}): ScriptQuestion => ({
  ...{ id: 'q', kind, label: 'Q', help: '', isRequired: true, options: [], rows: [], min: null, max: null },
  ...{ minLabel: '', maxLabel: '', showIf: null, isShuffled: false, fills: null, bands: [] },
  ...more,
});
const typing = { isMissing: false, isLeft: false };
const left = { isMissing: false, isLeft: true };
const passedOver = { isMissing: true, isLeft: false };

test('says nothing while somebody is still typing, and what does not fit once they have left the field', () => {
  expect(answerFault(question('email'), 'camille@', typing)).toBeNull();
  expect(answerFault(question('email'), 'camille@', left)).toBe('email');
  expect(answerFault(question('email'), 'camille@example.org', left)).toBeNull();
});

test('asks for an answer only once somebody has tried to go on without', () => {
  expect(answerFault(question('text'), undefined, left)).toBeNull();
  expect(answerFault(question('text'), '  ', passedOver)).toBe('required');
  expect(answerFault(question('multiple'), [], passedOver)).toBe('required');
  expect(answerFault(question('address'), {}, passedOver)).toBe('required');
});

test('names the kind where an answer is there but not whole, as a matrix without one of its rows', () => {
  const matrix = question('matrix', {
    rows: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
    options: [
      { value: '1', label: '1', points: 0, isDisqualifying: false, isExclusive: false, isFixed: false },
    ],
  });
  expect(answerFault(matrix, { a: '1' }, left)).toBeNull();
  expect(answerFault(matrix, { a: '1' }, passedOver)).toBe('matrix');
});
