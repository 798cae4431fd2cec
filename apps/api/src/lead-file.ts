import { type Db, leadsForExport, type StoredLead } from '@alize/db';
import { ownHeading } from '@alize/leads';
import type { CampaignId, ClientId, CustomValue, Language, LeadId, ListId, PhoneLabel } from '@alize/model';
import { type Cell, inTurns, type TableFile, timeCell } from './tables/table-file.ts';

const pageRows = 200;

/** Which leads go into the file. */
export interface LeadsAsked {
  readonly campaignId: CampaignId;
  readonly listId?: ListId;
}

/** Who takes them out. */
export interface LeadsReader {
  readonly clientId: ClientId;
  readonly language: Language;
  readonly timeZone: string;
}

/**
 * The leads of a campaign or a list as a file that our importer reads back: fields, numbers in their order and kind,
 * the client's own columns under their names; then what became of them, which the importer leaves out. The rows are
 * gone through twice, as only they say which columns there are.
 */
export function leadTable(db: Db, asked: LeadsAsked, reader: LeadsReader): TableFile {
  let columns: Promise<readonly Column[]> | null = null;
  const allColumns = () => {
    columns ??= columnsOf(db, asked, reader);
    return columns;
  };
  async function* pages() {
    const all = await allColumns();
    for await (const leads of leadPages(db, asked, reader)) {
      yield leads.map((lead) => all.map(({ cellOf }) => cellOf(lead)));
    }
  }
  return {
    name: 'leads',
    language: reader.language,
    headings: async () => (await allColumns()).map(({ heading }) => heading),
    pages: pages(),
  };
}

async function* leadPages(db: Db, asked: LeadsAsked, { clientId }: LeadsReader) {
  let after: LeadId | null = null;
  for (;;) {
    const leads: readonly StoredLead[] = await leadsForExport(db, clientId, asked, {
      after,
      limit: pageRows,
    });
    after = leads.at(-1)?.id ?? null;
    if (after === null) return;
    yield leads;
  }
}

interface Column {
  readonly heading: string;
  readonly cellOf: (lead: StoredLead) => Cell;
}

async function columnsOf(db: Db, asked: LeadsAsked, reader: LeadsReader): Promise<readonly Column[]> {
  const phones = new Map<string, PhonePlace>();
  const customs = new Set<string>();
  for await (const leads of inTurns(leadPages(db, asked, reader))) {
    for (const lead of leads) {
      for (const [at, { label }] of lead.phones.entries()) {
        const place = { at: Math.min(at, placesMax - 1), label };
        phones.set(`${place.at} ${label}`, place);
      }
      for (const name of Object.keys(lead.custom)) customs.add(name);
    }
  }
  return [
    ...fieldColumns(reader),
    ...[...phones.values()]
      .sort((one, other) => one.at - other.at)
      .map((place) => phoneColumn(place, reader)),
    ...consentColumns(reader),
    ...[...customs].map((name) => customColumn(name, reader)),
    ...standingColumns(reader),
  ];
}

/** Where a number stands in its lead, and its kind: each has a column of its own, so that order and kind come back. */
interface PhonePlace {
  readonly at: number;
  readonly label: PhoneLabel | null;
}
/** Numbers further behind stand in the last column, several in a cell. */
const placesMax = 9;

const phoneWords = {
  fr: {
    mobile: 'Téléphone mobile',
    home: 'Téléphone domicile',
    work: 'Téléphone bureau',
    other: 'Téléphone autre',
    none: 'Téléphone',
  },
  en: {
    mobile: 'Mobile phone',
    home: 'Home phone',
    work: 'Work phone',
    other: 'Other phone',
    none: 'Phone',
  },
} as const satisfies Record<Language, Record<PhoneLabel | 'none', string>>;

function phoneColumn({ at, label }: PhonePlace, { language }: LeadsReader): Column {
  const extensionWord = language === 'fr' ? 'poste' : 'ext.';
  return {
    heading: `${phoneWords[language][label ?? 'none']} ${at + 1}`,
    cellOf({ phones }) {
      const here = at < placesMax - 1 ? phones.slice(at, at + 1) : phones.slice(at);
      const texts = here
        .filter((phone) => phone.label === label)
        .map(({ phoneNumber, extension }) =>
          extension === null ? phoneNumber : `${phoneNumber} ${extensionWord} ${extension}`,
        );
      return texts.length === 0 ? null : texts.join(' / ');
    },
  };
}

