import type { ScriptStep } from '@alize/model';
import { expect, test } from 'vitest';
import { proposedDisposition } from './proposed-disposition.ts';

const step = (id: string, ending: ScriptStep['ending'] = null): ScriptStep => ({
  ...{ id, title: id, say: '', webSay: '', legal: [], note: '', showIf: null, questions: [], branches: [] },
  ending,
});
const script = { steps: [step('hello'), step('refused', 'not_interested'), step('booked', 'success')] };
const reached = (path: readonly string[], stepId: string, isDisqualified = false) => ({
  ...{ path, stepId, isDisqualified },
});

test('is the ending of the last step reached, not of those still to come', () => {
  expect(proposedDisposition(script, reached(['hello', 'booked'], 'hello'))).toBeNull();
  expect(proposedDisposition(script, reached(['hello', 'booked'], 'booked'))).toBe('success');
  expect(proposedDisposition(script, reached(['hello', 'refused'], 'end'))).toBe('not_interested');
});

test('a step beside the path counts the path as gone to its end', () => {
  expect(proposedDisposition(script, reached(['hello', 'booked'], 'refused'))).toBe('success');
});

test('an answer that disqualifies proposes out of target, unless a step says otherwise', () => {
  expect(proposedDisposition(script, reached(['hello', 'booked'], 'hello', true))).toBe('out_of_target');
  expect(proposedDisposition(script, reached(['hello', 'refused'], 'refused', true))).toBe('not_interested');
});
