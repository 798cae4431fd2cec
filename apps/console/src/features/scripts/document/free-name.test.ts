import { expect, test } from 'vitest';
import { freeName } from './free-name.ts';

test('a name that is taken gets the first free number', () => {
  expect(freeName('Enquête', [])).toBe('Enquête');
  expect(freeName('Enquête', ['Enquête'])).toBe('Enquête 2');
  expect(freeName('Enquête', ['Enquête', 'Enquête 2'])).toBe('Enquête 3');
});
