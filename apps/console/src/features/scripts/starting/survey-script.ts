import type { Script } from '@alize/model';
import { emptyScript, newQuestion, newStep } from '../document/new-parts.ts';
import { isAnswered, objections, opening, option, refusal, type Words } from './parts.ts';

/** Consent, two blocks of opinion in a drawn order, who answers, thanks. */
export const surveyScript = (words: Words): Script => ({
  ...emptyScript,
  steps: [
    {
      ...opening(words, [
        'Nous menons une **enquête de satisfaction** : il n’y a rien à vendre.',
        'We are carrying out a **satisfaction survey**: nothing is for sale.',
      ]),
      webSay: words(
        '**{{client}}** mène une **enquête de satisfaction** : il n’y a rien à vendre. Vous pouvez vous arrêter et reprendre plus tard par le même lien.',
        '**{{clientName}}** is carrying out a **satisfaction survey**: nothing is for sale. You can stop, and go on later by the same link.',
      ),
    },
    newStep('accord', {
      title: words('Accord', 'Consent'),
      say: words(
        'Elle dure trois minutes. Voulez-vous y répondre maintenant ?',
        'It takes three minutes. Would you like to answer it now?',
      ),
      questions: [
        newQuestion('accord', 'single', {
          label: words('Accepte de répondre', 'Agrees to answer'),
          options: [option('oui', words('Oui', 'Yes')), option('non', words('Non', 'No'))],
        }),
      ],
      branches: [{ when: isAnswered('accord', 'non'), goTo: 'refus' }],
    }),
    newStep('satisfaction', {
      title: words('Satisfaction', 'Satisfaction'),
      say: words(
        'De 0 à 10, à quel point êtes-vous satisfait{{e}} de {{client}} ?',
        'From 0 to 10, how satisfied are you with {{clientName}}?',
      ),
      questions: [
        newQuestion('satisfaction', 'scale', {
          label: words('Satisfaction', 'Satisfaction'),
          minLabel: words('Pas du tout', 'Not at all'),
          maxLabel: words('Tout à fait', 'Fully'),
        }),
        newQuestion('raison', 'text', {
          label: words('Pourquoi cette note ?', 'Why this mark?'),
          isRequired: false,
          showIf: { kind: 'answer', questionId: 'satisfaction', row: null, is: 'at_most', value: 6 },
          max: 1000,
        }),
      ],
    }),
    newStep('details', {
      title: words('Dans le détail', 'In detail'),
      say: words('Et que pensez-vous de chacun de ces points ?', 'And what do you think of each of these?'),
      questions: [
        newQuestion('details', 'matrix', {
          label: words('Avis par point', 'Opinion on each point'),
          rows: [
            { value: 'accueil', label: words('L’accueil', 'The welcome') },
            { value: 'delais', label: words('Les délais', 'The waiting times') },
            { value: 'prix', label: words('Le prix', 'The price') },
          ],
          options: [
            option('bon', words('Bon', 'Good')),
            option('moyen', words('Moyen', 'Fair')),
            option('mauvais', words('Mauvais', 'Poor')),
            option('sans-avis', words('Sans avis', 'No opinion')),
          ],
          isShuffled: true,
        }),
      ],
    }),
    newStep('profil', {
      title: words('Profil', 'Profile'),
      say: words(
        'Pour finir, deux questions pour les statistiques.',
        'To finish, two questions for the statistics.',
      ),
      questions: [
        newQuestion('sexe', 'single', {
          label: words('Sexe', 'Sex'),
          options: [
            option('femme', words('Femme', 'Woman')),
            option('homme', words('Homme', 'Man')),
            option('non-dit', words('Ne souhaite pas le dire', 'Prefers not to say')),
          ],
        }),
        newQuestion('age', 'number', { label: words('Âge', 'Age'), min: 18, max: 120 }),
      ],
    }),
    newStep('fin', {
      title: words('Remerciements', 'Thanks'),
      say: words(
        'Merci beaucoup, vos réponses sont enregistrées. Excellente journée.',
        'Thank you, your answers are recorded. Have a good day.',
      ),
      branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'end' }],
      ending: 'success',
    }),
    refusal(words),
  ],
  objections: objections(words),
  shuffledBlocks: [{ id: 'avis', stepIds: ['satisfaction', 'details'] }],
});
