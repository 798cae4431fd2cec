import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en, fr } from '../texts.ts';
import { placeWords } from './place-words.ts';

const i18n = i18next.createInstance();
beforeAll(async () => {
  await i18n.init({ lng: 'fr', resources: { fr: { scripts: fr }, en: { scripts: en } } });
});

test.each([
  ['/steps/0/title', 'Étape 1 · Titre'],
  ['/steps/2/say', 'Étape 3 · À dire'],
  ['/steps/1/questions/0/options/11/label', 'Étape 2 · Question 1 · Réponse 12 · Libellé'],
  ['/steps/1/branches/0/when/conditions/3/value', 'Étape 2 · Embranchement 1'],
  ['/steps/1/questions/0/options', 'Étape 2 · Question 1'],
  ['/objections/1/answer', 'Objection 2 · Réponse à donner'],
  ['/scoring/stages/0/label', 'Stade 1 · Libellé'],
  ['/steps', ''],
  ['', ''],
])('says where %s leads', (pointer, words) => {
  expect(placeWords(pointer, i18n.getFixedT('fr', 'scripts'))).toBe(words);
});
