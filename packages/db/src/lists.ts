import type { CampaignId, ClientId, LeadFields, LeadId, ListId, ListOutlook, UserId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';
import { forgetPersonsOfList, joinPersonsOfLeads } from './persons.ts';

/** A list of leads as people see it. */
export interface StoredList {
  readonly id: ListId;
  readonly campaignId: CampaignId;
  readonly name: string;
  readonly fileName: string | null;
  readonly state: 'importing' | 'ready' | 'failed';
  readonly rowsTotal: number;
  readonly leadsCount: number;
  readonly errorsCount: number;
  /** Code of why the whole file was refused. */
  readonly failure: string | null;
  readonly createdAtMs: number;
  /** What the rules said of its leads when last asked; null when they were not. */
  readonly outlook: ListOutlook | null;
}

/** A row of the file that became no lead. */
export interface ListError {
  readonly line: number;
  readonly code: string;
  readonly column: string | null;
  readonly value: string | null;
}

/** The lists of a campaign, newest first. Index list_campaign. */
export async function listsOfCampaign(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<readonly StoredList[]> {
  const rows = await selectLists(db, clientId)
    .where('campaign_id', '=', campaignId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toList);
}

/** A list; null when the client has none of that id. */
export async function findList(db: Db, clientId: ClientId, id: ListId): Promise<StoredList | null> {
  const row = await selectLists(db, clientId).where('id', '=', id).executeTakeFirst();
  return row ? toList(row) : null;
}

/** Errors of a list in the order of the file, after line `afterLine`. */
export async function errorsOfList(
  db: Db,
  clientId: ClientId,
  id: ListId,
  page: { readonly afterLine: number; readonly limit: number },
): Promise<readonly ListError[]> {
  return db
    .selectFrom('list_error')
    .select(['line', 'code', 'column_name as column', 'value'])
    .where('list_id', '=', id)
    .where('client_id', '=', clientId)
    .where('line', '>', page.afterLine)
    .orderBy('line')
    .limit(page.limit)
    .execute();
}

/** Adds a list whose file is about to be read. */
export async function insertList(
  db: Db,
  list: {
    readonly id: ListId;
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly name: string;
    readonly fileName: string | null;
    readonly createdBy: UserId | null;
  },
  atMs: number,
): Promise<void> {
  await db
    .insertInto('list')
    .values({
      id: list.id,
      client_id: list.clientId,
      campaign_id: list.campaignId,
      name: list.name,
      file_name: list.fileName,
      state: 'importing',
      mapping: null,
      outlook: null,
      failure: null,
      created_by: list.createdBy,
      created_at: atMs,
      finished_at: null,
    })
    .execute();
}

export interface ListBatch {
  readonly listId: ListId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly leads: readonly { readonly id: LeadId; readonly line: number; readonly fields: LeadFields }[];
  readonly errors: readonly ListError[];
  readonly atMs: number;
  /** Whether the people of the list were told, when they consented, how to withdraw and how to see the proof. */
  readonly consentsAreInformed?: boolean;
}

/** How many rows of a batch became what. */
export interface ListProgress {
  readonly rowsTotal: number;
  readonly leadsCount: number;
  readonly errorsCount: number;
}

/**
 * Stores some rows of a list and answers its counts so far. A number that the list holds already is an error
 * `duplicate_in_list`. The leads are open but not yet due: `releaseLeads` makes them so. Call it in a transaction.
 */
export async function storeListBatch(db: Db, batch: ListBatch): Promise<ListProgress> {
  const stored = await insertLeads(db, batch);
  await storePeople(
    db,
    batch,
    batch.leads.filter((lead) => stored.has(lead.id)),
  );
  const duplicates = batch.leads
    .filter((lead) => !stored.has(lead.id))
    .map((lead) => ({
      line: lead.line,
      code: 'duplicate_in_list',
      column: null,
      value: lead.fields.phoneNumber as string,
    }));
  const errors = [...batch.errors, ...duplicates];
  await insertErrors(db, batch, errors);
  return addProgress(db, batch.listId, stored.size, errors.length);
}

/**
 * Makes up to `limit` of a list's leads due at `atMs`; answers how many. In small steps, so that a large list
 * does not keep the dialer from writing.
 */
export async function releaseLeads(db: Db, listId: ListId, atMs: number, limit: number): Promise<number> {
  const waiting = db
    .selectFrom('lead')
    .select('id')
    .where('list_id', '=', listId)
    .where('state', '=', 'open')
    .where('next_try_at', 'is', null)
    .limit(limit);
  const result = await db
    .updateTable('lead')
    .set({ next_try_at: atMs })
    .where('id', 'in', waiting)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Marks that all rows of the file are stored; the leads are released after it. */
export async function markListStored(db: Db, listId: ListId, atMs: number): Promise<void> {
  await db.updateTable('list').set({ finished_at: atMs }).where('id', '=', listId).execute();
}

export async function markListReady(db: Db, listId: ListId): Promise<void> {
  await db.updateTable('list').set({ state: 'ready' }).where('id', '=', listId).execute();
}

/** Gives a whole list up: its rows go, its name and the reason stay. None can have been called: none was due. */
export async function failList(db: Db, listId: ListId, failure: string, atMs: number): Promise<void> {
  // By their numbers, for which there is an index.
  await sql`delete from consent where list_id = ${listId} and (client_id, phone_number) in
    (select client_id, phone_number from lead where list_id = ${listId})`.execute(db);
  await forgetPersonsOfList(db, listId);
  await db.deleteFrom('lead').where('list_id', '=', listId).execute();
  await db.deleteFrom('list_error').where('list_id', '=', listId).execute();
  await db
    .updateTable('list')
    .set({ state: 'failed', failure, finished_at: atMs, rows_total: 0, leads_count: 0, errors_count: 0 })
    .where('id', '=', listId)
    .execute();
}

/** Lists whose import a stop of the process cut off; `isStored` when only the release of their leads is left. */
export async function interruptedLists(
  db: Db,
): Promise<readonly { id: ListId; clientId: ClientId; campaignId: CampaignId; isStored: boolean }[]> {
  const rows = await db
    .selectFrom('list')
    .select(['id', 'client_id', 'campaign_id', 'finished_at'])
    .where('state', '=', 'importing')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    campaignId: row.campaign_id,
    isStored: row.finished_at !== null,
  }));
}

