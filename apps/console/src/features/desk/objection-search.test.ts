import { expect, test } from 'vitest';
import { objectionsFor } from './objection-search.ts';

const late = { title: 'Je n’ai pas le temps', answer: 'Quand puis-je vous rappeler ?' };
const number = { title: 'D’où avez-vous mon numéro ?', answer: 'De votre contrat, le temps d’un bilan.' };
const stop = { title: 'Ne m’appelez plus', answer: 'C’est noté.' };
const all = [number, late, stop];

test('finds by title before answer, whatever the accents, the case and the apostrophe', () => {
  expect(objectionsFor(all, 'TEMPS')).toEqual([late, number]);
  expect(objectionsFor(all, 'numero')).toEqual([number]);
  expect(objectionsFor(all, "m'app")).toEqual([stop]);
});

test('every word typed must be there; nothing typed shows all', () => {
  expect(objectionsFor(all, 'temps contrat')).toEqual([number]);
  expect(objectionsFor(all, 'facture')).toEqual([]);
  expect(objectionsFor(all, ' ')).toEqual(all);
});
