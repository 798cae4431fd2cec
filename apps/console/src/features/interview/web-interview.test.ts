import type { Script, ScriptQuestion } from '@alize/model';
import { renderText } from '@alize/scripts';
import { expect, test } from 'vitest';
import { missingOnPage, webContext } from './web-interview.ts';

const question = (id: string, kind: ScriptQuestion['kind']): ScriptQuestion => ({
  ...{ id, kind, label: id, help: '', isRequired: true, options: [], rows: [], min: null, max: null },
  ...{ minLabel: '', maxLabel: '', showIf: null, isShuffled: false, fills: null, bands: [] },
});
const script: Script = {
  format: 2,
  steps: [
    {
      ...{ id: 'hello', title: 'Bonjour', say: '', webSay: '', legal: ['identity'], note: '', showIf: null },
      questions: [question('age', 'number'), question('visit', 'appointment')],
      ...{ branches: [], ending: null },
    },
  ],
  objections: [],
  scoring: null,
  shuffledBlocks: [],
};
const facts = { fields: {}, seed: 1 };

test('a respondent is asked for neither legal ticks nor appointments, only for their answers', () => {
  expect(missingOnPage(script, 'hello', {}, facts)).toEqual(['age']);
  expect(missingOnPage(script, 'hello', { age: 41 }, facts)).toEqual([]);
});

test('placeholders are filled from the fields that the link opens, the client’s own columns among them', () => {
  const context = webContext({
    script,
    answers: {},
    fields: { civility: 'Mme', lastName: 'Martin', 'custom:Contrat': 'Habitat' },
    clientName: 'Assurances du Port',
    language: 'fr',
  });
  const said = renderText('{{civilite}} {{nom}}, contrat {{Contrat}} de {{client}} à {{ville|?}}', context);
  expect(said).toBe('Madame Martin, contrat Habitat de Assurances du Port à ?');
});
