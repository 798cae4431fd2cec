import type {
  CampaignId,
  ClientId,
  ConsentId,
  ImportId,
  LeadFields,
  LeadId,
  LeadPhone,
  LineType,
  ListId,
  PersonId,
} from '@alize/model';
import { type Cell, inOrderOf, insertRows } from './insert-rows.ts';
import type { Db } from './open-database.ts';
import type { SaidOfPerson } from './persons.ts';

/** A number of a lead, with the kind of its line when that is known. */
export type PhoneToStore = LeadPhone & { readonly lineType?: LineType | null };
/** What is stored of a lead; `LeadFields` will do. */
export type FieldsToStore = Omit<LeadFields, 'phones'> & {
  readonly phones: readonly [PhoneToStore, ...PhoneToStore[]];
};

/** Where new leads belong, and what they begin as. */
interface NewLeads {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly listId: ListId;
  readonly importId: ImportId | null;
  readonly state: 'staged' | 'open';
  readonly nextTryAtMs: number | null;
  readonly atMs: number;
}

export interface NewLead {
  readonly id: LeadId;
  /** Line of the file; null when it came by the API. */
  readonly line: number | null;
  readonly fields: FieldsToStore;
}

/** The columns that a row of a file fills, by what it says. */
export function columnsOf(fields: FieldsToStore) {
  return {
    reference: fields.reference,
    civility: fields.civility,
    first_name: fields.firstName,
    last_name: fields.lastName,
    company: fields.company,
    email: fields.email,
    birth_date: fields.birthDate,
    address: fields.address,
    address_extra: fields.addressExtra,
    postal_code: fields.postalCode,
    city: fields.city,
    country: fields.country,
    state_of_address: fields.region,
    time_zone: fields.timeZone,
    comment: fields.comment,
    consent_at: fields.consent?.givenAtMs ?? null,
    consent_source: fields.consent?.source ?? null,
  };
}
type LeadColumns = ReturnType<typeof columnsOf>;

/** A lead of which nothing is said. */
export const noFields = {
  reference: null,
  civility: null,
  first_name: null,
  last_name: null,
  company: null,
  email: null,
  birth_date: null,
  address: null,
  address_extra: null,
  postal_code: null,
  city: null,
  country: null,
  state_of_address: null,
  time_zone: null,
  comment: null,
  consent_at: null,
  consent_source: null,
  custom: '{}',
} as const satisfies LeadColumns & { readonly custom: string };

const leadColumns = [
  'id',
  'client_id',
  'campaign_id',
  'list_id',
  'import_id',
  'import_line',
  'phone_number',
  'reference',
  'civility',
  'first_name',
  'last_name',
  'company',
  'email',
  'birth_date',
  'address',
  'address_extra',
  'postal_code',
  'city',
  'country',
  'state_of_address',
  'time_zone',
  'comment',
  'consent_at',
  'consent_source',
  'custom',
  'priority',
  'state',
  'next_try_at',
  'created_at',
  'changed_at',
] as const;

const phoneColumns = [
  'lead_id',
  'position',
  'client_id',
  'phone_number',
  'label',
  'extension',
  'line_type',
] as const;

/** Stores leads with all their numbers; of persons and consents it knows nothing. */
export async function insertLeads(db: Db, target: NewLeads, leads: readonly NewLead[]): Promise<void> {
  await insertRows(
    db,
    'lead',
    leadColumns,
    leads.map((lead) => leadCells(target, lead)),
  );
  const phones = leads.flatMap(({ id, fields }) => phoneCells(target.clientId, id, fields));
  await insertRows(db, 'lead_phone', phoneColumns, inOrderOf(phoneColumns.indexOf('phone_number'), phones));
}

/** In the order of leadColumns. */
function leadCells(target: NewLeads, { id, line, fields }: NewLead): readonly Cell[] {
  return [
    id,
    target.clientId,
    target.campaignId,
    target.listId,
    target.importId,
    line,
    fields.phones[0].phoneNumber,
    fields.reference,
    fields.civility,
    fields.firstName,
    fields.lastName,
    fields.company,
    fields.email,
    fields.birthDate,
    fields.address,
    fields.addressExtra,
    fields.postalCode,
    fields.city,
    fields.country,
    fields.region,
    fields.timeZone,
    fields.comment,
    fields.consent?.givenAtMs ?? null,
    fields.consent?.source ?? null,
    JSON.stringify(fields.custom),
    fields.priority,
    target.state,
    target.nextTryAtMs,
    target.atMs,
    target.atMs,
  ];
}

/** In the order of phoneColumns. */
function phoneCells(clientId: ClientId, id: LeadId, fields: FieldsToStore): readonly (readonly Cell[])[] {
  return fields.phones.map((phone, at) => [
    id,
    at + 1,
    clientId,
    phone.phoneNumber,
    phone.label,
    phone.extension,
    phone.lineType ?? null,
  ]);
}

/** The person that a lead says somebody is, by an id made from the lead's. */
export function personOf({ id, fields }: Pick<NewLead, 'id' | 'fields'>): SaidOfPerson {
  const newId: PersonId = `person_${id.slice('lead_'.length)}`;
  const numbers = fields.phones.map((phone) => phone.phoneNumber);
  return { numbers, reference: fields.reference, newId };
}

/** The consent that came with a lead has an id made from the lead's. */
export function consentIdOf(id: LeadId): ConsentId {
  return `consent_${id.slice('lead_'.length)}`;
}
