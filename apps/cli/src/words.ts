import type { ImportRow } from './import-file.ts';

const number = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };
const plural = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };

/** A number with its noun: `1 ligne`, `2 lignes`, `1 000 000 de lignes`. */
function some(language: 'fr' | 'en', count: number, one: string, other = `${one}s`): string {
  const form = plural[language].select(count);
  const noun = form === 'one' ? one : form === 'many' ? `de ${other}` : other;
  return `${number[language].format(count)} ${noun}`;
}
const fr = (count: number, one: string, other?: string) => some('fr', count, one, other);
const en = (count: number, one: string, other?: string) => some('en', count, one, other);

/** What the command says, in one language. */
export type Words = typeof french;

const french = {
  language: 'fr' as 'fr' | 'en',
  keyMissing:
    'Donnez une clé d’API : ALIZE_API_KEY, ou ALIZE_API_KEY_FILE (un fichier dont elle est la première ligne). On en crée une dans la console, sous « Intégrations ».',
  keyFileUnreadable: (path: string) => `ALIZE_API_KEY_FILE : impossible de lire ${path}.`,
  unreachable: (origin: string) =>
    `Alizé ne répond pas à ${origin}. Vérifiez qu’il tourne, et l’adresse dans ALIZE_URL.`,
  uploadLost: 'La connexion s’est perdue trop de fois pendant l’envoi : réessayez plus tard.',
  noCampaign: (name: string) => `Aucune campagne ne s’appelle « ${name} ».`,
  noTemplate: (name: string) => `Aucun modèle ne s’appelle « ${name} ».`,
  noFile: (path: string) => `Fichier introuvable : ${path}.`,
  noFolder: (path: string) => `Dossier introuvable : ${path}.`,
  campaignMissing: 'Indiquez la campagne : --campaign NOM.',
  sending: (share: string) => `Envoi : ${share}`,
  checking: (rows: number) => `Vérification : ${fr(rows, 'ligne')}`,
  storing: (rows: number) => `Import : ${fr(rows, 'ligne')}`,
  undoing: (rows: number) => `Annulation : ${fr(rows, 'fiche')}`,
  question: (row: ImportRow) => `Importer ${fr(comingIn(row), 'fiche')} ? [o/N] `,
  yes: /^o(ui)?$/i,
  notImported: 'Rien n’a été importé.',
  needsYes: 'Ajoutez --yes pour importer sans question.',
  report: (row: ImportRow) => {
    const fates = row.report?.fates ?? nothing;
    return [
      `${row.fileName} : ${fr(row.report?.rows ?? 0, 'ligne')}`,
      `  ${fr(fates.added, 'nouvelle fiche', 'nouvelles fiches')}, ${fr(fates.updated, 'mise à jour', 'mises à jour')}, ${fr(fates.moved, 'déplacée')}`,
      `  ${fr(fates.skipped, 'laissée de côté (déjà connue)', 'laissées de côté (déjà connues)')}, ${fr(fates.refused, 'refusée')}`,
      ...(row.report?.errors.map(({ detail, rows }) => `    ${number.fr.format(rows)} × ${detail}`) ?? []),
      ...callable(
        row,
        (leads) => `  ${fr(leads, 'appelable')} maintenant ; les règles en retiennent d’autres :`,
      ),
    ].join('\n');
  },
  imported: (row: ImportRow) => `Importé dans « ${row.listName} » : ${row.id}`,
  undone: (row: ImportRow) => `Import ${row.id} annulé.`,
  watching: (folder: string) => `Surveillance de ${folder}. Ctrl+C pour arrêter.`,
  unknownCommand: (text: string) => `Commande inconnue : ${text}.`,
  usage: `alize : Alizé en ligne de commande

  alize lists import FICHIER --campaign NOM [--list NOM] [--template NOM]
                     [--duplicates skip|update|move|keep] [--bad-rows FICHIER.csv]
                     [--dry-run] [--yes] [--json]
      Envoie un fichier, dit ce qu’il contient, puis l’importe.
  alize lists watch DOSSIER --campaign NOM [--template NOM] [--duplicates …]
      Importe chaque fichier déposé dans un dossier (dépôt SFTP).
  alize imports undo ID [--json]
      Annule un import dont aucune fiche n’a été appelée.

  ALIZE_URL (http://localhost:8080), ALIZE_API_KEY ou ALIZE_API_KEY_FILE
  Codes de sortie : 0 fait, 1 panne, 2 usage, 3 introuvable, 4 conflit, 5 refusé, 75 réessayer plus tard`,
};

