import type {
  CampaignId,
  ClientId,
  CustomValue,
  Disposition,
  ImportId,
  Lead,
  LeadConsent,
  LeadId,
  ListId,
  NetworkResult,
} from '@alize/model';
import { sql } from 'kysely';
import { phonesOfLeads, type StoredPhone } from './lead-phones.ts';
import type { Db } from './open-database.ts';

/** A lead with all that is known of it; of its consent only date and source (`findLead` adds the rest). */
export interface StoredLead extends Omit<Lead, 'phones' | 'consent'> {
  readonly phones: readonly StoredPhone[];
  readonly consentAtMs: number | null;
  readonly consentSource: string | null;
  readonly importId: ImportId | null;
  /** Line of the file that it came from; null when it came by the api, or from a file of an older version. */
  readonly importLine: number | null;
  readonly lastAttemptAtMs: number | null;
  /** Of its last call; null before the first, and while that lives. */
  readonly lastResult: NetworkResult | null;
  readonly lastDisposition: Disposition | null;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
}

/** A lead; null when the client has none of that id, or its import has been taken out again. */
export async function findLead(
  db: Db,
  clientId: ClientId,
  id: LeadId,
): Promise<(StoredLead & { readonly consent: LeadConsent | null }) | null> {
  const row = await selectLeads(db, clientId).where('lead.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const [lead] = await withPhones(db, clientId, [row]);
  return lead ? { ...lead, consent: await consentOf(db, clientId, lead) } : null;
}

/**
 * Leads of a campaign, or of one of its lists, for a file: list by list in the order in which they came, after lead
 * `after`. Staged ones are left out. Index lead_list.
 */
export async function leadsForExport(
  db: Db,
  clientId: ClientId,
  asked: { readonly campaignId: CampaignId; readonly listId?: ListId | undefined },
  page: { readonly after: LeadId | null; readonly limit: number },
): Promise<readonly StoredLead[]> {
  const place = page.after === null ? null : await placeOfLead(db, clientId, page.after);
  const rows: LeadRow[] = [];
  for (const listId of await listsFrom(db, clientId, asked, place?.listId ?? null)) {
    if (rows.length >= page.limit) break;
    const after = listId === place?.listId ? page.after : null;
    rows.push(
      ...(await selectLeads(db, clientId)
        .where('lead.list_id', '=', listId)
        .where('lead.state', '!=', 'staged')
        .$if(after !== null, (query) => query.where('lead.id', '>', after as LeadId))
        .orderBy('lead.id')
        .limit(page.limit - rows.length)
        .execute()),
    );
  }
  return withPhones(db, clientId, rows);
}

/** Where a page of leads goes on; null when the lead is gone. */
export async function placeOfLead(db: Db, clientId: ClientId, id: LeadId) {
  const row = await db
    .selectFrom('lead')
    .select(['list_id as listId', sql<string | null>`coalesce(last_name, company)`.as('name')])
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row ?? null;
}

/** The lists of a campaign in the order in which they were made, from one on; or just the one asked for. */
export async function listsFrom(
  db: Db,
  clientId: ClientId,
  asked: { readonly campaignId: CampaignId; readonly listId?: ListId | undefined },
  from: ListId | null,
): Promise<readonly ListId[]> {
  const rows = await db
    .selectFrom('list')
    .select('id')
    .where('client_id', '=', clientId)
    .where('campaign_id', '=', asked.campaignId)
    .$if(asked.listId !== undefined, (query) => query.where('id', '=', asked.listId as ListId))
    .$if(from !== null, (query) => query.where('id', '>=', from as ListId))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The bare rows that an undone import leaves are nobody's leads. */
function selectLeads(db: Db, clientId: ClientId) {
  return db
    .selectFrom('lead')
    .leftJoin('attempt', (join) =>
      join
        .onRef('attempt.lead_id', '=', 'lead.id')
        .onRef('attempt.number_of_lead', '=', 'lead.attempts_count'),
    )
    .selectAll('lead')
    .select(['attempt.network_result', 'attempt.disposition'])
    .where('lead.client_id', '=', clientId)
    .where((where) =>
      where.or([where('lead.state', '!=', 'staged'), where('lead.import_id', 'is not', null)]),
    );
}
type LeadRow = Awaited<ReturnType<ReturnType<typeof selectLeads>['executeTakeFirstOrThrow']>>;

async function withPhones(
  db: Db,
  clientId: ClientId,
  rows: readonly LeadRow[],
): Promise<readonly StoredLead[]> {
  if (rows.length === 0) return [];
  const phones = await phonesOfLeads(
    db,
    clientId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toLead(row, phones.get(row.id) ?? []));
}

/** The record of what the lead's file said, as long as it is there. Index consent_number. */
async function consentOf(db: Db, clientId: ClientId, lead: StoredLead): Promise<LeadConsent | null> {
  if (lead.consentAtMs === null) return null;
  const record = await db
    .selectFrom('consent')
    .select(['wording', 'proof', 'object'])
    .where('client_id', '=', clientId)
    .where('phone_number', 'in', [lead.phoneNumber, ...lead.phones.map((phone) => phone.phoneNumber)])
    .where('given_at', '=', lead.consentAtMs)
    .executeTakeFirst();
  const { wording = null, proof = null, object = null } = record ?? {};
  return { givenAtMs: lead.consentAtMs, source: lead.consentSource, wording, proof, object };
}

function toLead(row: LeadRow, phones: readonly StoredPhone[]): StoredLead {
  return {
    id: row.id,
    clientId: row.client_id,
    campaignId: row.campaign_id,
    listId: row.list_id,
    phoneNumber: row.phone_number,
    phones,
    reference: row.reference,
    civility: row.civility,
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    email: row.email,
    birthDate: row.birth_date,
    address: row.address,
    addressExtra: row.address_extra,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    region: row.state_of_address,
    timeZone: row.time_zone,
    comment: row.comment,
    priority: row.priority,
    consentAtMs: row.consent_at,
    consentSource: row.consent_source,
    // Written by this package alone, as JSON of such values.
    custom: JSON.parse(row.custom) as Record<string, CustomValue>,
    state: row.state,
    nextTryAtMs: row.next_try_at,
    attemptsCount: row.attempts_count,
    callbackAgentId: row.callback_agent_id,
    closedReason: row.closed_reason,
    importId: row.import_id,
    importLine: row.import_line,
    lastAttemptAtMs: row.last_attempt_at,
    lastResult: row.network_result,
    lastDisposition: row.disposition,
    createdAtMs: row.created_at,
    changedAtMs: row.changed_at,
  };
}