/** The persons that the leads are, and what the file says they consented to. */
async function storePeople(
  db: Db,
  { clientId, listId, ...batch }: ListBatch,
  leads: ListBatch['leads'],
): Promise<void> {
  const ids = leads.map(({ id }) => id).sort();
  const [fromId, toId] = [ids[0], ids.at(-1)];
  if (!fromId || !toId) return;
  await joinPersonsOfLeads(db, { clientId, listId, fromId, toId });
  const consenting = leads.filter(({ fields }) => fields.consentAtMs !== null);
  if (consenting.length > 0) await storeConsents(db, { clientId, listId, ...batch }, consenting);
}

/** The file's date and proof, for what the campaign is about. A record that lacks either is kept, and is no ground. */
async function storeConsents(db: Db, batch: ListBatch, leads: ListBatch['leads']): Promise<void> {
  const campaign = await db
    .selectFrom('campaign')
    .select('object')
    .where('id', '=', batch.campaignId)
    .executeTakeFirst();
  const rows = leads.map(({ id, fields }) => ({
    id: `consent_${id.slice('lead_'.length)}` as const,
    client_id: batch.clientId,
    phone_number: fields.phoneNumber,
    object: campaign?.object ?? null,
    form: 'express',
    given_at: fields.consentAtMs ?? 0,
    proof: fields.consentSource,
    was_informed: batch.consentsAreInformed ? 1 : 0,
    list_id: batch.listId,
    created_at: batch.atMs,
  }));
  await db.insertInto('consent').values(rows).execute();
}

/** Answers the ids of those that are new to the list, in one statement. */
async function insertLeads(db: Db, batch: ListBatch): Promise<ReadonlySet<LeadId>> {
  if (batch.leads.length === 0) return new Set();
  const rows = await db
    .insertInto('lead')
    .values(batch.leads.map((lead) => leadRow(batch, lead)))
    .onConflict((conflict) => conflict.columns(['list_id', 'phone_number']).doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function leadRow(batch: ListBatch, { id, fields }: ListBatch['leads'][number]) {
  return {
    id,
    client_id: batch.clientId,
    campaign_id: batch.campaignId,
    list_id: batch.listId,
    phone_number: fields.phoneNumber,
    reference: fields.reference,
    civility: fields.civility,
    first_name: fields.firstName,
    last_name: fields.lastName,
    company: fields.company,
    email: fields.email,
    address: fields.address,
    postal_code: fields.postalCode,
    city: fields.city,
    comment: fields.comment,
    consent_at: fields.consentAtMs,
    consent_source: fields.consentSource,
    custom: JSON.stringify(fields.custom),
    state: 'open' as const,
    next_try_at: null,
    last_attempt_at: null,
    callback_agent_id: null,
    closed_reason: null,
    created_at: batch.atMs,
    changed_at: batch.atMs,
  };
}

async function insertErrors(db: Db, batch: ListBatch, errors: readonly ListError[]): Promise<void> {
  if (errors.length === 0) return;
  const rows = errors.map((error) => ({
    list_id: batch.listId,
    client_id: batch.clientId,
    line: error.line,
    code: error.code,
    column_name: error.column,
    value: error.value?.slice(0, 200) ?? null,
  }));
  await db.insertInto('list_error').values(rows).execute();
}

async function addProgress(
  db: Db,
  listId: ListId,
  leadsCount: number,
  errorsCount: number,
): Promise<ListProgress> {
  return db
    .updateTable('list')
    .set((column) => ({
      rows_total: column('rows_total', '+', leadsCount + errorsCount),
      leads_count: column('leads_count', '+', leadsCount),
      errors_count: column('errors_count', '+', errorsCount),
    }))
    .where('id', '=', listId)
    .returning(['rows_total as rowsTotal', 'leads_count as leadsCount', 'errors_count as errorsCount'])
    .executeTakeFirstOrThrow();
}

function selectLists(db: Db, clientId: ClientId) {
  return db
    .selectFrom('list')
    .select([
      'id',
      'campaign_id as campaignId',
      'name',
      'file_name as fileName',
      'state',
      'rows_total as rowsTotal',
      'leads_count as leadsCount',
      'errors_count as errorsCount',
      'failure',
      'created_at as createdAtMs',
      'outlook',
    ])
    .where('client_id', '=', clientId);
}

type ListRow = Omit<StoredList, 'outlook'> & { readonly outlook: string | null };

function toList(row: ListRow): StoredList {
  // Written by saveListOutlook alone.
  return { ...row, outlook: row.outlook === null ? null : (JSON.parse(row.outlook) as ListOutlook) };
}
