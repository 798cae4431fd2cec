import type { Answer, Comparison, Condition } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { is, noFacts, option, question } from '../test/parts.ts';
import { holds } from './condition.ts';
import type { Answered } from './points.ts';

const given = (answer: Answer | undefined): readonly Answered[] =>
  answer === undefined ? [] : [{ question: question('q'), answer }];
const about = (
  comparison: Comparison,
  value: string | number | null,
  row: string | null = null,
): Condition => ({
  ...{ kind: 'answer', questionId: 'q', row, is: comparison, value },
});

describe('an answer', () => {
  test.each<[Answer | undefined, Comparison, string | number | null, boolean]>([
    ['yes', 'equals', 'yes', true],
    ['Été', 'equals', 'ete', true],
    ['yes', 'equals', 'no', false],
    [undefined, 'equals', 'yes', false],
    [undefined, 'not_equals', 'yes', false],
    ['no', 'not_equals', 'yes', true],
    [10, 'equals', '10', true],
    [10, 'at_least', 9, true],
    [9, 'at_least', 10, false],
    [2, 'at_most', 10, true],
    ['2026-12-01', 'at_least', '2026-11-30', true],
    ['abc', 'at_least', 3, false],
    [undefined, 'at_most', 3, false],
    [['a', 'b'], 'contains', 'b', true],
    [['ab'], 'contains', 'b', false],
    [['a'], 'equals', 'a', true],
    [['a', 'b'], 'equals', 'a', false],
    [['a', 'b'], 'not_equals', 'a', true],
    ['une maison', 'contains', 'Maison', true],
    [true, 'equals', 'true', true],
    ['x', 'answered', null, true],
    [undefined, 'answered', null, false],
    [undefined, 'not_answered', null, true],
    [0, 'answered', null, true],
    ['yes', 'equals', null, false],
    [{ r1: 'a', r2: 'b' }, 'contains', 'b', true],
    [{ r1: 'a', r2: 'b' }, 'equals', 'a', false],
  ])('%o %s %o: %s', (answer, comparison, value, expected) => {
    expect(holds(about(comparison, value), given(answer), noFacts)).toBe(expected);
  });

  test.each([
    ['r1', 'a', true],
    ['r2', 'a', false],
    ['toString', 'a', false],
  ])('of a matrix in row %s is %s: %s', (row, value, expected) => {
    expect(holds(about('equals', value, row), given({ r1: 'a', r2: 'b' }), noFacts)).toBe(expected);
  });
});

describe('a field of the lead', () => {
  const facts = { fields: { postalCode: '69003', 'custom:Age': 42, city: null }, seed: 1 };
  test.each<[string, Comparison, string | number | null, boolean]>([
    ['postalCode', 'contains', '690', true],
    ['custom:Age', 'at_least', 40, true],
    ['custom:Age', 'at_least', 50, false],
    ['city', 'not_answered', null, true],
    ['gone', 'not_answered', null, true],
    ['constructor', 'answered', null, false],
  ])('%s %s %o: %s', (field, comparison, value, expected) => {
    expect(holds({ kind: 'field', field, is: comparison, value }, [], facts)).toBe(expected);
  });
});

test('what holds together, one of several, and not', () => {
  const known = given('yes');
  const [yes, no] = [is('q', 'yes'), is('q', 'no')];
  const held = (condition: Condition) => holds(condition, known, noFacts);
  expect(held({ kind: 'all', conditions: [yes, no] })).toBe(false);
  expect(held({ kind: 'any', conditions: [yes, no] })).toBe(true);
  expect(held({ kind: 'not', condition: no })).toBe(true);
  expect(held({ kind: 'all', conditions: [] })).toBe(true);
  expect(held({ kind: 'any', conditions: [] })).toBe(false);
});

test('the score so far, and a disqualifying answer', () => {
  const options = [option('rich', { points: 30 }), option('no', { points: -5, isDisqualifying: true })];
  const asked = question('q', { kind: 'single', options });
  const rich = [{ question: asked, answer: 'rich' }];
  const none = [{ question: asked, answer: 'no' }];
  const score: Condition = { kind: 'score', is: 'at_least', value: 30 };
  expect([holds(score, rich, noFacts), holds(score, none, noFacts)]).toEqual([true, false]);
  const disqualified: Condition = { kind: 'disqualified' };
  expect([holds(disqualified, rich, noFacts), holds(disqualified, none, noFacts)]).toEqual([false, true]);
});
