import { expect, test } from 'vitest';
import { answerText } from './answer-text.ts';

test.each([
  [true, '✓'],
  [12.5, '12.5'],
  [['fibre', 'mobile'], 'fibre, mobile'],
  [{ price: '1', speed: '2' }, 'price : 1, speed : 2'],
])('%o is read as %s', (answer, text) => {
  expect(answerText(answer)).toBe(text);
});
