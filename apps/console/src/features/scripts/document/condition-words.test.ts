import type { Condition, Script } from '@alize/model';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { en, fr } from '../texts.ts';
import { conditionWords } from './condition-words.ts';
import { emptyScript, newOption, newQuestion, newStep } from './new-parts.ts';

const i18n = i18next.createInstance();
beforeAll(async () => {
  await i18n.init({
    lng: 'fr',
    resources: { fr: { scripts: fr }, en: { scripts: en } },
    interpolation: { escapeValue: false },
  });
});

const script: Script = {
  ...emptyScript,
  steps: [
    newStep('s1', {
      questions: [
        newQuestion('owner', 'single', {
          label: 'Propriétaire',
          options: [newOption('yes', { label: 'Oui' }), newOption('no', { label: 'Non' })],
        }),
        newQuestion('rating', 'matrix', {
          label: 'Avis',
          rows: [{ value: 'price', label: 'Le prix' }],
          options: [newOption('good', { label: 'Bon' })],
        }),
        newQuestion('home', 'address', { label: 'Adresse' }),
      ],
    }),
  ],
};

const answer = (more: Partial<Extract<Condition, { kind: 'answer' }>>): Condition => ({
  kind: 'answer',
  questionId: 'owner',
  row: null,
  is: 'equals',
  value: 'yes',
  ...more,
});
const enough: Condition = { kind: 'score', is: 'at_least', value: 40 };
const out: Condition = { kind: 'disqualified' };

test.each<[name: string, condition: Condition, french: string, english: string]>([
  ['an option by its label', answer({}), '« Propriétaire » est « Oui »', '“Propriétaire” is “Oui”'],
  ['a score', enough, 'le score atteint 40', 'the score reaches 40'],
  [
    'all of several',
    { kind: 'all', conditions: [answer({}), enough] },
    '« Propriétaire » est « Oui » et le score atteint 40',
    '“Propriétaire” is “Oui” and the score reaches 40',
  ],
  [
    'one of several among all, in brackets',
    { kind: 'all', conditions: [out, { kind: 'any', conditions: [answer({}), enough] }] },
    'une réponse disqualifie la fiche et (« Propriétaire » est « Oui » ou le score atteint 40)',
    'an answer disqualifies the lead and (“Propriétaire” is “Oui” or the score reaches 40)',
  ],
  [
    'a denied “all” as “or” of denied parts',
    { kind: 'not', condition: { kind: 'all', conditions: [answer({}), enough] } },
    '« Propriétaire » n’est pas « Oui » ou le score n’atteint pas 40',
    '“Propriétaire” is not “Oui” or the score does not reach 40',
  ],
  [
    'a group of one without brackets',
    { kind: 'all', conditions: [{ kind: 'any', conditions: [out] }] },
    'une réponse disqualifie la fiche',
    'an answer disqualifies the lead',
  ],
  [
    'a row of a matrix',
    answer({ questionId: 'rating', row: 'price', value: 'good' }),
    '« Avis » (Le prix) est « Bon »',
    '“Avis” (Le prix) is “Bon”',
  ],
  [
    'a part of an address',
    answer({ questionId: 'home', row: 'postalCode', is: 'contains', value: '75' }),
    '« Adresse » (code postal) contient « 75 »',
    '“Adresse” (postal code) contains “75”',
  ],
  [
    'a column of the client’s own',
    { kind: 'field', field: 'custom:Contrat', is: 'answered', value: null },
    'le champ « Contrat » est renseigné',
    'the lead’s “Contrat” is filled in',
  ],
  [
    'what a field is compared with between quotes',
    { kind: 'field', field: 'postalCode', is: 'contains', value: '75' },
    'le champ « code postal » contient « 75 »',
    'the lead’s “postal code” contains “75”',
  ],
  ['nothing to ask', { kind: 'all', conditions: [] }, 'toujours', 'always'],
])('says %s', (_name, condition, french, english) => {
  expect(conditionWords(condition, script, i18n.getFixedT('fr', 'scripts'))).toBe(french);
  expect(conditionWords(condition, script, i18n.getFixedT('en', 'scripts'))).toBe(english);
});
