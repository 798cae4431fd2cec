import { expect, test } from 'vitest';
import { emptyScript, newQuestion, newStep } from './new-parts.ts';
import { nearest, placeOf } from './place.ts';

const script = {
  ...emptyScript,
  steps: [newStep('a'), newStep('b', { questions: [newQuestion('q', 'text')] })],
};

test.each([
  ['/steps/0/say', { part: 'steps', stepId: 'a', questionId: null }],
  ['/steps/1/questions/0/label', { part: 'steps', stepId: 'b', questionId: 'q' }],
  ['/steps/7', { part: 'steps', stepId: null, questionId: null }],
  ['/objections/0/answer', { part: 'objections', stepId: null, questionId: null }],
  ['/scoring/stages/1/from', { part: 'scoring', stepId: null, questionId: null }],
  ['/shuffledBlocks/0', { part: 'blocks', stepId: null, questionId: null }],
  ['', { part: 'steps', stepId: null, questionId: null }],
])('finds %s', (pointer, place) => {
  expect(placeOf(pointer, script)).toEqual({ ...place, pointer });
});

test('leads to the closest field that is shown', () => {
  const shown = ['/steps/1', '/steps/1/questions/0', '/steps/1/questions/0/label', '/steps/10'];
  expect(nearest('/steps/1/questions/0/options/2/label', shown)).toBe('/steps/1/questions/0');
  expect(nearest('/steps/10/say', shown)).toBe('/steps/10');
  expect(nearest('/steps/2', shown)).toBeNull();
});
