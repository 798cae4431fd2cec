import type { CampaignId, ClientId, LeadId, LeadState, ListId, PhoneNumber } from '@alize/model';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { listsFrom, placeOfLead } from './leads.ts';
import type { LeadOfList } from './leads-of-list.ts';
import type { Db } from './open-database.ts';

/** Which leads of a campaign are asked for. */
export interface LeadFilter {
  readonly list?: ListId | undefined;
  readonly state?: LeadState | undefined;
  /** A number, a reference, an e-mail, or else the beginning of a name. */
  readonly search?: string | undefined;
  /** Open, and to be called before this instant. */
  readonly dueBeforeMs?: number | undefined;
}

export interface LeadPage {
  readonly after: LeadId | null;
  readonly limit: number;
}

export interface LeadOfCampaign extends LeadOfList {
  readonly priority: number;
}

interface Asked {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly filter: LeadFilter;
}

/** Leads that one number, reference or address may find. */
const exactMax = 500;

/**
 * A page of a campaign's leads after lead `after`: list by list in the order in which they came. With a search, those
 * that have exactly this number, reference or e-mail; if there are none, those whose name (the company's, where there is
 * no person's) begins so, by name. Staged leads only when asked for. Indexes lead_list, lead_phone_number,
 * lead_reference, lead_email and lead_name.
 */
export async function leadsOfCampaign(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  filter: LeadFilter,
  page: LeadPage,
): Promise<readonly LeadOfCampaign[]> {
  const asked = { clientId, campaignId, filter };
  const search = filter.search?.trim() ?? '';
  if (search === '') return inOrder(db, asked, page);
  const exact = await exactly(db, asked, search);
  if (exact.length === 0) return byName(db, asked, search, page);
  return exact.filter(({ id }) => page.after === null || id > page.after).slice(0, page.limit);
}

async function inOrder(db: Db, asked: Asked, page: LeadPage): Promise<readonly LeadOfCampaign[]> {
  const { clientId, campaignId, filter } = asked;
  const place = page.after === null ? null : await placeOfLead(db, clientId, page.after);
  const rows: LeadOfCampaign[] = [];
  const lists = await listsFrom(db, clientId, { campaignId, listId: filter.list }, place?.listId ?? null);
  for (const listId of lists) {
    if (rows.length >= page.limit) break;
    const after = listId === place?.listId ? page.after : null;
    rows.push(...(await pageQuery(db, asked, { listId, after, limit: page.limit - rows.length }).execute()));
  }
  return rows;
}

/** For the tests of its plan too. */
export function pageQuery(db: Db, asked: Asked, page: LeadPage & { readonly listId: ListId }) {
  return selectLeads(db, asked)
    .where('lead.list_id', '=', page.listId)
    .$if(page.after !== null, (query) => query.where('lead.id', '>', page.after as LeadId))
    .orderBy('lead.id')
    .limit(page.limit);
}

