import { expect, test } from 'vitest';
import { answersShown } from './answer-text.ts';
import { option, question, step } from './demonstration/script-parts.ts';

const script = {
  ...({ format: 2, objections: [], scoring: null, shuffledBlocks: [] } as const),
  steps: [
    step({
      ...{ id: 'a', title: 'A', say: '' },
      questions: [
        question({
          id: 'choix',
          kind: 'multiple',
          label: 'Choix',
          options: [option('x', 'Un'), option('y', 'Deux')],
        }),
        question({ id: 'ou', kind: 'address', label: 'Adresse' }),
        question({
          ...{ id: 'avis', kind: 'matrix', label: 'Avis', options: [option('bien', 'Bien')] },
          rows: [
            { value: 'prix', label: 'Le prix' },
            { value: 'delai', label: 'Le délai' },
          ],
        }),
        question({ id: 'note', kind: 'number', label: 'Note' }),
        question({ id: 'le', kind: 'date', label: 'Le' }),
        question({ id: 'vers', kind: 'datetime', label: 'Vers' }),
        question({ id: 'rdv', kind: 'appointment', label: 'Rendez-vous' }),
      ],
    }),
  ],
};

test('answers are shown in the words and the order of the script, without what follows from them', () => {
  const answers = {
    ...{ note: 1250.5, le: '2026-03-03', vers: '2026-03-03T14:30', rdv: 'appointment_1' },
    ...{ score: 30, isQualified: true, 'said:a': true },
    ...{ avis: { delai: 'bien' }, ou: { city: 'Quimper', street: '12 rue des Lilas' }, choix: ['y', 'x'] },
  };
  expect(answersShown(script, answers, 'fr').map(({ label, value }) => `${label} = ${value}`)).toEqual([
    'Choix = Deux, Un',
    'Adresse = 12 rue des Lilas, Quimper',
    'Avis = Le délai : Bien',
    'Note = 1\u202f250,5',
    'Le = 3 mars 2026',
    'Vers = 3 mars 2026 à 14:30',
  ]);
  const english = answersShown(script, answers, 'en').map(({ value }) => value);
  expect(english).toEqual(expect.arrayContaining(['1,250.5', '3 March 2026', '3 March 2026 at 14:30']));
});
