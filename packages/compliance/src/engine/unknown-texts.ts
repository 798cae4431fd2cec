import type { Language } from '@alize/model';
import type { UnknownFact } from './verdict.ts';

/** What a person reads when a law needs a fact that nobody gave. */
export const unknownTexts: Readonly<Record<`unknown_${UnknownFact}`, Readonly<Record<Language, string>>>> = {
  unknown_state: {
    fr: 'L’État ou la province de la personne n’est pas connu, et la règle en dépend : compléter l’adresse.',
    en: 'The person’s state or province is not known, and the rule depends on it: complete the address.',
  },
  unknown_zone: {
    fr: 'Le fuseau horaire de la personne n’est pas connu : compléter le code postal ou le fuseau.',
    en: 'The person’s time zone is not known: complete the postal code or the zone.',
  },
  unknown_line_type: {
    fr: 'On ne sait pas si la ligne est fixe ou mobile, et la règle en dépend : préciser le type de ligne.',
    en: 'Whether the line is fixed or mobile is not known, and the rule depends on it: say the line type.',
  },
  unknown_object: {
    fr: 'L’appel ne dit pas sur quoi il porte, et le consentement vaut pour un objet : préciser l’objet de la campagne.',
    en: 'The call does not say what it is about, and the consent is for one object: say the campaign’s object.',
  },
  unknown_seller_size: {
    fr: 'La taille ou le secteur du donneur d’ordre n’est pas connu, et la règle en dépend : compléter sa fiche.',
    en: 'The client’s size or sector is not known, and the rule depends on it: complete its record.',
  },
  unknown_register: {
    fr: 'Le registre d’opposition n’a pas été consulté, ou il y a trop longtemps : le consulter avant d’appeler.',
    en: 'The register of objections was not consulted, or too long ago: consult it before calling.',
  },
};
