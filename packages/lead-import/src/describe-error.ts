import type { RowErrorCode } from '@alize/leads';
import type { Language } from '@alize/model';
import type { FileErrorCode } from './file-error.ts';

type Sentence = Readonly<Record<Language, string>>;

const rowSentences: Readonly<Record<RowErrorCode, Sentence>> = {
  phone_missing: {
    fr: 'Cette ligne n’a pas de numéro de téléphone.',
    en: 'This row has no telephone number.',
  },
  phone_unreadable: {
    fr: 'Ce numéro de téléphone est illisible.',
    en: 'This telephone number cannot be read.',
  },
  phone_excel_number: {
    fr: 'Le tableur a arrondi ce numéro, ses chiffres sont perdus : mettez la colonne au format texte et exportez de nouveau.',
    en: 'The spreadsheet rounded this number and its digits are lost: format the column as text and export again.',
  },
  phone_invalid: {
    fr: 'Ce numéro de téléphone n’existe pas.',
    en: 'This telephone number does not exist.',
  },
  phone_forbidden: {
    fr: 'Ce numéro est surtaxé, court ou de service : il n’est jamais appelé.',
    en: 'This is a premium, short or service number: it is never called.',
  },
  consent_date_unreadable: {
    fr: 'Cette date de consentement est illisible : écrivez 31/12/2026 ou 2026-12-31.',
    en: 'This consent date cannot be read: write 31/12/2026 or 2026-12-31.',
  },
  duplicate_in_list: {
    fr: 'Ce numéro figure déjà plus haut dans le fichier.',
    en: 'This number already stands further up in the file.',
  },
  row_too_long: {
    fr: 'Cette ligne a plus de colonnes que l’en-tête.',
    en: 'This row has more columns than the heading.',
  },
  field_too_long: {
    fr: 'Une valeur dépasse 4 000 caractères.',
    en: 'A value is longer than 4,000 characters.',
  },
  quote_broken: {
    fr: 'Un guillemet de cette ligne n’est pas fermé, ou se trouve au milieu d’une valeur.',
    en: 'A quotation mark in this row is not closed, or stands in the middle of a value.',
  },
};

const fileSentences: Readonly<Record<FileErrorCode, Sentence>> = {
  empty_file: { fr: 'Le fichier est vide.', en: 'The file is empty.' },
  heading_only: {
    fr: 'Le fichier n’a qu’une ligne d’en-tête et aucune fiche.',
    en: 'The file has a heading and no lead.',
  },
  heading_unreadable: {
    fr: 'La première ligne du fichier est illisible : vérifiez ses guillemets.',
    en: 'The first row of the file cannot be read: check its quotation marks.',
  },
  not_text: {
    fr: 'Ce fichier n’est pas du texte : exportez la liste au format CSV.',
    en: 'This file is not text: export the list as CSV.',
  },
  looks_like_spreadsheet: {
    fr: 'Ce fichier est un classeur ou une archive : ouvrez-le dans le tableur et enregistrez-le au format CSV.',
    en: 'This file is a workbook or an archive: open it in the spreadsheet and save it as CSV.',
  },
  wrong_encoding: {
    fr: 'Le fichier n’est pas dans l’encodage choisi : choisissez-en un autre.',
    en: 'The file is not in the chosen encoding: choose another.',
  },
  delimiter_unknown: {
    fr: 'Le séparateur est le point-virgule, la virgule, la tabulation ou la barre verticale.',
    en: 'The delimiter is a semicolon, a comma, a tab or a vertical bar.',
  },
  no_phone_column: {
    fr: 'Aucune colonne n’est désignée comme numéro de téléphone.',
    en: 'No column is set as the telephone number.',
  },
  too_many_columns: {
    fr: 'Le fichier a plus de 200 colonnes.',
    en: 'The file has more than 200 columns.',
  },
  mapping_mismatch: {
    fr: 'Les colonnes choisies ne sont pas celles du fichier : ouvrez de nouveau l’aperçu.',
    en: 'The chosen columns are not those of the file: open the preview again.',
  },
};

/** The sentence a person reads for a row that became no lead; the code itself when it is not known. */
export function describeRowError(code: string, language: Language): string {
  return sentenceOf(rowSentences, code, language);
}

/** The sentence a person reads for a file that was refused; the code itself when it is not known. */
export function describeFileError(code: string, language: Language): string {
  return sentenceOf(fileSentences, code, language);
}

function sentenceOf(sentences: Readonly<Record<string, Sentence>>, code: string, language: Language): string {
  return Object.hasOwn(sentences, code) ? (sentences[code]?.[language] ?? code) : code;
}
