import type { DropPayload } from '../outbox/payloads.ts';
import type { Handover } from './lead-card.ts';

const headings = {
  fr: [
    'Date',
    'Campagne',
    'Référence',
    'Civilité',
    'Prénom',
    'Nom',
    'Société',
    'Téléphone 1',
    'Téléphone 2',
    'Téléphone 3',
    'E-mail',
    'Adresse',
    'Complément',
    'Code postal',
    'Ville',
    'Pays',
    'Commentaire',
    'Points',
    'Stade',
    'Réponses',
    'Autres colonnes',
    'Lien',
  ],
  en: [
    'Date',
    'Campaign',
    'Reference',
    'Title',
    'First name',
    'Last name',
    'Company',
    'Phone 1',
    'Phone 2',
    'Phone 3',
    'E-mail',
    'Address',
    'Address 2',
    'Postal code',
    'City',
    'Country',
    'Comment',
    'Points',
    'Stage',
    'Answers',
    'Other columns',
    'Link',
  ],
} as const;

/** The file of a campaign's leads handed over on the day of an instant, in UTC. */
export const dropName = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 10)}.csv`;

/**
 * A lead as a row of the day's file. The columns are the same for every lead, for a file has one heading: answers and
 * the client's own columns, which differ from lead to lead, stand in one cell each.
 */
export function dropRow(
  { id, campaignName, atMs, points, stageLabel, lead, answers, url }: Handover,
  language: 'fr' | 'en',
): Extract<DropPayload, { row: unknown }> {
  const [first = null, second = null, third = null] = lead.phones.map(({ phoneNumber }) => phoneNumber);
  const { reference, civility, firstName, lastName, company, email } = lead;
  const { address, addressExtra, postalCode, city, country, comment } = lead;
  return {
    ...{ fileName: dropName(atMs), id, headings: [...headings[language]] },
    row: [
      ...[new Date(atMs).toISOString(), campaignName],
      ...[reference, civility, firstName, lastName, company, first, second, third, email],
      ...[address, addressExtra, postalCode, city, country, comment, points, stageLabel],
      answers.map(({ label, value }) => `${label} : ${value}`).join(' | '),
      Object.entries(lead.custom)
        .map(([name, value]) => `${name} : ${value}`)
        .join(' | '),
      url,
    ],
  };
}
