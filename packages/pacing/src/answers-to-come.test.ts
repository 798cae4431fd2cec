import { expect, it } from 'vitest';
import { answersToCome } from './index.ts';

const hour = 3_600;

it.each([
  ['half of the pace so far', { answered: 200, openSeconds: 2 * hour }, 300],
  ['nothing when nobody has answered for an hour', { answered: 0, openSeconds: hour }, 0],
  ['what ten agents can take, in the first minutes', { answered: 0, openSeconds: 60 }, 450],
  ['nothing after the window', { answered: 200, openSeconds: 2 * hour, leftSeconds: -60 }, 0],
])('%s', (_, day, expected) => {
  const usual = { leftSeconds: 6 * hour, agents: 10, handlingSeconds: 180 };
  expect(answersToCome({ ...usual, ...day })).toBe(expected);
});
