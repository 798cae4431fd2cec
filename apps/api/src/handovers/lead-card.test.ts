import { expect, test } from 'vitest';
import { option, question, step } from '../demonstration/script-parts.ts';
import { answersShown } from './lead-card.ts';

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
      ],
    }),
  ],
};

test('answers are shown in the words and the order of the script, without what follows from them', () => {
  const answers = {
    ...{ note: 8, score: 30, isQualified: true, 'said:a': true },
    ...{ avis: { delai: 'bien' }, ou: { city: 'Quimper', street: '12 rue des Lilas' }, choix: ['y', 'x'] },
  };
  expect(answersShown(script, answers).map(({ label, value }) => `${label} = ${value}`)).toEqual([
    'Choix = Deux, Un',
    'Adresse = 12 rue des Lilas, Quimper',
    'Avis = Le délai : Bien',
    'Note = 8',
  ]);
});
