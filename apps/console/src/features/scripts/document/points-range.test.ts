import { expect, test } from 'vitest';
import { emptyScript, newOption, newQuestion, newStep } from './new-parts.ts';
import { pointsRange } from './points-range.ts';

const option = (value: string, points: number) => newOption(value, { points });
const rangeOf = (...questions: Parameters<typeof newQuestion>[]) =>
  pointsRange({
    ...emptyScript,
    steps: [newStep('s', { questions: questions.map((each) => newQuestion(...each)) })],
  });

test('a choice brings the points of one option', () => {
  const options = [option('a', -5), option('b', 20)];
  expect(rangeOf(['q', 'single', { options }])).toEqual({ min: -5, max: 20 });
});

test('a choice that may be left open may bring none', () => {
  const options = [option('a', 10), option('b', 20)];
  expect(rangeOf(['q', 'single', { options, isRequired: false }])).toEqual({ min: 0, max: 20 });
});

test('several choices add up', () => {
  const options = [option('a', 10), option('b', 20), option('c', -5)];
  expect(rangeOf(['q', 'multiple', { options }])).toEqual({ min: -5, max: 30 });
});

test('a number brings the points of its band, or none outside of them', () => {
  const bands = [{ from: 0, to: 10, points: 15, isDisqualifying: false }];
  expect(rangeOf(['q', 'number', { bands }])).toEqual({ min: 0, max: 15 });
});

test('questions add up, and those without points bring none', () => {
  const options = [option('a', 0), option('b', 20)];
  expect(rangeOf(['q', 'single', { options }], ['r', 'single', { options }], ['s', 'text'])).toEqual({
    min: 0,
    max: 40,
  });
});
