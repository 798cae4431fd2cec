import type { CampaignId, LeadId, ListId, UserId } from '@alize/model';
import { inOrderOfWant } from '@alize/surveys';
import { sql } from 'kysely';
import { lockNext } from './engine.ts';
import { isAnyOf } from './is-any-of.ts';
import type { Db, Tx } from './open-database.ts';
import { quotaCells } from './quotas.ts';

/** A list that has leads due, and its weight among the lists of its campaign. */
export interface DueList {
  readonly listId: ListId;
  readonly share: number;
}

/** How many of the next `count` leads are to come from each of these lists: see `ListTurns` of the leads package. */
export type TurnsOf = (lists: readonly DueList[], count: number) => ReadonlyMap<ListId, number>;

interface DueGroup extends DueList {
  readonly priority: number;
  /** When the first lead of the group falls due. */
  readonly atMs: number;
  /** Whether the campaign has quotas: as SQLite or PostgreSQL says it. */
  readonly hasQuotas: 0 | 1 | boolean;
}

/**
 * The priorities that open leads of each active list have, highest first, callbacks left out, and when the first of
 * each falls due. One statement that jumps from group to group in the index, two steps each, however many leads there
 * are. Index lead_due; of one cell of the quotas, lead_due_cell.
 */
async function groupsOf(db: Db, campaignId: CampaignId, cell: string | null): Promise<readonly DueGroup[]> {
  const inCell = within(cell);
  const { rows } = await sql<DueGroup>`with recursive each_group (list_id, share, priority) as (
      select list.id, list.share, (select max(lead.priority) from lead where lead.campaign_id = ${campaignId}
        and lead.list_id = list.id and lead.state = 'open' and lead.is_callback = 0${inCell})
      from list where list.campaign_id = ${campaignId} and list.is_active = 1
      union all
      select each_group.list_id, each_group.share,
        (select max(lead.priority) from lead where lead.campaign_id = ${campaignId}
          and lead.list_id = each_group.list_id and lead.state = 'open' and lead.is_callback = 0
          and lead.priority < each_group.priority${inCell})
      from each_group where each_group.priority is not null
    )
    select list_id as "listId", share, priority,
      (select min(lead.next_try_at) from lead where lead.campaign_id = ${campaignId}
        and lead.list_id = each_group.list_id and lead.state = 'open' and lead.is_callback = 0
        and lead.priority = each_group.priority${inCell}) as "atMs",
      exists (select 1 from quota_cell where campaign_id = ${campaignId}) as "hasQuotas"
    from each_group where priority is not null order by list_id, priority desc`.execute(db);
  return rows;
}

/** Nothing where the campaign has no quotas: the statement stays what it is without them. */
const within = (cell: string | null) => (cell === null ? sql`` : sql` and lead.quota_cell = ${cell}`);

/** Open leads that may be taken of a campaign with quotas: those of these keys, the most wanted first. */
interface Wanted {
  readonly keys: readonly string[];
  readonly callbackKeys: readonly string[];
}

/**
 * What is open of a campaign, whatever its cell, and which of it the quotas want. That there are no quotas is said by
 * the same statement: a campaign without them pays nothing for them.
 */
async function openOf(db: Db, campaignId: CampaignId) {
  const groups = await groupsOf(db, campaignId, null);
  const [first] = groups;
  const wanted = first && !first.hasQuotas ? null : await wantedOf(db, campaignId);
  return { groups, wanted };
}

/**
 * Which leads the quotas still want; null for a campaign without quotas. Read anew each time, so that a cell is out of
 * dialling from the moment it is full. An agreed callback waits too: nobody is called back for answers that would not
 * count. It is due again as soon as its cell is.
 */
async function wantedOf(db: Db, campaignId: CampaignId): Promise<Wanted | null> {
  const cells = await quotaCells(db, campaignId);
  if (cells.length === 0) return null;
  const waiting = await callbacks(db, campaignId)
    .select('lead.quota_cell as key')
    .distinct()
    .where('lead.quota_cell', 'is not', null)
    .execute();
  return {
    keys: inOrderOfWant(cells, await keysDue(db, campaignId)),
    callbackKeys: inOrderOfWant(
      cells,
      waiting.flatMap(({ key }) => key ?? []),
    ),
  };
}

/** The keys that open leads have: one seek a key. Index lead_due_cell. */
async function keysDue(db: Db, campaignId: CampaignId): Promise<readonly string[]> {
  const next = (after: ReturnType<typeof sql>) => sql`(select min(lead.quota_cell) from lead
    where lead.campaign_id = ${campaignId} and lead.state = 'open' and lead.is_callback = 0 and ${after})`;
  const { rows } = await sql<{ key: string }>`with recursive each_key (key) as (
      select ${next(sql`lead.quota_cell is not null`)}
      union all
      select ${next(sql`lead.quota_cell > each_key.key`)} from each_key where each_key.key is not null
    ) select key from each_key where key is not null`.execute(db);
  return rows.map(({ key }) => key);
}

