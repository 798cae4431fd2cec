import { expect, test } from 'vitest';
import { frenchOf } from './french-of.ts';

test.each([
  ['Paris', 'de Paris'],
  ['Antananarivo', 'd’Antananarivo'],
  ['Îles Féroé', 'd’Îles Féroé'],
  ['La Réunion', 'de La Réunion'],
  ['', 'de '],
])('puts “de” before %s', (name, text) => {
  expect(frenchOf(name)).toBe(text);
});
