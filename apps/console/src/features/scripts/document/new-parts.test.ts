import { expect, test } from 'vitest';
import { asKind, freshId, nameOf, newOption, newQuestion } from './new-parts.ts';

test.each([
  ['Êtes-vous propriétaire ?', [], 'etes-vous-proprietaire'],
  ['Âge', ['age'], 'age-1'],
  ['Âge', ['age', 'age-1'], 'age-2'],
  ['12 %', [], '12'],
  ['Une question bien trop longue pour un nom de colonne', [], 'une-question-bien-trop-longue-po'],
  ['…', [], null],
  ['End', [], null],
])('%s, beside %j, is named %s', (label, taken, name) => {
  expect(nameOf(label, taken)).toBe(name);
});

test('the first free number makes an id', () => {
  expect(freshId('s', ['s1', 's3'])).toBe('s2');
});

test('a question that becomes another kind keeps its words, and its options where that kind has some', () => {
  const options = [newOption('yes', { label: 'Oui' })];
  const single = newQuestion('q', 'single', { label: 'Propriétaire', options });
  expect(asKind(single, 'multiple')).toMatchObject({ label: 'Propriétaire', options });
  expect(asKind(single, 'scale')).toMatchObject({ label: 'Propriétaire', options: [], min: 0, max: 10 });
});
