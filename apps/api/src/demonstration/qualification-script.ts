import type { Script } from '@alize/model';
import {
  always,
  branch,
  identification,
  objections,
  option,
  outOfTarget,
  question,
  step,
} from './script-parts.ts';

/** Who is about to choose a health insurance: points by answer, answers that disqualify, and a lead put right. */
export const qualificationScript: Script = {
  format: 2,
  steps: [
    identification(
      'Vous êtes déjà assuré{{e}} chez nous, et nous préparons nos offres de complémentaire santé : c’est un appel commercial, sans engagement.',
    ),
    step({
      id: 'projet',
      title: 'Projet',
      say: 'Envisagez-vous de changer de complémentaire santé ou d’en prendre une ?',
      questions: [
        question({
          ...{ id: 'projet', kind: 'single', label: 'Échéance du projet' },
          options: [
            option('trois-mois', 'Dans les trois mois', { points: 30 }),
            option('un-an', 'Dans l’année', { points: 15 }),
            option('plus-tard', 'Plus tard', { points: 5 }),
            option('aucun', 'Aucun projet', { isDisqualifying: true, isFixed: true }),
          ],
        }),
      ],
      branches: [branch({ kind: 'disqualified' }, 'hors-cible')],
    }),
    step({
      id: 'situation',
      title: 'Situation',
      say: 'Quelle est votre situation aujourd’hui, et combien de personnes seraient à couvrir ?',
      questions: [
        question({
          ...{ id: 'statut', kind: 'single', label: 'Situation professionnelle', fills: 'custom:Statut' },
          options: [
            option('independant', 'Indépendant', { points: 20 }),
            option('retraite', 'Retraité', { points: 20 }),
            option('sans-emploi', 'Sans emploi', { points: 10 }),
            option('etudiant', 'Étudiant', { points: 5 }),
            option('salarie', 'Salarié, couvert par l’employeur', { isDisqualifying: true }),
          ],
        }),
        question({
          ...{ id: 'foyer', kind: 'number', label: 'Personnes à couvrir', min: 1, max: 12 },
          bands: [
            { from: null, to: 2, points: 5, isDisqualifying: false },
            { from: 2, to: null, points: 15, isDisqualifying: false },
          ],
        }),
      ],
      branches: [branch({ kind: 'disqualified' }, 'hors-cible')],
    }),
    step({
      id: 'decision',
      title: 'Décision',
      say: 'Êtes-vous la personne qui choisit, et quel budget mensuel prévoyez-vous ?',
      questions: [
        question({
          ...{ id: 'decideur', kind: 'single', label: 'Qui décide' },
          options: [
            option('seul', 'La personne elle-même', { points: 20 }),
            option('ensemble', 'Avec son conjoint', { points: 10 }),
            option('autre', 'Quelqu’un d’autre'),
          ],
        }),
        question({
          ...{ id: 'budget', kind: 'number', label: 'Budget mensuel en euros', isRequired: false },
          ...{ min: 0, max: 2000 },
          bands: [
            { from: null, to: 30, points: 0, isDisqualifying: false },
            { from: 30, to: 80, points: 10, isDisqualifying: false },
            { from: 80, to: null, points: 15, isDisqualifying: false },
          ],
        }),
      ],
    }),
    step({
      id: 'coordonnees',
      title: 'Coordonnées',
      say: 'Où peut-on vous joindre pour la suite ? J’ai ici {{adresse|aucune rue}}, {{code postal|}} {{ville|}}.',
      showIf: { kind: 'score', is: 'at_least', value: 30 },
      questions: [
        question({
          ...{ id: 'courriel', kind: 'email', label: 'Adresse électronique', fills: 'email' },
          isRequired: false,
        }),
        question({
          ...{ id: 'naissance', kind: 'date', label: 'Date de naissance', fills: 'birthDate' },
          isRequired: false,
        }),
        question({
          ...{ id: 'adresse', kind: 'address', label: 'Adresse, si elle a changé', fills: 'address' },
          isRequired: false,
        }),
      ],
    }),
    step({
      id: 'conclusion',
      title: 'Conclusion',
      say: 'Merci {{civilite}} {{nom|}}. Un conseiller de {{client}} vous rappellera pour vous présenter une offre. Bonne journée.',
      branches: [branch(always, 'end')],
      ending: 'success',
    }),
    outOfTarget,
  ],
  objections,
  scoring: {
    stages: [
      { id: 'froid', label: 'À suivre', from: 0 },
      { id: 'tiede', label: 'Intéressé', from: 30 },
      { id: 'chaud', label: 'Prêt à souscrire', from: 60 },
    ],
    qualifiedFrom: 50,
  },
  shuffledBlocks: [],
};
