import type { Condition } from '@alize/model';
import { expect, test } from 'vitest';
import { asGroup, asRow, comparisonsFor, fromGroup, leafOn, questionsBefore } from './condition-edit.ts';
import { emptyScript, newOption, newQuestion, newStep } from './new-parts.ts';

const out: Condition = { kind: 'disqualified' };
const enough: Condition = { kind: 'score', is: 'at_least', value: 40 };

test('a group of one, or of none, is no group once it is stored', () => {
  expect(fromGroup(asGroup(out))).toEqual(out);
  expect(fromGroup(asGroup(null))).toBeNull();
  const both: Condition = { kind: 'any', conditions: [out, enough] };
  expect(fromGroup(asGroup(both))).toEqual(both);
});

test('what is denied twice is not denied', () => {
  const twice: Condition = { kind: 'not', condition: { kind: 'not', condition: out } };
  expect(asRow(twice)).toEqual({ leaf: out, isDenied: false });
  expect(asRow({ kind: 'not', condition: out })).toEqual({ leaf: out, isDenied: true });
});

test('the first comparison with a question is one that its answers can meet', () => {
  const single = newQuestion('q', 'single', { options: [newOption('yes'), newOption('no')] });
  expect(leafOn(single)).toMatchObject({ is: 'equals', value: 'yes', row: null });
  expect(leafOn(newQuestion('q', 'scale'))).toMatchObject({ is: 'at_least', value: 0 });
  expect(leafOn(newQuestion('q', 'matrix'))).toMatchObject({ row: 'r1', is: 'equals', value: 'o1' });
  expect(leafOn(newQuestion('q', 'appointment'))).toMatchObject({ is: 'answered', value: null });
});

test('of several choices one asks whether a choice is among them', () => {
  expect(comparisonsFor(newQuestion('q', 'multiple'))[0]).toBe('contains');
});

test('a condition looks only at what is asked before it', () => {
  const script = {
    ...emptyScript,
    steps: [
      newStep('a', { questions: [newQuestion('q1', 'text')] }),
      newStep('b', { questions: [newQuestion('q2', 'text'), newQuestion('q3', 'text')] }),
      newStep('c', { questions: [newQuestion('q4', 'text')] }),
    ],
  };
  const idsBefore = (...upTo: Parameters<typeof questionsBefore>) =>
    questionsBefore(...upTo).map(({ id }) => id);
  expect(idsBefore(script, 'b', 'step')).toEqual(['q1']);
  expect(idsBefore(script, 'b', { questionId: 'q3' })).toEqual(['q1', 'q2']);
  expect(idsBefore(script, 'b', 'end_of_step')).toEqual(['q1', 'q2', 'q3']);
});
