import { expect, test } from 'vitest';
import { pathSteps } from './path-picture.tsx';

const path = ['hello', 'needs', 'bye'].map((id) => ({ id, title: id }));
const states = (stepId: string, missing: readonly string[] = []) =>
  pathSteps(path, stepId, (id) => missing.includes(id)).map(({ state }) => state);

test('what lies before the current step is done, or open where an answer is missing', () => {
  expect(states('needs')).toEqual(['done', 'current', 'ahead']);
  expect(states('bye', ['hello', 'bye'])).toEqual(['open', 'done', 'current']);
});

test('at the end of the script every step is behind', () => {
  expect(states('end')).toEqual(['done', 'done', 'done']);
});
