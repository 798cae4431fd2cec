import { expect, test } from 'vitest';
import { badEmail, documentOf, formOf } from './handover-form.ts';

const document = {
  ...{ isOn: true, hasCsvDrop: false, language: 'fr' as const },
  emails: ['commercial@example.org', 'agence@example.org'],
  rejectionReasons: ['Déjà client', 'Projet abandonné'],
};

test('settings go through the form unchanged', () => {
  expect(documentOf(formOf(document))).toEqual(document);
});

test('addresses stand on lines or between commas, each once; a reason keeps its spaces', () => {
  const form = { ...formOf(document), emails: ' a@example.org, b@example.org;a@example.org\n\n' };
  expect(documentOf(form).emails).toEqual(['a@example.org', 'b@example.org']);
  expect(
    documentOf({ ...form, rejectionReasons: ' Hors secteur \n\nHors secteur' }).rejectionReasons,
  ).toEqual(['Hors secteur']);
});

test('an address that is none is named', () => {
  expect(badEmail({ ...formOf(document), emails: 'a@example.org\ncommercial' })).toBe('commercial');
  expect(badEmail(formOf(document))).toBeNull();
});