/**
 * When the campaign's next lead falls due: an instant (past when due now), or null when none is open, or none is wanted
 * by its quotas.
 */
export async function nextDueAt(db: Db, campaignId: CampaignId): Promise<number | null> {
  const { groups, wanted } = await openOf(db, campaignId);
  const instants = wanted ? [] : groups.map((group) => group.atMs);
  for (const cell of wanted?.keys ?? [])
    instants.push(...(await groupsOf(db, campaignId, cell)).map((group) => group.atMs));
  const callback = await wantedCallbacks(db, campaignId, wanted)
    .select(({ fn }) => fn.min('lead.next_try_at').as('at'))
    .executeTakeFirst();
  if (callback?.at != null) instants.push(callback.at);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Whether a campaign has open leads whom its quotas do not want. */
export async function isHeldByQuotas(db: Db, campaignId: CampaignId): Promise<boolean> {
  if ((await quotaCells(db, campaignId)).length === 0) return false;
  if ((await keysDue(db, campaignId)).length > 0) return true;
  const callback = await callbacks(db, campaignId).select('lead.id').limit(1).executeTakeFirst();
  return callback !== undefined;
}

/** What is asked of the next due leads. */
export interface DueAsked {
  readonly campaignId: CampaignId;
  readonly limit: number;
  readonly nowMs: number;
  /** Callbacks kept for one agent are due only while that agent is in here. */
  readonly readyAgentIds: readonly UserId[];
  readonly turnsOf: TurnsOf;
}

export interface DueLeads {
  /** Callbacks first, then those of each list. */
  readonly leads: readonly DueLead[];
  /** The lists that had leads due, and how many of these are theirs, callbacks apart. */
  readonly lists: readonly DueList[];
  readonly takenCounts: ReadonlyMap<ListId, number>;
}

/** A lead that is taken, as it was before. */
export type DueLead = Awaited<ReturnType<typeof take>>[number];

/**
 * Takes the leads to call next, of active lists alone: they become `calling`. Callbacks at their time, soonest first;
 * then so many of each list as its turns are, a list that has fewer leaving its turns to the others; in a list by
 * priority, then by how long they have been due. With quotas, cell by cell, the poorest first, full ones not at all;
 * leads whose cell is not known are worth the mean of the cells that they may be in. Call it in a transaction.
 */
export async function takeDueLeads(tx: Tx, asked: DueAsked): Promise<DueLeads> {
  const { groups, wanted } = await openOf(tx, asked.campaignId);
  const callbackIds = await dueCallbacks(tx, asked, wanted);
  const given: DueList[] = [];
  const takenCounts = new Map<ListId, number>();
  const ids = [...callbackIds];
  for (const cell of wanted?.keys ?? [null]) {
    if (ids.length >= asked.limit) break;
    const open = cell === null ? groups : await groupsOf(tx, asked.campaignId, cell);
    for (const list of await dueOfLists(tx, asked, { cell, open, limit: asked.limit - ids.length })) {
      if (!takenCounts.has(list.listId)) given.push({ listId: list.listId, share: list.share });
      takenCounts.set(list.listId, (takenCounts.get(list.listId) ?? 0) + list.ids.length);
      ids.push(...list.ids);
    }
  }
  return { leads: await take(tx, ids), lists: given, takenCounts };
}

/** One statement: those leads that are open, and not being changed just now, become `calling`; in the order of their ids. */
async function take(tx: Tx, ids: readonly LeadId[]) {
  if (ids.length === 0) return [];
  const open = tx
    .selectFrom('lead')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'open');
  const rows = await tx
    .updateTable('lead')
    .set({ state: 'calling', next_try_at: null })
    .where('id', 'in', lockNext(tx, open))
    .returning([
      'id',
      'list_id',
      'phone_number',
      'postal_code',
      'country',
      'state_of_address',
      'time_zone',
      'attempts_count',
      'callback_agent_id',
      'changed_at',
    ])
    .execute();
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
}

/** A list while leads are read from it. */
interface GivingList extends DueList {
  readonly ids: LeadId[];
  /** Its priorities that are due and not read to their end, the highest first. */
  readonly groups: DueGroup[];
  /** Leads read of the first of them. */
  readCount: number;
}

