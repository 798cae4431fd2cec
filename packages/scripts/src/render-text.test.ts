import { describe, expect, test } from 'vitest';
import { choice, question, script, step } from '../test/parts.ts';
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
const people = { lead, agentName: 'Hasina', clientName: 'Assurances du Littoral' };
const context = scriptContext(people);

/** What Markdown shows of it. */
const read = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');

describe('a text', () => {
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
    ['{{M:Monsieur|Mme:Madame|?:Bonjour}} !', 'Madame !'],
    ['{{M:prêt|Mme:prête}}', 'prête'],
    ['{{M:prêt|?:prêt ou prête}}', 'prêt ou prête'],
    ['{{M:prêt}}', ''],
    ['**gras** et _penché_', '**gras** et _penché_'],
    ['fin de ligne  \net suite', 'fin de ligne  \net suite'],
  ])('%j reads %j', (say, words) => {
    expect(read(renderText(say, context))).toBe(words);
  });
});

describe('a person whose civility is not known', () => {
  const unknown = scriptContext({ ...people, lead: { ...lead, civility: null } });
  test.each([
    ['Bonjour {{civility}} {{nom}}, ravi{{e}}', 'Bonjour Roussel, ravi(e)'],
    ['{{M:Monsieur|Mme:Madame|?:Bonjour}}', 'Bonjour'],
    ['{{M:content|Mme:contente}}', 'content/contente'],
  ])('%s reads %s', (say, words) => {
    expect(read(renderText(say, unknown))).toBe(words);
  });
});

test('in English values are written as the English do', () => {
  const english = scriptContext({ ...people, language: 'en' });
  expect(read(renderText('{{civility}}, {{cotisation}}, {{proprietaire}}', english))).toBe('Ms, 12.5, yes');
});

describe('earlier answers', () => {
  const asked = script([
    step('all', {
      questions: [
        choice('pet', ['cat', 'dog']),
        choice('pets', ['cat', 'dog'], { kind: 'multiple' }),
        question('at', { kind: 'datetime' }),
        question('day', { kind: 'date' }),
        question('rooms', { kind: 'number' }),
        question('home', { kind: 'address' }),
        question('slot', { kind: 'appointment' }),
        question('name'),
      ],
    }),
  ]);
  const answers = {
    pet: 'cat',
    pets: ['cat', 'dog'],
    at: '2026-12-01T10:00+03:00',
    day: '2026-12-01',
    rooms: 2.5,
    home: { street: '1 rue Haute', postalCode: '69003', city: 'Lyon' },
    slot: `appointment_${'a'.repeat(32)}`,
  };
  const told = scriptContext({ ...people, script: asked, answers, appointment: 'mardi à 10 h' });

  test.each([
    ['{{answer:pet}}', 'cat'],
    ['{{réponse:pets}}', 'cat et dog'],
    ['{{answer:at}}', 'mardi 1er décembre 2026 à 10:00'],
    ['{{answer:day}}', '01/12/2026'],
    ['{{answer:rooms}}', '2,5'],
    ['{{answer:home}}', '1 rue Haute, 69003 Lyon'],
    ['{{answer:slot}}', 'mardi à 10 h'],
    ['{{answer:name|encore rien}}', 'encore rien'],
    ['{{answer:gone}}', '⟦gone⟧'],
    ['{{answer:constructor}}', '⟦constructor⟧'],
  ])('%s reads %s', (say, words) => {
    expect(read(renderText(say, told))).toBe(words);
  });
});

describe('a value', () => {
  const rendered = (value: string) =>
    renderText('{{nom}}', scriptContext({ ...people, lead: { ...lead, lastName: value } }));
  test.each([
    '**gras**',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[clic](javascript:alert(1))',
    '![x](https://example.org/x.png)',
    '# Titre',
    '1. liste',
    '- liste',
    '> citation',
    '`code`',
    'a | b',
    '&lt;b&gt;',
    '{{prenom}}',
    'http://example.org',
    'a@example.org',
    '\\*',
  ])('%j reads as it is, and makes neither Markdown nor HTML', (value) => {
    const markdown = rendered(value);
    expect(read(markdown)).toBe(value);
    // Whatever could begin or end something stands behind a backslash.
    expect(markdown.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_{}[\]()#+\-.!|<>&~=:@]/);
  });

  test('keeps to its line', () => {
    expect(rendered('Roussel\n\n# Titre')).toBe('Roussel \\# Titre');
  });
});
