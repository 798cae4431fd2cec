import { isPhoneNumber } from '@alize/model';
import { expect, test } from 'vitest';
import { maskNumber } from './mask-number.ts';

test.each([
  ['+33612345678', '+33 6 •• •• •• 78'],
  ['+262692123456', '+262 6 •• •• •• 56'],
  ['+12125550123', '+1 2 •• •• •• •• 23'],
  ['+441214960123', '+44 1 •• •• •• •• 23'],
])('%s is shown as %s', (number, masked) => {
  expect(isPhoneNumber(number) && maskNumber(number)).toBe(masked);
});
