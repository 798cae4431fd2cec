import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameCase } from './name-case.ts';

test.each([
  ['DUPONT', 'Dupont'],
  ['dupont', 'Dupont'],
  ['JEAN-PIERRE', 'Jean-Pierre'],
  ['jean-pierre', 'Jean-Pierre'],
  ['MARIE CLAIRE', 'Marie Claire'],
  ['ÉLODIE', 'Élodie'],
  ['ZOÉ', 'Zoé'],
  ['D’ARTAGNAN', 'd’Artagnan'],
  ["D'ORLÉANS", "d'Orléans"],
  ["O'BRIEN", "O'Brien"],
  ['L’HERMITE', 'L’Hermite'],
  ['DE LA TOUR', 'de la Tour'],
  ['DU BELLAY', 'du Bellay'],
  ['CHARLES DE GAULLE', 'Charles de Gaulle'],
  ['LA FONTAINE', 'La Fontaine'],
  ['LE GALL', 'Le Gall'],
  ['DE LATTRE DE TASSIGNY', 'de Lattre de Tassigny'],
  ['MCDONALD', 'McDonald'],
  ['DE', 'De'],
  ['X', 'X'],
])('%s becomes %s', (name, written) => {
  expect(nameCase(name)).toBe(written);
});

test.each([
  'McDonald',
  'de la Tour',
  'LeBlanc',
  'd’Artagnan',
  'van der Berg',
  'Jean-Pierre',
  '李',
  'محمد',
  'Groß',
  '',
  '42',
])('%s is left as somebody wrote it', (name) => {
  expect(nameCase(name)).toBe(name);
});

test('what it has written it leaves alone', () => {
  const word = fc.string({ unit: fc.constantFrom(..."AÉÇŒDELUMCX-’' İßǆŉaédelumc"), maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(word, fc.string({ unit: 'grapheme' })), (text) => {
      for (const name of [text, text.toUpperCase(), text.toLowerCase()]) {
        const written = nameCase(name);
        expect(nameCase(written)).toBe(written);
        expect(written.toUpperCase()).toBe(name.toUpperCase());
      }
    }),
    { numRuns: 2000 },
  );
});