/** Headings that the importer knows, in French and English. */
function fieldColumns({ language }: LeadsReader): readonly Column[] {
  const all: readonly (readonly [fr: string, en: string, cellOf: Column['cellOf']])[] = [
    ['Référence', 'Reference', (lead) => lead.reference],
    ['Civilité', 'Title', (lead) => lead.civility],
    ['Prénom', 'First name', (lead) => lead.firstName],
    ['Nom', 'Last name', (lead) => lead.lastName],
    ['Société', 'Company', (lead) => lead.company],
    ['Courriel', 'Email', (lead) => lead.email],
    ['Date de naissance', 'Date of birth', (lead) => dayCell(lead.birthDate)],
    ['Adresse', 'Address', (lead) => lead.address],
    ['Complément d’adresse', 'Address line 2', (lead) => lead.addressExtra],
    ['Code postal', 'Postal code', (lead) => lead.postalCode],
    ['Ville', 'City', (lead) => lead.city],
    ['Pays', 'Country', (lead) => lead.country],
    ['Région', 'Region', (lead) => lead.region],
    ['Fuseau horaire', 'Time zone', (lead) => lead.timeZone],
    ['Commentaire', 'Comment', (lead) => lead.comment],
    ['Priorité', 'Priority', (lead) => lead.priority],
  ];
  return all.map(([fr, en, cellOf]) => ({ heading: language === 'fr' ? fr : en, cellOf }));
}

function consentColumns({ language, timeZone }: LeadsReader): readonly Column[] {
  const isFrench = language === 'fr';
  return [
    {
      heading: isFrench ? 'Date de consentement' : 'Consent date',
      cellOf: (lead) => exactTime(lead.consentAtMs, timeZone),
    },
    {
      heading: isFrench ? 'Source du consentement' : 'Consent source',
      cellOf: (lead) => lead.consentSource,
    },
  ];
}

function customColumn(name: string, { language }: LeadsReader): Column {
  return {
    heading: name,
    cellOf: ({ custom }) => customCell(Object.hasOwn(custom, name) ? custom[name] : undefined, language),
  };
}

function customCell(value: CustomValue | undefined, language: Language): Cell {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return yesOrNo[language][value ? 'yes' : 'no'];
  return value;
}

const yesOrNo = { fr: { yes: 'oui', no: 'non' }, en: { yes: 'yes', no: 'no' } } as const;

/** What became of the lead; the importer knows these headings by their first word, and leaves the columns out. */
function standingColumns({ language, timeZone }: LeadsReader): readonly Column[] {
  const all: readonly (readonly [fr: string, en: string, cellOf: Column['cellOf']])[] = [
    ['état', 'state', (lead) => lead.state],
    ['motif de clôture', 'closed because', (lead) => lead.closedReason],
    ['dernier résultat', 'last result', (lead) => lead.lastResult],
    ['dernière qualification', 'last disposition', (lead) => lead.lastDisposition],
    ['tentatives', 'attempts', (lead) => lead.attemptsCount],
    ['dernier appel', 'last call', (lead) => timeCell(lead.lastAttemptAtMs, timeZone)],
    ['prochain appel', 'next call', (lead) => timeCell(lead.nextTryAtMs, timeZone)],
    ['import', 'import', (lead) => lead.importId],
    ['ligne', 'line', (lead) => lead.importLine],
    ['fiche', 'lead', (lead) => lead.id],
  ];
  return all.map(([fr, en, cellOf]) => ({ heading: ownHeading(language === 'fr' ? fr : en), cellOf }));
}

/** With its offset: a proof that names an hour must not depend on who reads it. */
function exactTime(atMs: number | null, timeZone: string): Cell {
  if (atMs === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function dayCell(day: string | null): Cell {
  return day === null ? null : Temporal.PlainDate.from(day);
}
