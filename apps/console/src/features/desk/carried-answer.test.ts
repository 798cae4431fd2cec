import { expect, test } from 'vitest';
import { isCarried } from './carried-answer.ts';

const earlier = { owner: 'own', goods: ['home', 'car'], sat: { price: '1', speed: '2' } };

test('an answer of an earlier call is marked as such until it is given anew', () => {
  expect(isCarried('owner', 'own', earlier)).toBe(true);
  expect(isCarried('owner', 'rent', earlier)).toBe(false);
  expect(isCarried('goods', ['home', 'car'], earlier)).toBe(true);
  expect(isCarried('sat', { speed: '2', price: '1' }, earlier)).toBe(true);
});

test('what was not answered then, or is not now, is not carried', () => {
  expect(isCarried('rooms', 4, earlier)).toBe(false);
  expect(isCarried('owner', undefined, earlier)).toBe(false);
});
