import type { RowChange, RowErrorCode } from '@alize/leads';
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
  phone_code_unreadable: {
    fr: 'Cet indicatif de pays est illisible : écrivez par exemple 33.',
    en: 'This country calling code cannot be read: write for instance 33.',
  },
  consent_date_unreadable: {
    fr: 'Cette date de consentement est illisible : écrivez 31/12/2026 ou 2026-12-31.',
    en: 'This consent date cannot be read: write 31/12/2026 or 2026-12-31.',
  },
  country_unreadable: {
    fr: 'Ce pays est inconnu : écrivez son nom ou son code, par exemple FR.',
    en: 'This country is not known: write its name or its code, for instance FR.',
  },
  time_zone_unreadable: {
    fr: 'Ce fuseau horaire est inconnu : écrivez par exemple Europe/Paris ou Indian/Reunion.',
    en: 'This time zone is not known: write for instance Europe/Paris or Indian/Reunion.',
  },
  priority_unreadable: {
    fr: 'La priorité est un nombre entier de -99 à 99.',
    en: 'The priority is a whole number from -99 to 99.',
  },
  reference_too_long: {
    fr: 'Une référence a au plus 200 caractères.',
    en: 'A reference has 200 characters at most.',
  },
  duplicate_in_list: {
    fr: 'Ce numéro figure déjà plus haut dans le fichier.',
    en: 'This number already stands further up in the file.',
  },
  row_too_long: {
    fr: 'Cette ligne a plus de colonnes que l’en-tête : mettez entre guillemets la valeur qui contient le séparateur.',
    en: 'This row has more columns than the heading: put the value that holds the delimiter in quotation marks.',
  },
  field_too_long: {
    fr: 'Une valeur dépasse 4 000 caractères : raccourcissez-la.',
    en: 'A value is longer than 4,000 characters: shorten it.',
  },
  quote_broken: {
    fr: 'Un guillemet de cette ligne n’est pas fermé, ou se trouve au milieu d’une valeur : retirez-le ou doublez-le.',
    en: 'A quotation mark in this row is not closed, or stands in the middle of a value: take it out or double it.',
  },
};

const fileSentences: Readonly<Record<FileErrorCode, Sentence>> = {
  empty_file: {
    fr: 'Le fichier est vide : vérifiez l’export et envoyez-le de nouveau.',
    en: 'The file is empty: check the export and send it again.',
  },
  heading_only: {
    fr: 'Le fichier n’a qu’une ligne d’en-tête et aucune fiche.',
    en: 'The file has a heading and no lead.',
  },
  heading_unreadable: {
    fr: 'La première ligne du fichier est illisible : vérifiez ses guillemets.',
    en: 'The first row of the file cannot be read: check its quotation marks.',
  },
  not_text: {
    fr: 'Ce fichier n’est pas du texte : exportez la liste au format CSV ou XLSX.',
    en: 'This file is not text: export the list as CSV or XLSX.',
  },
  line_too_long: {
    fr: 'Une ligne du fichier dépasse un million de caractères : ce n’est pas une liste de fiches. Exportez-la de nouveau, une fiche par ligne.',
    en: 'A line of the file is longer than a million characters, so it is no list of leads. Export it again, one lead a line.',
  },
  old_workbook: {
    fr: 'Ce classeur est à l’ancien format .xls ou protégé par un mot de passe : enregistrez-le au format .xlsx, sans mot de passe.',
    en: 'This workbook is in the old .xls format or locked by a password: save it as .xlsx, without a password.',
  },
  binary_workbook: {
    fr: 'Ce classeur est au format binaire .xlsb : enregistrez-le au format .xlsx ou CSV.',
    en: 'This workbook is in the binary format .xlsb: save it as .xlsx or CSV.',
  },
  open_document: {
    fr: 'Ce classeur est au format OpenDocument (.ods) : enregistrez-le au format .xlsx ou CSV.',
    en: 'This workbook is in the OpenDocument format (.ods): save it as .xlsx or CSV.',
  },
  office_document: {
    fr: 'Ce fichier est un document et non un tableau : copiez la liste dans un tableur et enregistrez-la au format .xlsx ou CSV.',
    en: 'This file is a document and not a table: copy the list into a spreadsheet and save it as .xlsx or CSV.',
  },
  pdf_file: {
    fr: 'Ce fichier est un PDF : demandez la liste au format CSV ou .xlsx.',
    en: 'This file is a PDF: ask for the list as CSV or .xlsx.',
  },
  image_file: {
    fr: 'Ce fichier est une image : demandez la liste au format CSV ou .xlsx.',
    en: 'This file is a picture: ask for the list as CSV or .xlsx.',
  },
  web_page: {
    fr: 'Ce fichier est une page web ou du XML sous un autre nom : ouvrez-le dans un tableur et enregistrez-le au format .xlsx ou CSV.',
    en: 'This file is a web page or XML under another name: open it in a spreadsheet and save it as .xlsx or CSV.',
  },
  other_archive: {
    fr: 'Cette archive n’est ni gzip ni zip ordinaire : décompressez-la et envoyez le fichier qu’elle contient.',
    en: 'This archive is neither gzip nor plain zip: unpack it and send the file that it holds.',
  },
  archive_empty: {
    fr: 'L’archive ne contient aucun fichier.',
    en: 'The archive holds no file.',
  },
  archive_locked: {
    fr: 'L’archive est protégée par un mot de passe : envoyez-la sans mot de passe.',
    en: 'The archive is locked by a password: send it without one.',
  },
  archive_broken: {
    fr: 'L’archive est incomplète ou abîmée : envoyez-la de nouveau.',
    en: 'The archive is incomplete or damaged: send it again.',
  },
  archive_in_archive: {
    fr: 'L’archive contient une autre archive : décompressez-la et envoyez le fichier qu’elle contient.',
    en: 'The archive holds another archive: unpack it and send the file that it holds.',
  },
  expands_too_much: {
    fr: 'L’archive enfle au-delà de toute liste de fiches : décompressez-la et envoyez le fichier lui-même.',
    en: 'The archive swells beyond any list of leads: unpack it and send the file itself.',
  },
  part_missing: {
    fr: 'Le fichier n’a pas cette feuille ou ce fichier : choisissez-en une autre.',
    en: 'The file has no such sheet or inner file: choose another.',
  },
  workbook_too_big: {
    fr: 'Ce classeur est trop grand : enregistrez-le au format CSV, dont la taille n’est pas limitée.',
    en: 'This workbook is too big: save it as CSV, which has no limit of size.',
  },
  workbook_unreadable: {
    fr: 'Ce classeur est abîmé ou incomplet : ouvrez-le dans le tableur et enregistrez-le de nouveau.',
    en: 'This workbook is damaged or incomplete: open it in the spreadsheet and save it again.',
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
    fr: 'Aucune colonne n’est désignée comme numéro de téléphone : désignez-en une.',
    en: 'No column is set as the telephone number: set one.',
  },
  too_many_columns: {
    fr: 'Le fichier a plus de 500 colonnes : gardez celles qui servent, et vérifiez le séparateur.',
    en: 'The file has more than 500 columns: keep those of use, and check the delimiter.',
  },
  mapping_mismatch: {
    fr: 'Les colonnes choisies ne sont pas celles du fichier : ouvrez de nouveau l’aperçu.',
    en: 'The chosen columns are not those of the file: open the preview again.',
  },
};

