import type { Language } from '@alize/model';

/** What can be wrong with the shape of a document; not even a draft is kept with one of these. */
export const shapeProblemCodes = [
  'wrong_type',
  'unknown_key',
  'format_unknown',
  'text_too_long',
  'too_many',
  'number_out_of_bounds',
  'word_unknown',
  'id_malformed',
  'too_deep',
] as const;

/** What a draft may still have, and a published version may not. */
export const contentProblemCodes = [
  'text_missing',
  'html_refused',
  'no_steps',
  'id_repeated',
  'id_reserved',
  'options_missing',
  'option_repeated',
  'rows_missing',
  'range_missing',
  'range_inverted',
  'fill_unfit',
  'question_unknown',
  'question_too_late',
  'value_unknown',
  'value_missing',
  'row_unknown',
  'branch_step_unknown',
  'branch_backwards',
  'branch_into_block',
  'block_broken',
  'block_overlaps',
  'stages_unordered',
] as const;

export const scriptProblemCodes = [...shapeProblemCodes, ...contentProblemCodes] as const;
export type ScriptProblemCode = (typeof scriptProblemCodes)[number];

export interface ScriptProblem {
  /** JSON pointer (RFC 6901) into the document, e.g. `/steps/0/questions/1/options`. */
  readonly path: string;
  readonly code: ScriptProblemCode;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** A problem with its sentence; `bounds` are the numbers that the sentence names. */
export function scriptProblem(
  path: string,
  code: ScriptProblemCode,
  bounds: { readonly min?: number; readonly max?: number } = {},
): ScriptProblem {
  return {
    path,
    code,
    sentence: {
      fr: filledIn(sentences[code].fr, bounds, 'fr'),
      en: filledIn(sentences[code].en, bounds, 'en'),
    },
  };
}

function filledIn(
  sentence: string,
  bounds: Readonly<Partial<Record<string, number>>>,
  language: Language,
): string {
  return sentence.replace(/<(min|max)>/g, (_all, name: string) =>
    (bounds[name] ?? 0).toLocaleString(language),
  );
}

export const sentences: Readonly<Record<ScriptProblemCode, Readonly<Record<Language, string>>>> = {
  wrong_type: {
    fr: 'Cette valeur n’a pas la forme attendue.',
    en: 'This value does not have the expected form.',
  },
  unknown_key: {
    fr: 'Un script n’a pas de champ de ce nom à cet endroit : corrigez le nom ou retirez-le.',
    en: 'A script has no field of this name here: correct the name or take it out.',
  },
  format_unknown: {
    fr: 'Ce document n’est pas un script au format 2.',
    en: 'This document is not a script of format 2.',
  },
  text_too_long: {
    fr: 'Ce texte dépasse <max> caractères : raccourcissez-le.',
    en: 'This text is longer than <max> characters: shorten it.',
  },
  too_many: {
    fr: 'Il y en a plus de <max> : retirez-en.',
    en: 'There are more than <max> of these: take some out.',
  },
  number_out_of_bounds: {
    fr: 'Ce nombre va de <min> à <max>.',
    en: 'This number is between <min> and <max>.',
  },
  word_unknown: {
    fr: 'Ce mot ne figure pas parmi ceux possibles ici.',
    en: 'This word is not among those that are possible here.',
  },
  id_malformed: {
    fr: 'Un identifiant a 1 à 64 lettres sans accent, chiffres, tirets ou soulignés, commence par une lettre ou un chiffre, et n’est pas « end ».',
    en: 'An id has 1 to 64 unaccented letters, digits, hyphens or underscores, begins with a letter or a digit, and is not “end”.',
  },
  too_deep: {
    fr: 'Cette condition en contient d’autres sur plus de <max> niveaux : simplifiez-la.',
    en: 'This condition holds others more than <max> levels deep: make it simpler.',
  },
  text_missing: { fr: 'Il manque un texte.', en: 'A text is missing.' },
  html_refused: {
    fr: 'Ce texte contient du HTML : écrivez-le en Markdown, sans balises.',
    en: 'This text contains HTML: write it in Markdown, without tags.',
  },
  no_steps: { fr: 'Un script a au moins une étape.', en: 'A script has at least one step.' },
  id_repeated: { fr: 'Cet identifiant sert déjà.', en: 'This id is already in use.' },
  id_reserved: {
    fr: 'Cet identifiant est réservé aux résultats : choisissez-en un autre.',
    en: 'This id is reserved for outcomes: choose another.',
  },
  options_missing: {
    fr: 'Cette question a besoin de réponses au choix.',
    en: 'This question needs options to choose from.',
  },
  option_repeated: {
    fr: 'Cette réponse figure déjà dans la question (sans tenir compte des accents ni de la casse).',
    en: 'This option is in the question already (accents and case aside).',
  },
  rows_missing: {
    fr: 'Un tableau a au moins une ligne.',
    en: 'A matrix has at least one row.',
  },
  range_missing: {
    fr: 'Une échelle va d’un minimum à un maximum : indiquez les deux, en nombres entiers.',
    en: 'A scale goes from a minimum to a maximum: give both, in whole numbers.',
  },
  range_inverted: {
    fr: 'Le maximum doit dépasser le minimum.',
    en: 'The maximum must be greater than the minimum.',
  },
  fill_unfit: {
    fr: 'Ce type de question ne peut pas remplir ce champ de la fiche.',
    en: 'This kind of question cannot fill this field of the lead.',
  },
  question_unknown: {
    fr: 'Cette condition dépend d’une question qui n’existe pas.',
    en: 'This condition depends on a question that does not exist.',
  },
  question_too_late: {
    fr: 'Cette condition dépend d’une question qui n’est pas encore posée à cet endroit.',
    en: 'This condition depends on a question that has not been asked yet at this point.',
  },
  value_unknown: {
    fr: 'Cette condition attend une réponse que la question ne propose pas.',
    en: 'This condition waits for an answer that the question does not offer.',
  },
  value_missing: {
    fr: 'Cette comparaison a besoin d’une valeur.',
    en: 'This comparison needs a value.',
  },
  row_unknown: {
    fr: 'Cette question n’a pas de ligne ou de partie de ce nom.',
    en: 'This question has no row or part of this name.',
  },
  branch_step_unknown: {
    fr: 'Cet embranchement mène à une étape qui n’existe pas.',
    en: 'This branch leads to a step that does not exist.',
  },
  branch_backwards: {
    fr: 'Un embranchement ne mène qu’à une étape plus loin : déplacez l’une des deux étapes.',
    en: 'A branch only leads to a later step: move one of the two steps.',
  },
  branch_into_block: {
    fr: 'Cet embranchement mène au milieu d’un bloc mêlé : visez la première étape du bloc.',
    en: 'This branch leads into the middle of a shuffled block: aim at the block’s first step.',
  },
  block_broken: {
    fr: 'Un bloc mêlé réunit au moins deux étapes qui se suivent, dans l’ordre du script.',
    en: 'A shuffled block holds at least two steps that follow one another, in the order of the script.',
  },
  block_overlaps: {
    fr: 'Cette étape est déjà dans un autre bloc mêlé.',
    en: 'This step is in another shuffled block already.',
  },
  stages_unordered: {
    fr: 'Les stades vont du plus bas au plus haut nombre de points.',
    en: 'Stages go from the lowest number of points to the highest.',
  },
};
