import { expect, test } from 'vitest';
import { neutralText } from './neutral-text.ts';

test.each([
  ['Êtes-vous content de {{client}} ?', 'Êtes-vous content de Alpha_*1 ?'],
  [
    '{{civilite}} {{Prénom|vous}}, êtes-vous {{M:content|Mme:contente}} ?',
    '[civilite] vous, êtes-vous content/contente ?',
  ],
  ['Ravi{{e}} de {{answer:q1}}, **vraiment** et 2\\*3', 'Ravi(e) de […], vraiment et 2*3'],
  ['{{M:Monsieur|Mme:Madame|?:Madame, Monsieur}}', 'Madame, Monsieur'],
])('%s is read as %s', (say, read) => {
  expect(neutralText(say, 'Alpha_*1')).toBe(read);
});

test('nobody is named where no client is', () => {
  expect(neutralText('Chez {{client}}')).toBe('Chez [client]');
});