const changeSentences: Readonly<Record<RowChange, Sentence>> = {
  phone_zero_added: { fr: 'Zéro initial du numéro rétabli', en: 'Leading zero of the number restored' },
  phone_overseas: { fr: 'Numéro d’outre-mer reconnu', en: 'Overseas number recognised' },
  phone_extension_split: { fr: 'Poste séparé du numéro', en: 'Extension split from the number' },
  phones_split: { fr: 'Plusieurs numéros dans une cellule séparés', en: 'Several numbers in one cell split' },
  phone_left_out: { fr: 'Numéro inutilisable laissé de côté', en: 'Unusable number left out' },
  phone_repeated: {
    fr: 'Numéro répété dans la ligne laissé de côté',
    en: 'Number repeated in the row left out',
  },
  name_case: { fr: 'Majuscules du nom ajustées', en: 'Capitals of the name adjusted' },
  postal_zero_added: {
    fr: 'Zéro initial du code postal rétabli',
    en: 'Leading zero of the postal code restored',
  },
  date_read: { fr: 'Date mise en forme', en: 'Date put in standard form' },
  civility_read: { fr: 'Civilité reconnue', en: 'Civility recognised' },
  email_case: { fr: 'E-mail mis en minuscules', en: 'E-mail put in lower case' },
  email_left_out: { fr: 'E-mail illisible laissé de côté', en: 'Unreadable e-mail left out' },
  country_read: { fr: 'Pays reconnu', en: 'Country recognised' },
  formula_mark_taken_off: { fr: 'Marque de formule retirée', en: 'Formula mark taken off' },
  constant_used: { fr: 'Valeur constante appliquée', en: 'Constant value used' },
  value_read: { fr: 'Valeur mise en forme', en: 'Value put in standard form' },
  value_kept_as_text: {
    fr: 'Valeur d’un autre type que sa colonne, gardée comme texte',
    en: 'Value of another type than its column, kept as text',
  },
  value_left_out: { fr: 'Valeur illisible laissée de côté', en: 'Unreadable value left out' },
};

/** The sentence a person reads for a row that became no lead; the code itself when it is not known. */
export function describeRowError(code: string, language: Language): string {
  return sentenceOf(rowSentences, code, language);
}

/** The sentence a person reads for a file that was refused; the code itself when it is not known. */
export function describeFileError(code: string, language: Language): string {
  return sentenceOf(fileSentences, code, language);
}

/** What a person reads of a change that reading made to values; the code itself when it is not known. */
export function describeRowChange(code: string, language: Language): string {
  return sentenceOf(changeSentences, code, language);
}

function sentenceOf(sentences: Readonly<Record<string, Sentence>>, code: string, language: Language): string {
  return Object.hasOwn(sentences, code) ? (sentences[code]?.[language] ?? code) : code;
}