function givingList(groups: DueGroup[]): GivingList {
  const [first] = groups;
  if (!first) throw new Error('A list with leads due has no priority');
  return { listId: first.listId, share: first.share, groups, ids: [], readCount: 0 };
}

/** SQLite takes 500 parts in one statement at most. */
const listsAtOnce = 200;

/** Each round is one statement; there is a second one only where a list's priority held fewer than its turns. */
async function dueOfLists(
  tx: Tx,
  asked: DueAsked,
  {
    cell,
    open,
    limit,
  }: { readonly cell: string | null; readonly open: readonly DueGroup[]; readonly limit: number },
): Promise<readonly GivingList[]> {
  const groups = open.filter((group) => group.atMs <= asked.nowMs);
  const lists = [...Map.groupBy(groups, (group) => group.listId).values()].map(givingList);
  let giving: readonly GivingList[] = lists;
  let left = limit;
  while (left > 0 && giving.length > 0) {
    const given = giving.reduce((sum, { ids }) => sum + ids.length, 0);
    const turns = asked.turnsOf(giving, left + given);
    const wants = giving
      .map((list) => ({ list, wanted: (turns.get(list.listId) ?? 0) - list.ids.length }))
      .filter(({ wanted }) => wanted > 0)
      .slice(0, listsAtOnce);
    if (wants.length === 0) break;
    const found = await firstDue(tx, { ...asked, cell }, wants);
    for (const { list, wanted } of wants) left -= noteRead(list, wanted, found.get(list.listId) ?? []);
    giving = giving.filter((list) => list.groups.length > 0);
  }
  return lists;
}

function noteRead(list: GivingList, wanted: number, ids: readonly LeadId[]): number {
  list.ids.push(...ids);
  list.readCount += ids.length;
  if (ids.length < wanted) {
    list.groups.shift();
    list.readCount = 0;
  }
  return ids.length;
}

/** The next leads of each list's first priority: one seek a list. Index lead_due. */
async function firstDue(
  tx: Tx,
  { campaignId, nowMs, cell }: DueAsked & { readonly cell: string | null },
  wants: readonly { readonly list: GivingList; readonly wanted: number }[],
): Promise<ReadonlyMap<ListId, readonly LeadId[]>> {
  const arms = wants.flatMap(({ list: { listId, groups, readCount }, wanted }) =>
    groups.slice(0, 1).map(
      ({ priority }) => sql`select * from (select list_id as "listId", id from lead
        where campaign_id = ${campaignId} and list_id = ${listId} and state = 'open' and is_callback = 0
          and priority = ${priority} and next_try_at <= ${nowMs}${within(cell)}
        order by next_try_at limit ${wanted} offset ${readCount}) as due`,
    ),
  );
  const { rows } = await sql<{ listId: ListId; id: LeadId }>`${sql.join(arms, sql` union all `)}`.execute(tx);
  const found = new Map<ListId, LeadId[]>();
  for (const { listId, id } of rows) found.set(listId, [...(found.get(listId) ?? []), id]);
  return found;
}

/** The callbacks agreed of a campaign's active lists. Written out, so that SQLite sees its partial index fit. */
function callbacks(db: Db, campaignId: CampaignId) {
  return db
    .selectFrom('lead')
    .innerJoin('list', 'list.id', 'lead.list_id')
    .where('lead.campaign_id', '=', campaignId)
    .where('lead.state', '=', sql.lit('open'))
    .where('lead.is_callback', '=', sql.lit(1))
    .where('list.is_active', '=', 1);
}

/** Those that the quotas want; all of them without quotas. */
function wantedCallbacks(db: Db, campaignId: CampaignId, wanted: Wanted | null) {
  const all = callbacks(db, campaignId);
  return wanted === null ? all : all.where(isAnyOf(db, 'lead.quota_cell', wanted.callbackKeys));
}

/** Those for anyone and those of agents who are ready; what is kept for others is not looked at. Index lead_due_callback. */
async function dueCallbacks(db: Db, asked: DueAsked, wanted: Wanted | null): Promise<LeadId[]> {
  const due = wantedCallbacks(db, asked.campaignId, wanted)
    .select(['lead.id', 'lead.next_try_at'])
    .where('lead.next_try_at', '<=', asked.nowMs)
    .orderBy('lead.next_try_at')
    .limit(asked.limit);
  const rows = await due.where('lead.callback_agent_id', 'is', null).execute();
  if (asked.readyAgentIds.length > 0) {
    rows.push(...(await due.where('lead.callback_agent_id', 'in', [...asked.readyAgentIds]).execute()));
  }
  rows.sort((one, other) => (one.next_try_at ?? 0) - (other.next_try_at ?? 0));
  return rows.slice(0, asked.limit).map((row) => row.id);
}
