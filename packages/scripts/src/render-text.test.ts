import { expect, test } from 'vitest';
import { renderText, scriptContext } from './index.ts';

const lead = {
  phoneNumber: '+33639980001',
  reference: null,
  civility: 'Mme',
  firstName: 'Claire',
  lastName: 'Roussel',
  company: null,
  email: null,
  birthDate: '1967-05-12',
  address: null,
  postalCode: '69003',
  city: 'Lyon',
  comment: null,
  custom: {
    'Date d’échéance': '12 mars',
    Ville: 'Nice',
    Effet: '2026-12-31',
    Cotisation: 12.5,
    Propriétaire: true,
  },
} as const;
const context = scriptContext({ lead, agentName: 'Hasina', clientName: 'Assurances du Littoral' });

test.each([
  [
    'Bonjour {{civility}} {{lastName}}, {{agent}} de {{client}}.',
    'Bonjour Madame Roussel, Hasina de Assurances du Littoral.',
  ],
  ['Bonjour {{Civilité}} {{ Nom }}', 'Bonjour Madame Roussel'],
  ['à {{ville}} ({{code postal}})', 'à Lyon (69003)'],
  ['{{first_name}}', 'Claire'],
  ['le {{Date d’échéance}}', 'le 12 mars'],
  ['{{cotisation}} € dès le {{effet}}', '12,5 € dès le 31/12/2026'],
  ['propriétaire : {{proprietaire}}', 'propriétaire : oui'],
  ['né{{e}} le {{date de naissance}}', 'née le 12/05/1967'],
  ['au {{telephone}}', 'au +33639980001'],
  ['{{Courriel|pas de courriel}}', 'pas de courriel'],
  ['Vous êtes ravi{{e}} ?', 'Vous êtes ravie ?'],
  ['chez {{company|votre entreprise}}', 'chez votre entreprise'],
  ['chez {{company}} depuis', 'chez depuis'],
  ['votre {{contrat|contrat}}', 'votre contrat'],
  ['votre {{contrat}}', 'votre ⟦contrat⟧'],
  ['{{constructor}}', '⟦constructor⟧'],
  ['{ } {{}} {{|x}}', '{ } {{}} {{|x}}'],
])('%s reads %s', (say, read) => {
  expect(renderText(say, context)).toBe(read);
});

test('says nothing of a civility that is not known', () => {
  const unknown = scriptContext({ lead: { ...lead, civility: null }, agentName: '', clientName: '' });
  expect(renderText('Bonjour {{civility}} {{nom}}, ravi{{e}}', unknown)).toBe('Bonjour Roussel, ravi(e)');
});

test('a value with braces is shown as it is', () => {
  expect(renderText('{{a}}', { a: '{{b}}', b: 'no' })).toBe('{{b}}');
});
