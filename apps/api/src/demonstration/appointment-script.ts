import type { Script } from '@alize/model';
import {
  always,
  answered,
  branch,
  identification,
  objections,
  option,
  question,
  refusal,
  step,
} from './script-parts.ts';

/** A review of a home insurance, at a time that the client's calendars have free. */
export const appointmentScript: Script = {
  format: 2,
  steps: [
    identification(
      'Votre contrat {{Contrat|}} est en cours chez nous, et je vous propose un bilan gratuit de votre assurance habitation : c’est un appel commercial.',
    ),
    step({
      id: 'situation',
      title: 'Situation',
      say: 'Pour préparer ce bilan : habitez-vous toujours à {{ville|la même adresse}}, et êtes-vous propriétaire ?',
      questions: [
        question({
          ...{ id: 'logement', kind: 'single', label: 'Occupation du logement', fills: 'custom:Logement' },
          options: [
            option('proprietaire', 'Propriétaire'),
            option('locataire', 'Locataire'),
            option('heberge', 'Hébergé'),
          ],
        }),
        question({
          ...{ id: 'surface', kind: 'number', label: 'Surface en m²', isRequired: false, min: 9, max: 1000 },
        }),
      ],
    }),
    step({
      id: 'changements',
      title: 'Changements',
      say: 'Depuis la signature, y a-t-il eu des changements : travaux, véranda, objets de valeur ?',
      questions: [
        question({
          ...{ id: 'changements', kind: 'multiple', label: 'Changements', isRequired: false },
          isShuffled: true,
          options: [
            option('travaux', 'Travaux'),
            option('extension', 'Extension ou véranda'),
            option('objets', 'Objets de valeur'),
            option('teletravail', 'Télétravail'),
            option('aucun', 'Aucun changement', { isExclusive: true, isFixed: true }),
          ],
        }),
      ],
    }),
    step({
      id: 'proposition',
      title: 'Proposition',
      say: 'Un conseiller peut faire ce bilan avec vous en vingt minutes, par téléphone ou chez vous. Cela vous convient-il ?',
      questions: [
        question({
          ...{ id: 'proposition', kind: 'single', label: 'Rendez-vous' },
          options: [
            option('telephone', 'Oui, par téléphone'),
            option('domicile', 'Oui, à domicile'),
            option('non', 'Non'),
          ],
        }),
      ],
      branches: [branch(answered('proposition', 'non'), 'refus')],
    }),
    step({
      id: 'adresse',
      title: 'Adresse',
      say: 'À quelle adresse le conseiller doit-il venir ? J’ai ici : {{adresse|aucune rue}}, {{code postal|}} {{ville|}}.',
      showIf: answered('proposition', 'domicile'),
      questions: [question({ id: 'adresse', kind: 'address', label: 'Adresse', fills: 'address' })],
    }),
    step({
      id: 'rendez-vous',
      title: 'Rendez-vous',
      say: 'Quel jour et à quelle heure seriez-vous disponible ?',
      note: 'Le créneau choisi est **gardé quelques minutes** pour vous ; il est réservé quand vous terminez l’appel par un succès.',
      questions: [
        question({ id: 'creneau', kind: 'appointment', label: 'Créneau du rendez-vous' }),
        question({
          ...{ id: 'courriel', kind: 'email', label: 'Adresse électronique', fills: 'email' },
          ...{ isRequired: false, help: 'Pour envoyer la confirmation et un rappel' },
        }),
        question({
          ...{ id: 'precisions', kind: 'text', label: 'Précisions pour le conseiller' },
          ...{ isRequired: false, max: 1000 },
        }),
      ],
    }),
    step({
      id: 'conclusion',
      title: 'Conclusion',
      say: 'C’est entendu {{civilite}} {{nom|}} : {{answer:creneau|le rendez-vous est pris}}. Au nom de {{client}}, je vous souhaite une bonne journée.',
      branches: [branch(always, 'end')],
      ending: 'success',
    }),
    refusal,
  ],
  objections,
  scoring: null,
  shuffledBlocks: [],
};
