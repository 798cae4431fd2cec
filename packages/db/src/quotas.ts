import type { CampaignId, ClientId, LeadId, QuotaPlan } from '@alize/model';
import { type CellCount, cellOf, type FieldValue, type WeightMargin } from '@alize/surveys';
import { type Selectable, sql } from 'kysely';
import { jsonRows, lockToRead } from './engine.ts';
import { insertRows } from './insert-rows.ts';
import { isAnyOf } from './is-any-of.ts';
import type { Db, Tx } from './open-database.ts';
import type { Schema } from './schema.ts';

/** How a campaign surveys: the document of kind `survey`. */
export interface SurveySettings {
  readonly quotas: QuotaPlan | null;
  readonly weights: readonly WeightMargin[] | null;
  readonly hasWebLinks: boolean;
  readonly webLinkByEmail: boolean;
}

/** Those of a campaign that nobody has set up. */
export const noSurvey: SurveySettings = {
  quotas: null,
  weights: null,
  hasWebLinks: false,
  webLinkByEmail: false,
};

/** How a campaign surveys; in a transaction nobody changes it before that ends. */
export async function surveyOf(db: Db, clientId: ClientId, campaignId: CampaignId): Promise<SurveySettings> {
  const query = db
    .selectFrom('campaign_document')
    .select('document')
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .where('kind', '=', 'survey');
  const row = await lockToRead(db, query).executeTakeFirst();
  // Written by the api's survey document alone, which has checked it.
  return row ? (JSON.parse(row.document) as SurveySettings) : noSurvey;
}

/** Leads of a campaign whose cells may have changed. */
export interface LeadsToSort {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly ids: readonly LeadId[];
  readonly atMs: number;
}

/**
 * Puts leads into the cells of their campaign's quotas, by what is on record of them: the one place where a lead's cell
 * is decided. Without quotas nothing is read or written but their absence. Call it after each change of leads, in its
 * transaction.
 */
export async function sortLeads(tx: Tx, leads: LeadsToSort): Promise<void> {
  const { quotas } = await surveyOf(tx, leads.clientId, leads.campaignId);
  if (quotas) await sortBy(tx, quotas, leads);
}

/** The same by a plan that is at hand; null takes them out of all cells. */
export async function sortBy(tx: Tx, plan: QuotaPlan | null, { clientId, ids, atMs }: LeadsToSort) {
  if (ids.length === 0) return;
  const rows = await tx
    .selectFrom('lead')
    .select(['id', 'quota_cell', ...fieldColumns])
    .where('client_id', '=', clientId)
    .where(isAnyOf(tx, 'id', ids))
    .execute();
  const day = dayOf(atMs);
  const changed = rows.flatMap((row) => {
    const cell = plan && cellOf(plan, { fields: fieldValues(row), answers: {}, day });
    return cell === row.quota_cell ? [] : [{ id: row.id, cell }];
  });
  if (changed.length === 0) return;
  await sql`update lead set quota_cell = each.cell
    from (select value ->> 'id' as id, value ->> 'cell' as cell from ${jsonRows(tx, JSON.stringify(changed))}) as each
    where lead.id = each.id`.execute(tx);
}

/** The UTC day of an instant, as ages are reckoned on it. */
export const dayOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);

/** The columns that a cell, or a script's condition, may look at. */
export const fieldColumns = [
  'lead.reference',
  'lead.civility',
  'lead.first_name',
  'lead.last_name',
  'lead.company',
  'lead.email',
  'lead.birth_date',
  'lead.address',
  'lead.address_extra',
  'lead.postal_code',
  'lead.city',
  'lead.country',
  'lead.state_of_address',
  'lead.comment',
  'lead.custom',
] as const;
type FieldRow = Pick<
  Selectable<Schema['lead']>,
  | 'reference'
  | 'civility'
  | 'first_name'
  | 'last_name'
  | 'company'
  | 'email'
  | 'birth_date'
  | 'address'
  | 'address_extra'
  | 'postal_code'
  | 'city'
  | 'country'
  | 'state_of_address'
  | 'comment'
  | 'custom'
>;

/** A lead's fields by the names that quotas and conditions give them. */
export function fieldValues(row: FieldRow): Readonly<Record<string, Exclude<FieldValue, undefined>>> {
  // Written by this package alone, as JSON of such values.
  const custom = JSON.parse(row.custom) as Readonly<Record<string, string | number | boolean>>;
  return {
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
    comment: row.comment,
    ...Object.fromEntries(Object.entries(custom).map(([name, value]) => [`custom:${name}`, value])),
  };
}

/** How far each cell is filled; none without quotas. */
export async function quotaCells(db: Db, campaignId: CampaignId): Promise<readonly CellCount[]> {
  return db
    .selectFrom('quota_cell')
    .select(['cell as key', 'target', 'done_count as doneCount'])
    .where('campaign_id', '=', campaignId)
    .execute();
}

/** Puts these cells in place of a campaign's. Call it in the transaction that stores their plan. */
export async function replaceCells(
  tx: Tx,
  clientId: ClientId,
  campaignId: CampaignId,
  cells: readonly CellCount[],
): Promise<void> {
  await tx.deleteFrom('quota_cell').where('campaign_id', '=', campaignId).execute();
  await insertRows(
    tx,
    'quota_cell',
    ['campaign_id', 'cell', 'client_id', 'target', 'done_count'],
    cells.map(({ key, target, doneCount }) => [campaignId, key, clientId, target, doneCount]),
  );
}

/**
 * Takes a place in a cell: one statement, so that however many ask at once no cell counts more than its target. Null
 * when it is full or there is no such cell; else whether that was the last place.
 */
export async function takePlace(
  tx: Tx,
  campaignId: CampaignId,
  cell: string,
): Promise<{ readonly isLast: boolean } | null> {
  const row = await tx
    .updateTable('quota_cell')
    .set((column) => ({ done_count: column('done_count', '+', 1) }))
    .where('campaign_id', '=', campaignId)
    .where('cell', '=', cell)
    .whereRef('done_count', '<', 'target')
    .returning(['done_count', 'target'])
    .executeTakeFirst();
  return row ? { isLast: row.done_count >= row.target } : null;
}

/** Open leads and leads in calls by cell; index lead_due_cell for the former's greater part. */
export async function leadsByCell(db: Db, clientId: ClientId, campaignId: CampaignId) {
  return db
    .selectFrom('lead')
    .innerJoin('list', 'list.id', 'lead.list_id')
    .select(['lead.quota_cell as key', 'lead.state'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lead.client_id', '=', clientId)
    .where('lead.campaign_id', '=', campaignId)
    .where('lead.state', 'in', ['open', 'calling'])
    .where('list.is_active', '=', 1)
    .groupBy(['lead.quota_cell', 'lead.state'])
    .execute();
}
