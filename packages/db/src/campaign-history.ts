import type { CampaignId, ClientId } from '@alize/model';
import { type SqlBool, sql } from 'kysely';
import type { Db } from './open-database.ts';

/** How the calls of some campaigns went, as counts and samples: what a forecast is fitted to. */
export interface CampaignHistory {
  /** Five minutes each, those in which calls were placed, oldest first. */
  readonly slots: readonly HistorySlot[];
  /** The latest answered calls, 20,000 at most. */
  readonly answers: readonly AnswerSample[];
  /** Milliseconds until busy or invalid was told; the latest 2,000. */
  readonly failMs: readonly number[];
}

/** Calls by the instant they were placed. */
export interface HistorySlot {
  /** UTC milliseconds at which it begins: a multiple of five minutes. */
  readonly atMs: number;
  readonly placed: number;
  /** Of those, the ones that tell something of the list: carried by the network, not taken back, over or answered. */
  readonly told: number;
  readonly answered: number;
  /** Answered, and a machine by detection or by the agent's word. */
  readonly machines: number;
  readonly busy: number;
  readonly invalid: number;
  /** Given to an agent, machines left out. */
  readonly talks: number;
  readonly abandoned: number;
  readonly successes: number;
}

export interface AnswerSample {
  /** From asking the network to the answer. */
  readonly answerMs: number;
  /** Null: no agent had it, or it is not over. */
  readonly talkMs: number | null;
  /** Null: no disposition yet. */
  readonly wrapUpMs: number | null;
  readonly isMachine: boolean;
}

export interface HistoryAsked {
  readonly campaignIds: readonly CampaignId[];
  readonly fromMs: number;
  /** Half-open: `toMs` itself is outside. */
  readonly toMs: number;
}

export const slotMs = 300_000;
const callsMax = 200_000;
const answersMax = 20_000;
const failsMax = 2_000;

/**
 * What is on record of these campaigns' calls of a period; of more than 200,000, the latest. Three bounded queries.
 * Index attempt_campaign.
 */
export async function campaignHistory(
  db: Db,
  clientId: ClientId,
  asked: HistoryAsked,
): Promise<CampaignHistory> {
  if (asked.campaignIds.length === 0) return { slots: [], answers: [], failMs: [] };
  const bounds = { ...asked, fromMs: await fromLatest(db, clientId, asked) };
  return {
    slots: await slotsOf(db, clientId, bounds),
    answers: await answersOf(db, clientId, bounds),
    failMs: await failsOf(db, clientId, bounds),
  };
}

/** The client's other campaigns of the same kind and purpose. */
export async function similarCampaigns(
  db: Db,
  clientId: ClientId,
  id: CampaignId,
): Promise<readonly CampaignId[]> {
  const rows = await db
    .selectFrom('campaign')
    .innerJoin('campaign as own', (join) =>
      join.onRef('own.kind', '=', 'campaign.kind').onRef('own.purpose', '=', 'campaign.purpose'),
    )
    .select('campaign.id')
    .where('own.id', '=', id)
    .where('own.client_id', '=', clientId)
    .where('campaign.client_id', '=', clientId)
    .where('campaign.id', '!=', id)
    .execute();
  return rows.map((row) => row.id);
}

/** Whose campaign it is, for the operator of the centre; null when there is none of that id. */
export async function clientOfCampaign(db: Db, id: CampaignId): Promise<ClientId | null> {
  const row = await db.selectFrom('campaign').select('client_id').where('id', '=', id).executeTakeFirst();
  return row?.client_id ?? null;
}

/** How many of a campaign's leads were there to be called in a period, as far as their rows still tell. */
export async function leadsOpenIn(
  db: Db,
  clientId: ClientId,
  asked: { readonly campaignId: CampaignId; readonly fromMs: number; readonly toMs: number },
): Promise<number> {
  const row = await db
    .selectFrom('lead')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('list_id', 'in', (query) =>
      query.selectFrom('list').select('list.id').where('list.campaign_id', '=', asked.campaignId),
    )
    .where('client_id', '=', clientId)
    .where('state', '!=', 'staged')
    .where('created_at', '<', asked.toMs)
    .where(({ or, eb }) => or([eb('state', '!=', 'closed'), eb('changed_at', '>=', asked.fromMs)]))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Index attempt_campaign; the client is wrapped, or SQLite would walk all of the client's calls. */
export function selectCalls(db: Db, clientId: ClientId, { campaignIds, fromMs, toMs }: HistoryAsked) {
  return db
    .selectFrom('attempt')
    .where('campaign_id', 'in', campaignIds)
    .where(sql<string>`coalesce(client_id, '')`, '=', clientId)
    .where('created_at', '>=', fromMs)
    .where('created_at', '<', toMs);
}

async function fromLatest(db: Db, clientId: ClientId, asked: HistoryAsked): Promise<number> {
  const row = await selectCalls(db, clientId, asked)
    .select('created_at')
    .orderBy('created_at', 'desc')
    .limit(1)
    .offset(callsMax)
    .executeTakeFirst();
  return row ? row.created_at + 1 : asked.fromMs;
}

const isMachine = sql<SqlBool>`(coalesce(detected, '') = 'machine'
  or coalesce(disposition, '') = 'answering_machine')`;
const isTold = sql<SqlBool>`(answered_at is not null
  or (ended_at is not null and coalesce(network_result, 'unknown') not in ('congestion', 'cancelled')))`;

async function slotsOf(db: Db, clientId: ClientId, asked: HistoryAsked): Promise<readonly HistorySlot[]> {
  const slot = sql<number>`created_at / ${sql.lit(slotMs)}`;
  const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`;
  const rows = await selectCalls(db, clientId, asked)
    .select([
      slot.as('slot'),
      sql<number>`count(*)`.as('placed'),
      count(isTold).as('told'),
      count(sql`answered_at is not null`).as('answered'),
      count(sql`answered_at is not null and ${isMachine}`).as('machines'),
      count(sql`network_result = 'busy'`).as('busy'),
      count(sql`network_result = 'invalid_number'`).as('invalid'),
      count(sql`connected_at is not null and not ${isMachine}`).as('talks'),
      count(sql`is_abandoned = 1`).as('abandoned'),
      count(sql`disposition = 'success'`).as('successes'),
    ])
    .groupBy(slot)
    .orderBy(slot)
    .execute();
  return rows.map(({ slot: number, ...counts }) => ({ atMs: number * slotMs, ...counts }));
}

async function answersOf(db: Db, clientId: ClientId, asked: HistoryAsked): Promise<readonly AnswerSample[]> {
  const rows = await selectCalls(db, clientId, asked)
    .select([
      sql<number>`answered_at - coalesce(sent_at, created_at)`.as('answerMs'),
      sql<number | null>`ended_at - connected_at`.as('talkMs'),
      sql<number | null>`disposed_at - ended_at`.as('wrapUpMs'),
      isMachine.as('isMachine'),
    ])
    .where('answered_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(answersMax)
    .execute();
  return rows.map((row) => ({ ...row, isMachine: Boolean(row.isMachine) }));
}

async function failsOf(db: Db, clientId: ClientId, asked: HistoryAsked): Promise<readonly number[]> {
  const rows = await selectCalls(db, clientId, asked)
    .select(sql<number>`ended_at - coalesce(sent_at, created_at)`.as('failMs'))
    .where('network_result', 'in', ['busy', 'invalid_number'])
    .where('ended_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(failsMax)
    .execute();
  return rows.map((row) => row.failMs);
}
