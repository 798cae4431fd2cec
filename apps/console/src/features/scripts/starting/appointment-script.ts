import type { Script } from '@alize/model';
import { emptyScript, newQuestion, newStep } from '../document/new-parts.ts';
import { isAnswered, objections, opening, option, refusal, type Words } from './parts.ts';

/** Interest, a slot, where to send the confirmation. */
export const appointmentScript = (words: Words): Script => ({
  ...emptyScript,
  steps: [
    opening(words, [
      'Je vous propose un **rendez-vous** avec un conseiller, sans engagement, pour étudier votre situation.',
      'I would like to offer you an **appointment** with an adviser, without obligation, to look at your situation.',
    ]),
    newStep('interet', {
      title: words('Intérêt', 'Interest'),
      say: words('Un tel rendez-vous vous intéresserait-il ?', 'Would such an appointment interest you?'),
      questions: [
        newQuestion('interet', 'single', {
          label: words('Intéressé par un rendez-vous', 'Interested in an appointment'),
          options: [
            option('oui', words('Oui', 'Yes')),
            option('plus-tard', words('Plus tard', 'Later')),
            option('non', words('Non', 'No')),
          ],
        }),
      ],
      branches: [
        { when: isAnswered('interet', 'non'), goTo: 'refus' },
        { when: isAnswered('interet', 'plus-tard'), goTo: 'rappel' },
      ],
    }),
    newStep('rendez-vous', {
      title: words('Rendez-vous', 'Appointment'),
      say: words('Parfait. Quel moment vous arrange ?', 'Very good. Which time suits you?'),
      questions: [
        newQuestion('rendez-vous', 'appointment', { label: words('Créneau', 'Slot') }),
        newQuestion('courriel', 'email', {
          label: words('Courriel pour la confirmation', 'Email for the confirmation'),
          isRequired: false,
          fills: 'email',
        }),
      ],
    }),
    newStep('confirmation', {
      title: words('Confirmation', 'Confirmation'),
      say: words(
        'Je récapitule : rendez-vous {{answer:rendez-vous|au moment convenu}}. Vous recevrez une confirmation. Merci, à bientôt.',
        'To sum up: your appointment is {{answer:rendez-vous|at the time agreed}}. You will receive a confirmation. Thank you, goodbye.',
      ),
      branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'end' }],
      ending: 'success',
    }),
    newStep('rappel', {
      title: words('Rappel', 'Callback'),
      say: words(
        'Bien sûr. Quel jour et à quelle heure puis-je vous rappeler ?',
        'Of course. On which day and at what time may I call you back?',
      ),
      note: words(
        'Notez le moment avec la qualification « Rappel convenu ».',
        'Note the time with the disposition “Callback agreed”.',
      ),
      branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'end' }],
      ending: 'callback',
    }),
    refusal(words),
  ],
  objections: objections(words),
});
