import type { Answers } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { choice, is, noFacts, question, script, step } from '../test/parts.ts';
import { missingAnswers, nextStepId, pathOf, questionsOf } from './index.ts';

const yesNo = ['yes', 'no'];
const house = script([
  step('hello', { legal: ['identity', 'purpose'] }),
  step('owner', {
    questions: [choice('isOwner', yesNo, { isRequired: true })],
    branches: [{ when: is('isOwner', 'no'), goTo: 'end' }],
  }),
  step('rate', {
    questions: [
      question('rating', { kind: 'scale', min: 0, max: 10 }),
      choice('wishes', yesNo, { kind: 'multiple' }),
    ],
    branches: [
      { when: is('rating', 10), goTo: 'meet' },
      {
        when: { kind: 'answer', questionId: 'wishes', row: null, is: 'contains', value: 'yes' },
        goTo: 'hello',
      },
    ],
  }),
  step('why', { questions: [question('reason')] }),
  step('worse', {
    showIf: { kind: 'answer', questionId: 'rating', row: null, is: 'at_most', value: 2 },
    questions: [choice('angry', yesNo), question('at', { showIf: is('angry', 'yes'), isRequired: true })],
  }),
  step('meet', { questions: [question('meeting', { kind: 'datetime', isRequired: true })] }),
]);

describe('the next step', () => {
  test.each<[string, Answers, string]>([
    ['hello', {}, 'owner'],
    ['owner', {}, 'rate'],
    ['owner', { isOwner: 'yes' }, 'rate'],
    ['owner', { isOwner: 'no' }, 'end'],
    ['owner', { isOwner: 'perhaps' }, 'rate'],
    ['rate', { rating: 10 }, 'meet'],
    ['rate', { rating: 1 }, 'why'],
    ['rate', { wishes: ['no', 'yes'] }, 'why'],
    ['why', { rating: 1 }, 'worse'],
    ['why', { rating: 3 }, 'meet'],
    ['why', {}, 'meet'],
    ['meet', {}, 'end'],
    ['gone', {}, 'end'],
    ['constructor', {}, 'end'],
  ])('after %s with %o is %s', (stepId, answers, next) => {
    expect(nextStepId(house, stepId, answers, noFacts)).toBe(next);
  });

  test('is known from a step beside the path too', () => {
    expect(nextStepId(house, 'worse', { isOwner: 'no' }, noFacts)).toBe('meet');
  });
});

describe('the path', () => {
  test('follows the answers, past steps whose condition does not hold', () => {
    expect(pathOf(house, { isOwner: 'yes', rating: 10 }, noFacts)).toEqual([
      ...['hello', 'owner', 'rate', 'meet'],
    ]);
    expect(pathOf(house, { isOwner: 'no', rating: 10 }, noFacts)).toEqual(['hello', 'owner']);
    expect(pathOf(house, { rating: 2 }, noFacts)).toContain('worse');
  });

  test('never turns back: a branch that does is none', () => {
    expect(pathOf(house, { wishes: ['yes'] }, noFacts)).toEqual(['hello', 'owner', 'rate', 'why', 'meet']);
  });

  test('is not led by answers of steps that it no longer touches', () => {
    const twoWays = script([
      step('first', {
        questions: [choice('way', ['left', 'right'])],
        branches: [{ when: is('way', 'right'), goTo: 'right' }],
      }),
      step('left', { questions: [choice('sad', yesNo)] }),
      step('right'),
      step('sorry', { showIf: is('sad', 'yes') }),
    ]);
    expect(pathOf(twoWays, { way: 'left', sad: 'yes' }, noFacts)).toContain('sorry');
    expect(pathOf(twoWays, { way: 'right', sad: 'yes' }, noFacts)).toEqual(['first', 'right']);
  });

  test('of a script without steps is empty', () => {
    expect(pathOf(script([]), {}, noFacts)).toEqual([]);
  });
});

describe('the questions of a step', () => {
  test('are those whose condition holds, by the answers before them', () => {
    const ids = (answers: Answers) => questionsOf(house, 'worse', answers, noFacts).map(({ id }) => id);
    expect(ids({ rating: 1 })).toEqual(['angry']);
    expect(ids({ rating: 1, angry: 'yes' })).toEqual(['angry', 'at']);
  });

  test('of a step that does not exist are none', () => {
    expect(questionsOf(house, 'gone', {}, noFacts)).toEqual([]);
  });
});

describe('what is missing', () => {
  test.each<[string, string, Answers, readonly string[]]>([
    ['legal sentences not ticked', 'hello', {}, ['said:hello']],
    ['nothing once they are', 'hello', { 'said:hello': true }, []],
    ['a required answer', 'owner', {}, ['isOwner']],
    ['one that does not fit', 'owner', { isOwner: 'perhaps' }, ['isOwner']],
    ['nothing of what need not be answered', 'rate', {}, []],
    ['what need not be answered and does not fit', 'rate', { rating: 11, wishes: [] }, ['rating']],
    ['a required answer only where it is asked', 'worse', { rating: 1 }, []],
    ['a required answer where it is asked', 'worse', { rating: 1, angry: 'yes' }, ['at']],
    ['nothing of a step that does not exist', 'gone', {}, []],
  ])('%s', (_name, stepId, answers, missing) => {
    expect(missingAnswers(house, stepId, answers, noFacts)).toEqual(missing);
  });

  test('a row of a required matrix', () => {
    const rows = ['price', 'care'].map((value) => ({ value, label: value }));
    const grid = script([
      step('grid', {
        questions: [choice('grid', yesNo, { kind: 'matrix', rows, isRequired: true })],
      }),
    ]);
    expect(missingAnswers(grid, 'grid', { grid: { price: 'yes' } }, noFacts)).toEqual(['grid']);
    expect(missingAnswers(grid, 'grid', { grid: { price: 'yes', care: 'no' } }, noFacts)).toEqual([]);
  });
});