async function exactly(db: Db, asked: Asked, search: string): Promise<readonly LeadOfCampaign[]> {
  const found = new Map<LeadId, LeadOfCampaign>();
  for (const condition of conditionsOf(asked.clientId, search)) {
    const rows = await exactQuery(db, asked, condition).execute();
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** For the tests of its plan too. */
export function exactQuery(db: Db, asked: Asked, condition: RawBuilder<SqlBool>) {
  return selectLeads(db, asked).where(condition).limit(exactMax);
}

export function conditionsOf(clientId: ClientId, search: string): readonly RawBuilder<SqlBool>[] {
  const numbers = numbersWritten(search);
  return [
    sql<SqlBool>`lead.reference = ${search}`,
    ...(search.includes('@') ? [sql<SqlBool>`lead.email = ${search.toLowerCase()}`] : []),
    ...(numbers.length > 0
      ? [
          sql<SqlBool>`lead.id in (select lead_id from lead_phone
            where client_id = ${clientId} and phone_number in (${sql.join(numbers)}))`,
        ]
      : []),
  ];
}

/** Calling codes whose national numbers begin with 0: of France and its overseas, and where our centres are. */
const zeroCodes = [
  '33',
  '262',
  '590',
  '594',
  '596',
  '508',
  '681',
  '687',
  '689',
  '261',
  '212',
  '216',
  '32',
  '41',
  '44',
];

/** The numbers that somebody may mean who types these digits. */
function numbersWritten(search: string): readonly PhoneNumber[] {
  if (!/^\+?[\d\s().-]{6,}$/.test(search)) return [];
  const digits = search.replaceAll(/\D/g, '');
  if (digits.length < 6) return [];
  const written = [digits.startsWith('00') ? digits.slice(2) : digits];
  if (/^0[1-9]/.test(digits)) written.push(...zeroCodes.map((code) => code + digits.slice(1)));
  if (digits.length === 10) written.push(`1${digits}`);
  // Whether anybody has such a number is what is asked.
  return written.map((number) => `+${number}` as PhoneNumber);
}

async function byName(
  db: Db,
  asked: Asked,
  search: string,
  page: LeadPage,
): Promise<readonly LeadOfCampaign[]> {
  const place = page.after === null ? null : await placeOfLead(db, asked.clientId, page.after);
  const after = place && page.after !== null ? { id: page.after, name: place.name ?? '' } : null;
  const rows: (LeadOfCampaign & { readonly name: string })[] = [];
  for (const beginning of writings(search)) {
    rows.push(...(await nameQuery(db, asked, beginning, after, page.limit).execute()));
  }
  const key = (row: (typeof rows)[number]) => `${row.name}\0${row.id}`;
  return rows.sort((one, other) => (key(one) < key(other) ? -1 : 1)).slice(0, page.limit);
}

/** Names stand as their file wrote them, or with a capital. */
function writings(search: string): readonly string[] {
  const capital = search.replaceAll(
    /(^|[\s'’-])(\p{L})(\p{L}*)/gu,
    (_, before: string, first: string, rest: string) => before + first.toUpperCase() + rest.toLowerCase(),
  );
  return [...new Set([search, capital, search.toUpperCase(), search.toLowerCase()])];
}

/** For the tests of its plan too. */
export function nameQuery(
  db: Db,
  asked: Asked,
  beginning: string,
  after: { readonly id: LeadId; readonly name: string } | null,
  limit: number,
) {
  const name = sql<string>`coalesce(lead.last_name, lead.company)`;
  return selectLeads(db, asked)
    .select(name.as('name'))
    .where(name, '>=', beginning)
    .where(name, '<', `${beginning}\u{10ffff}`)
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(${name}, lead.id) > (${after?.name ?? ''}, ${after?.id ?? ''})`),
    )
    .orderBy(name)
    .orderBy('lead.id')
    .limit(limit);
}

/** The narrowing is written as expressions, so that SQLite goes by what is searched and not through a whole campaign. */
function selectLeads(db: Db, { clientId, campaignId, filter }: Asked) {
  const { list, state, dueBeforeMs } = filter;
  return db
    .selectFrom('lead')
    .select([
      'lead.id',
      'lead.list_id as listId',
      'lead.phone_number as phoneNumber',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.reference',
      'lead.city',
      'lead.state',
      'lead.priority',
      'lead.next_try_at as nextTryAtMs',
      'lead.attempts_count as attemptsCount',
      'lead.closed_reason as closedReason',
    ])
    .where('lead.client_id', '=', clientId)
    .where(sql<SqlBool>`lead.campaign_id || '' = ${campaignId}`)
    .$if(list !== undefined, (query) => query.where(sql<SqlBool>`lead.list_id || '' = ${list}`))
    .$if(state === undefined, (query) => query.where('lead.state', '!=', 'staged'))
    .$if(state !== undefined, (query) => query.where(sql<SqlBool>`lead.state || '' = ${state}`))
    .$if(dueBeforeMs !== undefined, (query) =>
      query
        .where(sql<SqlBool>`lead.state || '' = 'open'`)
        .where('lead.next_try_at', '<', dueBeforeMs as number),
    );
}
