import { expect, test } from 'vitest';
import { frenchSpaces } from './french-spaces.ts';

test.each([
  ['Êtes-vous prêt ?', 'Êtes-vous prêt\u202f?'],
  ['Bien ! Poursuivons ; merci', 'Bien\u202f! Poursuivons\u202f; merci'],
  ['Il dit « bonjour ».', 'Il dit «\u202fbonjour\u202f».'],
  ['Raison : pause', 'Raison\u00a0: pause'],
  ['à 10:30, https://exemple.fr', 'à 10:30, https://exemple.fr'],
])('typesets %s', (plain, typeset) => {
  expect(frenchSpaces(plain)).toBe(typeset);
});
