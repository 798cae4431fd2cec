import { expect, test } from 'vitest';
import { phoneAnswer, phoneAsTyped, phoneWhileTyped } from './typed-phone.ts';

test.each([
  ['063998', '06 39 98'],
  ['0639981234', '06 39 98 12 34'],
  ['06.39.98.12.34', '06 39 98 12 34'],
  ['+261 32', '+261 32'],
  ['06a39', '06 39'],
  ['', ''],
])('%o is shown as %o while it is typed', (typed, shown) => {
  expect(phoneWhileTyped(typed)).toBe(shown);
});

test.each([
  ['06 39 98 12 34', '+33639981234'],
  ['0033639981234', '+33639981234'],
  ['+261 32 00 000 00', '+261320000000'],
  ['0692 12 34 56', '+262692123456'],
  ['06 39', '06 39'],
  ['  ', null],
])('%o is kept as %o', (typed, kept) => {
  expect(phoneAnswer(typed)).toBe(kept);
});

test('a kept number comes back as it was typed', () => {
  expect(phoneAsTyped('+33639981234')).toBe('06 39 98 12 34');
  expect(phoneAsTyped('06 39')).toBe('06 39');
});
