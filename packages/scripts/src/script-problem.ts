import type { Language } from '@alize/model';

/** What can be wrong with a script document. */
export const scriptProblemCodes = [
  'wrong_type',
  'text_missing',
  'text_too_long',
  'too_many',
  'id_malformed',
  'id_repeated',
  'no_steps',
  'kind_unknown',
  'options_missing',
  'option_repeated',
  'range_missing',
  'range_inverted',
  'branch_question_unknown',
  'branch_value_unknown',
  'branch_step_unknown',
] as const;
export type ScriptProblemCode = (typeof scriptProblemCodes)[number];

export const sentences: Readonly<Record<ScriptProblemCode, Readonly<Record<Language, string>>>> = {
  wrong_type: {
    fr: 'Cette valeur n’a pas la forme attendue.',
    en: 'This value does not have the expected form.',
  },
  text_missing: { fr: 'Il manque un texte.', en: 'A text is missing.' },
  text_too_long: {
    fr: 'Ce texte dépasse 10 000 caractères.',
    en: 'This text is longer than 10,000 characters.',
  },
  too_many: { fr: 'Cette liste dépasse 200 éléments.', en: 'This list has more than 200 entries.' },
  id_malformed: {
    fr: 'Un identifiant a 1 à 64 lettres, chiffres, tirets ou soulignés, et n’est pas « end ».',
    en: 'An id has 1 to 64 letters, digits, hyphens or underscores, and is not “end”.',
  },
  id_repeated: { fr: 'Cet identifiant sert déjà.', en: 'This id is already in use.' },
  no_steps: { fr: 'Un script a au moins une étape.', en: 'A script has at least one step.' },
  kind_unknown: { fr: 'Ce type de question n’existe pas.', en: 'There is no such kind of question.' },
  options_missing: { fr: 'Une question à choix a des réponses.', en: 'A choice has options.' },
  option_repeated: { fr: 'Cette réponse figure déjà.', en: 'This option is there already.' },
  range_missing: {
    fr: 'Une échelle a un minimum et un maximum.',
    en: 'A scale has a minimum and a maximum.',
  },
  range_inverted: {
    fr: 'Le maximum doit dépasser le minimum.',
    en: 'The maximum must be greater than the minimum.',
  },
  branch_question_unknown: {
    fr: 'Cet embranchement dépend d’une question qui n’existe pas.',
    en: 'This branch depends on a question that does not exist.',
  },
  branch_value_unknown: {
    fr: 'Cet embranchement attend une réponse que la question ne propose pas.',
    en: 'This branch waits for an answer that the question does not offer.',
  },
  branch_step_unknown: {
    fr: 'Cet embranchement mène à une étape qui n’existe pas.',
    en: 'This branch leads to a step that does not exist.',
  },
};
