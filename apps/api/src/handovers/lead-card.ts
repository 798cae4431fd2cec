import type { findLead } from '@alize/db';
import { leadName } from '@alize/leads';
import { dateWords, type HandoverId, type Language, type Score } from '@alize/model';
import type { AnswerShown } from '../answer-text.ts';

type FoundLead = NonNullable<Awaited<ReturnType<typeof findLead>>>;

/** A lead as the client gets it: who the person is and how to reach them, not how we called them. */
export function leadCard(lead: FoundLead) {
  const { reference, civility, firstName, lastName, company, email, birthDate, address, addressExtra } = lead;
  const { postalCode, city, country, region, timeZone, comment, custom } = lead;
  return {
    name: leadName(lead),
    phones: lead.phones.map(({ phoneNumber, label }) => ({ phoneNumber, label })),
    ...{ reference, civility, firstName, lastName, company, email, birthDate, address, addressExtra },
    ...{ postalCode, city, country, region, timeZone, comment, custom },
  };
}
type LeadCard = ReturnType<typeof leadCard>;

/** A qualified lead as it is handed over, whatever the way. */
export interface Handover {
  readonly id: HandoverId;
  readonly campaignName: string;
  readonly clientName: string;
  readonly atMs: number;
  readonly points: number;
  /** What makes up the points, question by question. */
  readonly scoreParts: Score['parts'];
  readonly stageLabel: string | null;
  readonly lead: LeadCard;
  readonly answers: readonly AnswerShown[];
  /** Where the client sees it and says what they make of it. */
  readonly url: string;
}

const labels = {
  reference: { fr: 'Référence', en: 'Reference' },
  name: { fr: 'Nom', en: 'Name' },
  company: { fr: 'Société', en: 'Company' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  email: { fr: 'E-mail', en: 'E-mail' },
  birthDate: { fr: 'Date de naissance', en: 'Date of birth' },
  address: { fr: 'Adresse', en: 'Address' },
  comment: { fr: 'Commentaire', en: 'Comment' },
} as const;

/** The lines of a card with their headings, for people; what is empty is left out. */
export function cardLines(card: LeadCard, language: Language): readonly (readonly [string, string])[] {
  const place = [card.postalCode, card.city].filter((part) => part).join(' ');
  const address = [card.address, card.addressExtra, place, card.country].filter((part) => part).join(', ');
  const lines: readonly (readonly [string, string | null])[] = [
    [labels.name[language], card.name === card.company ? null : card.name],
    [labels.company[language], card.company],
    ...card.phones.map(({ phoneNumber }) => [labels.phone[language], phoneNumber] as const),
    [labels.email[language], card.email],
    [labels.address[language], address],
    [labels.birthDate[language], card.birthDate && longDate(card.birthDate, language)],
    [labels.reference[language], card.reference],
    [labels.comment[language], card.comment],
    ...Object.entries(card.custom).map(([name, value]) => [name, String(value)] as const),
  ];
  return lines.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** `2 avril 1961`; a text that is no date stays as it is. */
function longDate(day: string, language: Language): string {
  const atMs = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(atMs)) return day;
  return dateWords(language, { dateStyle: 'long', timeZone: 'UTC' })(atMs);
}
