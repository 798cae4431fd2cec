import { expect, test } from 'vitest';
import { typedNumber } from './typed-number.ts';

test.each([
  ['06 39 98 12 34', '+33639981234'],
  ['06.39.98.12.34', '+33639981234'],
  ['+33 (0)6 39 98 12 34', '+33639981234'],
  ['0033639981234', '+33639981234'],
  ['+44 20 7946 0000', '+442079460000'],
])('reads %s as %s', (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

test.each(['', '06 39', '639981234', 'bonjour', '15'])('refuses %j', (typed) => {
  expect(typedNumber(typed)).toBeNull();
});
