import type { Script, ScriptQuestion, ScriptStep } from '@alize/model';

const step = (fields: Pick<ScriptStep, 'id' | 'title' | 'say'> & Partial<ScriptStep>): ScriptStep => ({
  isLegal: false,
  questions: [],
  branches: [],
  ...fields,
});

const question = (
  fields: Pick<ScriptQuestion, 'id' | 'kind' | 'label'> & Partial<ScriptQuestion>,
): ScriptQuestion => ({ isRequired: true, options: [], min: null, max: null, ...fields });

const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];

/** The caller says who calls, for whom and why, before anything else (C. conso. L.221-16). */
const identification = (why: string) =>
  step({
    id: 'identification',
    title: 'Présentation',
    say: `Bonjour {{civilite}} {{nom|}}, je suis {{agent}}, je vous appelle pour {{client}}. ${why} Vous pouvez à tout moment refuser d’être rappelé{{e}}.`,
    isLegal: true,
  });

const objections = [
  {
    title: 'Je n’ai pas le temps',
    answer: 'Je comprends. Quand puis-je vous rappeler ? Cela ne prendra que trois minutes.',
  },
  {
    title: 'Comment avez-vous eu mon numéro ?',
    answer:
      'C’est celui que vous avez confié à {{client}} avec votre contrat {{Contrat|}}. Je peux noter tout de suite que vous ne souhaitez plus être appelé{{e}}.',
  },
  {
    title: 'Ne m’appelez plus',
    answer: 'C’est noté, votre numéro est retiré de nos appels dès maintenant. Excusez-nous du dérangement.',
  },
];

export const surveyScript: Script = {
  steps: [
    identification('Nous menons une enquête de satisfaction auprès de nos assurés : rien n’est à vendre.'),
    step({
      id: 'accord',
      title: 'Accord',
      say: 'L’enquête compte quatre questions et dure trois minutes. Voulez-vous y répondre maintenant ?',
      questions: [question({ id: 'accord', kind: 'single', label: 'Accepte de répondre', options: yesNo })],
      branches: [{ questionId: 'accord', equals: 'non', goTo: 'conclusion' }],
    }),
    step({
      id: 'satisfaction',
      title: 'Satisfaction',
      say: 'De 0 à 10, à quel point êtes-vous satisfait{{e}} de votre contrat {{Contrat|}} ?',
      questions: [
        question({ id: 'satisfaction', kind: 'scale', label: 'Satisfaction générale', min: 0, max: 10 }),
        question({
          id: 'recommandation',
          kind: 'scale',
          label: 'Recommanderait {{client}} à un proche',
          min: 0,
          max: 10,
        }),
      ],
    }),
    step({
      id: 'contact',
      title: 'Dernier contact',
      say: 'Avez-vous eu affaire à nos conseillers au cours des douze derniers mois ?',
      questions: [question({ id: 'contact', kind: 'single', label: 'Contact récent', options: yesNo })],
      branches: [{ questionId: 'contact', equals: 'non', goTo: 'attentes' }],
    }),
    step({
      id: 'accueil',
      title: 'Qualité de l’accueil',
      say: 'Qu’avez-vous pensé de ce contact ?',
      questions: [
        question({
          id: 'accueil',
          kind: 'multiple',
          label: 'Points relevés',
          isRequired: false,
          options: [
            { value: 'rapide', label: 'Réponse rapide' },
            { value: 'clair', label: 'Explications claires' },
            { value: 'attente', label: 'Attente trop longue' },
            { value: 'transferts', label: 'Trop de transferts' },
          ],
        }),
      ],
    }),
    step({
      id: 'attentes',
      title: 'Attentes',
      say: 'Qu’est-ce que {{client}} devrait améliorer en premier ?',
      questions: [question({ id: 'attentes', kind: 'text', label: 'Attentes', isRequired: false })],
    }),
    step({
      id: 'conclusion',
      title: 'Conclusion',
      say: 'Merci beaucoup {{civilite}} {{nom|}}, au nom de {{client}}. Je vous souhaite une bonne journée.',
    }),
  ],
  objections,
};

export const appointmentScript: Script = {
  steps: [
    identification(
      'Votre contrat {{Contrat|}} est en cours chez nous, et je vous propose un bilan gratuit de votre assurance habitation.',
    ),
    step({
      id: 'situation',
      title: 'Situation',
      say: 'Pour préparer ce bilan : habitez-vous toujours à {{ville|la même adresse}}, et êtes-vous propriétaire ?',
      questions: [
        question({
          id: 'logement',
          kind: 'single',
          label: 'Occupation du logement',
          options: [
            { value: 'proprietaire', label: 'Propriétaire' },
            { value: 'locataire', label: 'Locataire' },
            { value: 'heberge', label: 'Hébergé' },
          ],
        }),
        question({
          id: 'surface',
          kind: 'number',
          label: 'Surface en m²',
          isRequired: false,
          min: 9,
          max: 1000,
        }),
      ],
    }),
    step({
      id: 'changements',
      title: 'Changements',
      say: 'Depuis la signature, y a-t-il eu des changements : travaux, véranda, objets de valeur ?',
      questions: [
        question({
          id: 'changements',
          kind: 'multiple',
          label: 'Changements',
          isRequired: false,
          options: [
            { value: 'travaux', label: 'Travaux' },
            { value: 'extension', label: 'Extension ou véranda' },
            { value: 'objets', label: 'Objets de valeur' },
            { value: 'teletravail', label: 'Télétravail' },
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
          id: 'proposition',
          kind: 'single',
          label: 'Rendez-vous',
          options: [
            { value: 'telephone', label: 'Oui, par téléphone' },
            { value: 'domicile', label: 'Oui, à domicile' },
            { value: 'non', label: 'Non' },
          ],
        }),
      ],
      branches: [{ questionId: 'proposition', equals: 'non', goTo: 'conclusion' }],
    }),
    step({
      id: 'rendez-vous',
      title: 'Rendez-vous',
      say: 'Quel jour et à quelle heure seriez-vous disponible ?',
      questions: [
        question({ id: 'appointmentAt', kind: 'datetime', label: 'Date et heure du rendez-vous' }),
        question({
          id: 'precisions',
          kind: 'text',
          label: 'Précisions pour le conseiller',
          isRequired: false,
        }),
      ],
    }),
    step({
      id: 'conclusion',
      title: 'Conclusion',
      say: 'Merci {{civilite}} {{nom|}}. Au nom de {{client}}, je vous souhaite une bonne journée.',
    }),
  ],
  objections,
};
