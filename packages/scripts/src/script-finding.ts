import type { Language, LegalMatter } from '@alize/model';
import type { ScriptProblem, ScriptProblemCode } from './script-problem.ts';

/** What may be wrong with a script for its campaign, beside what keeps it from being published at all. */
export const findingCodes = [
  'step_unreachable',
  'answer_without_way',
  'ends_without_ending',
  'no_way_to_success',
  'placeholder_unknown',
  'placeholder_answer_unknown',
  'placeholder_answer_too_late',
  'field_unknown',
  'legal_missing',
  'legal_avoidable',
  'appointment_missing',
  'scoring_missing',
  'points_without_scoring',
  'qualified_out_of_reach',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const findingSeverities = ['error', 'warning'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** Something to be mended (`error`) or to be looked at (`warning`) before agents read this script. */
export interface ScriptFinding {
  /** JSON pointer into the document. */
  readonly path: string;
  readonly code: FindingCode | ScriptProblemCode;
  readonly severity: FindingSeverity;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** A problem that keeps the script from being published, as a finding. */
export function findingOf({ path, code, sentence }: ScriptProblem): ScriptFinding {
  return { path, code, severity: 'error', sentence };
}

/** What a finding's sentence names. */
export interface FindingWords {
  /** Of a field, a placeholder, a step or an answer, as its author wrote it. */
  readonly name?: string;
  readonly matter?: LegalMatter;
}

/** A finding with its sentence. */
export function scriptFinding(
  path: string,
  code: FindingCode,
  severity: FindingSeverity,
  { name = '', matter = 'identity' }: FindingWords = {},
): ScriptFinding {
  const { fr, en } = findingSentences[code];
  return {
    ...{ path, code, severity },
    sentence: {
      fr: fr.replace('<name>', () => name).replace('<matter>', matters[matter].fr),
      en: en.replace('<name>', () => name).replace('<matter>', matters[matter].en),
    },
  };
}

const matters: Readonly<Record<LegalMatter, Readonly<Record<Language, string>>>> = {
  identity: { fr: 'l’identité de la personne qui appelle', en: 'who is calling' },
  client: {
    fr: 'l’entreprise pour le compte de laquelle on appelle',
    en: 'on whose behalf the call is made',
  },
  purpose: { fr: 'la nature commerciale ou l’objet de l’appel', en: 'what the call is for' },
  recording: { fr: 'l’enregistrement de l’appel', en: 'that the call is recorded' },
  objection: {
    fr: 'le droit de s’opposer à être rappelé',
    en: 'the right to object to being called again',
  },
};

export const findingSentences: Readonly<Record<FindingCode, Readonly<Record<Language, string>>>> = {
  step_unreachable: {
    fr: 'Aucun chemin ne mène à l’étape « <name> » : ajoutez un embranchement vers elle ou supprimez-la.',
    en: 'No way leads to the step “<name>”: add a branch to it or take it out.',
  },
  answer_without_way: {
    fr: 'La réponse « <name> » n’a pas d’embranchement à elle : elle mène où mène une autre réponse, ou nulle part. Dites où elle doit conduire.',
    en: 'The answer “<name>” has no branch of its own: it leads where another answer leads, or nowhere. Say where it is to lead.',
  },
  ends_without_ending: {
    fr: 'L’appel peut finir à l’étape « <name> » sans qu’aucune issue soit proposée : indiquez l’issue de l’étape.',
    en: 'The call can end at the step “<name>” with no ending proposed: say how the call ends there.',
  },
  no_way_to_success: {
    fr: 'Aucune étape que l’on peut atteindre ne mène au succès.',
    en: 'No step that can be reached ends in success.',
  },
  placeholder_unknown: {
    fr: 'Le champ « <name> » n’existe ni dans la fiche ni dans les colonnes du donneur d’ordre : corrigez le nom ou donnez un texte de remplacement.',
    en: 'The field “<name>” is neither one of the lead’s nor one of the client’s columns: correct the name or give a fallback.',
  },
  placeholder_answer_unknown: {
    fr: 'Le texte reprend la réponse à la question « <name> », qui n’existe pas.',
    en: 'The text repeats the answer to the question “<name>”, which does not exist.',
  },
  placeholder_answer_too_late: {
    fr: 'Le texte reprend la réponse à la question « <name> », qui n’est posée qu’ensuite.',
    en: 'The text repeats the answer to the question “<name>”, which is only asked later.',
  },
  field_unknown: {
    fr: 'La condition dépend du champ « <name> », qui n’existe ni dans la fiche ni dans les colonnes du donneur d’ordre.',
    en: 'The condition depends on the field “<name>”, which is neither one of the lead’s nor one of the client’s columns.',
  },
  legal_missing: {
    fr: 'Il est obligatoire de dire <matter> : aucune étape ne le fait.',
    en: 'It must be said <matter>: no step does so.',
  },
  legal_avoidable: {
    fr: 'Il est obligatoire de dire <matter>, et un chemin y échappe : dites-le à une étape par laquelle passe tout appel.',
    en: 'It must be said <matter>, and there is a way around it: say it at a step that every call passes.',
  },
  appointment_missing: {
    fr: 'Une campagne de prise de rendez-vous a une question « rendez-vous » ou « date et heure » : aucune étape que l’on peut atteindre ne la pose.',
    en: 'A campaign for appointments has an “appointment” or a “date and time” question: no step that can be reached asks it.',
  },
  scoring_missing: {
    fr: 'Une campagne de qualification compte un score : indiquez à partir de combien de points la fiche est qualifiée.',
    en: 'A qualification campaign counts a score: say from how many points on the lead is qualified.',
  },
  points_without_scoring: {
    fr: 'Des réponses rapportent des points, mais le script ne compte pas de score : ils ne servent à rien.',
    en: 'Some answers bring points, but the script counts no score: they serve nothing.',
  },
  qualified_out_of_reach: {
    fr: 'Aucune suite de réponses ne rapporte assez de points pour qualifier la fiche.',
    en: 'No answers bring enough points to qualify the lead.',
  },
};
