import type { Script } from '@alize/model';
import { emptyScript, newQuestion, newStep } from '../document/new-parts.ts';
import { isAnswered, objections, opening, option, refusal, type Words } from './parts.ts';

/** Need, means and time of a project, with points; details put right; a verdict. */
export const qualificationScript = (words: Words): Script => ({
  ...emptyScript,
  steps: [
    opening(words, [
      'Vous avez manifesté un intérêt pour nos offres : je vous pose quelques **questions sur votre projet**, pour qu’un conseiller vous rappelle avec une proposition adaptée.',
      'You showed an interest in our offers: I have a few **questions about your project**, so that an adviser can call you with a proposal that fits.',
    ]),
    newStep('projet', {
      title: words('Projet', 'Project'),
      say: words('Votre projet est-il toujours d’actualité ?', 'Is your project still on?'),
      questions: [
        newQuestion('projet', 'single', {
          label: words('Projet d’actualité', 'Project still on'),
          options: [
            option('oui', words('Oui', 'Yes'), { points: 20 }),
            option('non', words('Non', 'No'), { isDisqualifying: true }),
          ],
        }),
      ],
      branches: [{ when: isAnswered('projet', 'non'), goTo: 'refus' }],
    }),
    newStep('criteres', {
      title: words('Critères', 'Criteria'),
      say: words(
        'Pour quand l’envisagez-vous, et avec quel budget ?',
        'When do you plan it for, and with what budget?',
      ),
      questions: [
        newQuestion('echeance', 'single', {
          label: words('Échéance', 'When'),
          options: [
            option('trois-mois', words('Moins de 3 mois', 'Within 3 months'), { points: 30 }),
            option('un-an', words('Dans l’année', 'Within the year'), { points: 15 }),
            option('plus-tard', words('Plus tard', 'Later')),
          ],
        }),
        newQuestion('budget', 'number', {
          label: words('Budget, en euros', 'Budget, in euros'),
          min: 0,
          bands: [
            { from: null, to: 2000, points: 0, isDisqualifying: false },
            { from: 2000, to: 10_000, points: 15, isDisqualifying: false },
            { from: 10_000, to: null, points: 30, isDisqualifying: false },
          ],
        }),
        newQuestion('decideur', 'single', {
          label: words('Décide du projet', 'Decides on the project'),
          options: [
            option('seul', words('Oui', 'Yes'), { points: 20 }),
            option('a-plusieurs', words('Avec d’autres', 'With others'), { points: 10 }),
            option('non', words('Non', 'No')),
          ],
        }),
      ],
      branches: [
        {
          when: { kind: 'not', condition: { kind: 'score', is: 'at_least', value: 60 } },
          goTo: 'hors-cible',
        },
      ],
    }),
    newStep('coordonnees', {
      title: words('Coordonnées', 'Details'),
      say: words(
        'Un conseiller de {{client}} va vous rappeler. Vérifions vos coordonnées : vous habitez bien {{ville|…}} ?',
        'An adviser of {{clientName}} will call you. Let us check your details: you live in {{city|…}}, do you not?',
      ),
      questions: [
        newQuestion('ville', 'text', {
          label: words('Ville', 'City'),
          isRequired: false,
          fills: 'city',
          max: 100,
        }),
        newQuestion('courriel', 'email', {
          label: words('Courriel', 'Email'),
          isRequired: false,
          fills: 'email',
        }),
      ],
      branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'end' }],
      ending: 'success',
    }),
    newStep('hors-cible', {
      title: words('Hors cible', 'Out of target'),
      say: words(
        'Merci pour vos réponses. Nous reviendrons vers vous si une offre correspond à votre projet.',
        'Thank you for your answers. We will come back to you if an offer fits your project.',
      ),
      branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'end' }],
      ending: 'out_of_target',
    }),
    refusal(words),
  ],
  objections: objections(words),
  scoring: {
    stages: [
      { id: 'froid', label: words('Froid', 'Cold'), from: 0 },
      { id: 'tiede', label: words('Tiède', 'Warm'), from: 40 },
      { id: 'chaud', label: words('Chaud', 'Hot'), from: 60 },
    ],
    qualifiedFrom: 60,
  },
});