const english: Words = {
  language: 'en',
  keyMissing:
    'Give an API key: ALIZE_API_KEY, or ALIZE_API_KEY_FILE (a file whose first line it is). Keys are made in the console, under “Integrations”.',
  keyFileUnreadable: (path) => `ALIZE_API_KEY_FILE: ${path} cannot be read.`,
  unreachable: (origin) =>
    `Alizé does not answer at ${origin}. See that it runs, and the address in ALIZE_URL.`,
  uploadLost: 'The connection was lost too often while sending: try again later.',
  noCampaign: (name) => `No campaign is called “${name}”.`,
  noTemplate: (name) => `No template is called “${name}”.`,
  noFile: (path) => `No such file: ${path}.`,
  noFolder: (path) => `No such folder: ${path}.`,
  campaignMissing: 'Name the campaign: --campaign NAME.',
  sending: (share) => `Sending: ${share}`,
  checking: (rows) => `Checking: ${en(rows, 'row')}`,
  storing: (rows) => `Importing: ${en(rows, 'row')}`,
  undoing: (rows) => `Undoing: ${en(rows, 'lead')}`,
  question: (row) => `Import ${en(comingIn(row), 'lead')}? [y/N] `,
  yes: /^y(es)?$/i,
  notImported: 'Nothing was imported.',
  needsYes: 'Add --yes to import without a question.',
  report: (row) => {
    const fates = row.report?.fates ?? nothing;
    return [
      `${row.fileName}: ${en(row.report?.rows ?? 0, 'row')}`,
      `  ${en(fates.added, 'new lead')}, ${number.en.format(fates.updated)} updated, ${number.en.format(fates.moved)} moved`,
      `  ${number.en.format(fates.skipped)} left out (known already), ${number.en.format(fates.refused)} refused`,
      ...(row.report?.errors.map(({ detail, rows }) => `    ${number.en.format(rows)} × ${detail}`) ?? []),
      ...callable(row, (leads) => `  ${number.en.format(leads)} callable now, rules hold others back:`),
    ].join('\n');
  },
  imported: (row) => `Imported into “${row.listName}”: ${row.id}`,
  undone: (row) => `Import ${row.id} undone.`,
  watching: (folder) => `Watching ${folder}. Ctrl+C to stop.`,
  unknownCommand: (text) => `Unknown command: ${text}.`,
  usage: `alize: Alizé from a shell

  alize lists import FILE --campaign NAME [--list NAME] [--template NAME]
                     [--duplicates skip|update|move|keep] [--bad-rows FILE.csv]
                     [--dry-run] [--yes] [--json]
      Sends a file, says what is in it, then imports it.
  alize lists watch FOLDER --campaign NAME [--template NAME] [--duplicates …]
      Imports every file that is put into a folder (SFTP drop).
  alize imports undo ID [--json]
      Takes back an import none of whose leads was called.

  ALIZE_URL (http://localhost:8080), ALIZE_API_KEY or ALIZE_API_KEY_FILE
  Exit codes: 0 done, 1 failure, 2 usage, 3 not found, 4 conflict, 5 refused, 75 retry later`,
};

/** The words in the language of the shell: ALIZE_LANGUAGE, else LC_ALL, LC_MESSAGES or LANG; French unless it is English. */
export function wordsFor({ ALIZE_LANGUAGE, LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Words {
  return (ALIZE_LANGUAGE ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? '').startsWith('en') ? english : french;
}

const nothing = { added: 0, updated: 0, moved: 0, skipped: 0, refused: 0 };

function comingIn(row: ImportRow): number {
  const { added, updated, moved } = row.report?.fates ?? nothing;
  return added + updated + moved;
}

/** Each rule that holds leads back, under a line with those that none does. */
function callable(row: ImportRow, head: (leads: number) => string): readonly string[] {
  const outlook = row.report?.outlook;
  if (!outlook || outlook.refusals.length === 0) return [];
  return [head(outlook.callable), ...outlook.refusals.map(({ leads, text }) => `    ${leads} × ${text}`)];
}
