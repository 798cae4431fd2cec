import { type DuplicateKey, type DuplicatePolicy, type DuplicateScope, duplicateScopes } from '@alize/leads';
import type { CampaignId, ClientId, ImportId, LeadFields, LeadId, ListId } from '@alize/model';
import { type RawBuilder, sql } from 'kysely';
import { isAnyOf } from './is-any-of.ts';
import type { Db } from './open-database.ts';

/** Where to look for leads that are known already. */
export interface DuplicateSearch {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  /** Null while the list is still to be made. */
  readonly listId: ListId | null;
  /** Leads of this import are no duplicates of its rows; null for leads that come by the API. */
  readonly importId: ImportId | null;
  readonly policy: DuplicatePolicy;
  readonly nowMs: number;
}

/** A row that may be known, under a number of its own: the line of the file, or the place in a batch. */
export interface DuplicateCandidate {
  readonly line: number;
  readonly fields: Pick<LeadFields, 'phones' | 'email' | 'reference'>;
}

export interface Duplicate {
  /** The nearest place where the lead stands. */
  readonly scope: DuplicateScope;
  readonly leadId: LeadId;
}

const dayMs = 24 * 3600_000;

/**
 * Which candidates are leads already, by any key of the policy; of several leads the nearest, then the oldest. One
 * statement when nobody else can be there, and one more for each key. Indexes lead_phone_number, lead_email and
 * lead_reference.
 */
export async function findDuplicates(
  db: Db,
  search: DuplicateSearch,
  candidates: readonly DuplicateCandidate[],
): Promise<ReadonlyMap<number, Duplicate>> {
  const found = new Map<number, Ranked>();
  const { by } = search.policy;
  if (by.length === 0 || candidates.length === 0 || !(await hasOtherLeads(db, search)))
    return toAnswer(found);
  for (const key of by) {
    const values = [...new Set(candidates.flatMap((candidate) => valuesOf[key](candidate)))];
    if (values.length === 0) continue;
    const known = await nearestLeads(db, search, key, values);
    for (const candidate of candidates) {
      for (const value of valuesOf[key](candidate)) keepNearest(found, candidate.line, known.get(value));
    }
  }
  return toAnswer(found);
}

const valuesOf: Record<DuplicateKey, (candidate: DuplicateCandidate) => readonly string[]> = {
  number: ({ fields }) => fields.phones.map((phone) => phone.phoneNumber),
  email: ({ fields: { email } }) => (email === null ? [] : [email]),
  reference: ({ fields: { reference } }) => (reference === null ? [] : [reference]),
};

/** Place and id of a lead as one text: the least is the nearest, then the oldest. */
type Ranked = string;

function keepNearest(found: Map<number, Ranked>, line: number, ranked: Ranked | undefined): void {
  const before = found.get(line);
  if (ranked !== undefined && (before === undefined || ranked < before)) found.set(line, ranked);
}

function toAnswer(found: ReadonlyMap<number, Ranked>): ReadonlyMap<number, Duplicate> {
  return new Map([...found].map(([line, ranked]) => [line, toDuplicate(ranked)]));
}

function toDuplicate(ranked: Ranked): Duplicate {
  const scope = duplicateScopes[Number(ranked[0])];
  if (!scope) throw new Error(`no place ${ranked[0]}`);
  // Made by nearestLeads from a lead's id.
  return { scope, leadId: ranked.slice(1) as LeadId };
}

/** By the counts of the lists, so that a client's first file is not looked up row by row. */
async function hasOtherLeads(db: Db, { clientId, importId, ...search }: DuplicateSearch): Promise<boolean> {
  const { within } = search.policy;
  if (within === 'list' && search.listId === null) return false;
  const { rows } = await sql<{ others: number }>`
    select coalesce(sum(leads_count), 0) - (select coalesce(sum(leads_count), 0) from import
      where id = ${importId} and client_id = ${clientId}) as others
    from list where client_id = ${clientId} and ${within === 'list' ? sql`id = ${search.listId}` : sql`true`}
      and ${within === 'campaign' ? sql`campaign_id = ${search.campaignId}` : sql`true`}`.execute(db);
  return Number(rows[0]?.others ?? 0) > 0;
}

async function nearestLeads(
  db: Db,
  search: DuplicateSearch,
  key: DuplicateKey,
  values: readonly string[],
): Promise<ReadonlyMap<string, Ranked>> {
  const { rows } = await duplicatesQuery(db, search, key, values).execute(db);
  return new Map(rows.map((row) => [row.value, row.ranked]));
}

/**
 * The nearest lead of each value; for the tests of its plan too. `|| ''` keeps SQLite from going through all leads of the
 * campaign or list: what is looked for is few values.
 */
export function duplicatesQuery(
  db: Db,
  { clientId, campaignId, listId, importId, policy, nowMs }: DuplicateSearch,
  key: DuplicateKey,
  values: readonly string[],
): RawBuilder<{ value: string; ranked: Ranked }> {
  const { table, column } = keys[key];
  const sinceMs = policy.days === null ? null : nowMs - policy.days * dayMs;
  return sql`select ${sql.ref(column)} as value,
      min(case when lead.list_id = ${listId ?? ''} then '0' when lead.campaign_id = ${campaignId} then '1' else '2' end
        || lead.id) as ranked
    from ${table} where lead.client_id = ${clientId} and ${isAnyOf(db, column, values)}
      and (lead.import_id is null or lead.import_id != ${importId ?? ''})
      and ${policy.within === 'list' ? sql`lead.list_id || '' = ${listId}` : sql`true`}
      and ${policy.within === 'campaign' ? sql`lead.campaign_id || '' = ${campaignId}` : sql`true`}
      and ${sinceMs === null ? sql`true` : sql`(lead.created_at >= ${sinceMs} or lead.last_attempt_at >= ${sinceMs})`}
    group by ${sql.ref(column)}`;
}

const keys = {
  number: {
    table: sql`lead_phone join lead on lead.id = lead_phone.lead_id`,
    column: 'lead_phone.phone_number',
  },
  email: { table: sql`lead`, column: 'lead.email' },
  reference: { table: sql`lead`, column: 'lead.reference' },
} as const;
