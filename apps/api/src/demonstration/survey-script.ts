import type { Script } from '@alize/model';
import {
  always,
  answered,
  branch,
  identification,
  objections,
  option,
  outOfTarget,
  question,
  refusal,
  step,
  yesNo,
} from './script-parts.ts';

/** How satisfied the insured are: with a screening, filters, a block in drawn order and a matrix. */
export const surveyScript: Script = {
  format: 2,
  steps: [
    {
      ...identification(
        'Nous menons une enquête de satisfaction auprès de nos assurés : rien n’est à vendre.',
      ),
      webSay:
        '{{M:Bonjour Monsieur|Mme:Bonjour Madame|?:Bonjour}} {{nom|}},\n\n**{{client}}** mène une enquête de satisfaction auprès de ses assurés : rien n’est à vendre. Vous pouvez vous arrêter à tout moment et reprendre plus tard par le même lien.',
    },
    step({
      id: 'accord',
      title: 'Accord',
      say: 'L’enquête dure trois minutes. Voulez-vous y répondre maintenant ?',
      note: 'Si le moment est mal choisi, proposez un **rappel** : les réponses déjà données sont gardées.',
      questions: [question({ id: 'accord', kind: 'single', label: 'Accepte de répondre', options: yesNo })],
      branches: [branch(answered('accord', 'non'), 'refus')],
    }),
    step({
      id: 'profil',
      title: 'Profil',
      say: 'Êtes-vous bien la personne titulaire du contrat {{Contrat|}}, et dans quelle tranche d’âge vous situez-vous ?',
      questions: [
        question({ id: 'titulaire', kind: 'single', label: 'Titulaire du contrat', options: yesNo }),
        question({
          id: 'age',
          kind: 'single',
          label: 'Tranche d’âge',
          showIf: { kind: 'not', condition: answered('titulaire', 'non') },
          options: [
            option('18-34', 'De 18 à 34 ans'),
            option('35-49', 'De 35 à 49 ans'),
            option('50-64', 'De 50 à 64 ans'),
            option('65+', '65 ans et plus'),
          ],
        }),
      ],
      branches: [branch(answered('titulaire', 'non'), 'hors-cible')],
    }),
    step({
      id: 'satisfaction',
      title: 'Satisfaction',
      say: 'De 0 à 10, à quel point êtes-vous satisfait{{e}} de votre contrat {{Contrat|}} ?',
      questions: [
        question({
          ...{ id: 'satisfaction', kind: 'scale', label: 'Satisfaction générale', min: 0, max: 10 },
          ...{ minLabel: 'Pas du tout satisfait', maxLabel: 'Tout à fait satisfait' },
        }),
        question({
          ...{ id: 'recommandation', kind: 'scale', min: 0, max: 10 },
          label: 'Recommanderait {{client}} à un proche',
          ...{ minLabel: 'Certainement pas', maxLabel: 'Certainement' },
        }),
      ],
    }),
    step({
      id: 'aspects',
      title: 'Aspects du contrat',
      say: 'Pour chacun de ces points, diriez-vous que vous êtes très satisfait{{e}}, plutôt satisfait{{e}}, plutôt pas ou pas du tout satisfait{{e}} ?',
      questions: [
        question({
          ...{ id: 'aspects', kind: 'matrix', label: 'Satisfaction par aspect', isShuffled: true },
          isRequired: false,
          rows: [
            { value: 'garanties', label: 'Les garanties' },
            { value: 'prix', label: 'Le prix' },
            { value: 'clarte', label: 'La clarté des documents' },
            { value: 'remboursement', label: 'La rapidité des remboursements' },
          ],
          options: [
            option('tres', 'Très satisfait'),
            option('plutot', 'Plutôt satisfait'),
            option('peu', 'Plutôt pas satisfait'),
            option('pas', 'Pas du tout satisfait'),
          ],
        }),
      ],
    }),
    step({
      id: 'contact',
      title: 'Dernier contact',
      say: 'Avez-vous eu affaire à nos conseillers au cours des douze derniers mois ?',
      questions: [question({ id: 'contact', kind: 'single', label: 'Contact récent', options: yesNo })],
    }),
    step({
      id: 'accueil',
      title: 'Qualité de l’accueil',
      say: 'Qu’avez-vous pensé de ce contact ?',
      showIf: answered('contact', 'oui'),
      questions: [
        question({
          ...{
            id: 'accueil',
            kind: 'multiple',
            label: 'Points relevés',
            isRequired: false,
            isShuffled: true,
          },
          options: [
            option('rapide', 'Réponse rapide'),
            option('clair', 'Explications claires'),
            option('attente', 'Attente trop longue'),
            option('transferts', 'Trop de transferts'),
            option('aucun', 'Rien de particulier', { isExclusive: true, isFixed: true }),
          ],
        }),
      ],
    }),
    step({
      id: 'attentes',
      title: 'Attentes',
      say: '{{M:Dernière question, Monsieur|Mme:Dernière question, Madame|?:Dernière question}} : qu’est-ce que {{client}} devrait améliorer en premier ?',
      questions: [
        question({
          ...{
            id: 'raison',
            kind: 'text',
            label: 'Raison de l’insatisfaction',
            isRequired: false,
            max: 1000,
          },
          showIf: { kind: 'answer', questionId: 'recommandation', row: null, is: 'at_most', value: 6 },
        }),
        question({ id: 'attentes', kind: 'text', label: 'Attentes', isRequired: false, max: 1000 }),
      ],
    }),
    step({
      id: 'conclusion',
      title: 'Conclusion',
      say: 'Merci beaucoup {{civilite}} {{nom|}}, au nom de {{client}}. Je vous souhaite une bonne journée.',
      branches: [branch(always, 'end')],
      ending: 'success',
    }),
    refusal,
    outOfTarget,
  ],
  objections,
  scoring: null,
  shuffledBlocks: [{ id: 'avis', stepIds: ['satisfaction', 'aspects'] }],
};
