import { standardImportSettings } from '@alize/leads';
import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import { fits, withTemplate } from './template-fit.ts';

test('a template is for files with the same headings, in their order', () => {
  const headings = ['Téléphone', 'Nom'];
  expect(fits({ headings }, ['téléphone ', 'NOM'])).toBe(true);
  expect(fits({ headings }, ['Nom', 'Téléphone'])).toBe(false);
  expect(fits({ headings }, ['Téléphone'])).toBe(false);
});

test('a template leaves the name of the list alone', () => {
  const settings = { ...standardImportSettings, consentsAreInformed: true };
  const draft = withTemplate(newDraft('mai.csv', null), { id: `template_${'0'.repeat(32)}`, settings });
  expect(draft).toMatchObject({ listName: 'mai', settings: { consentsAreInformed: true } });
});
