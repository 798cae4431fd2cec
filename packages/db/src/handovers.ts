import type {
  AttemptId,
  CampaignId,
  ClientId,
  HandoverId,
  HandoverState,
  LeadId,
  ListId,
  Score,
  UserId,
} from '@alize/model';
import { sql } from 'kysely';
import { lockToChange } from './engine.ts';
import { appendEvents } from './events.ts';
import type { Db, Tx } from './open-database.ts';

/** A lead handed over, with the names that people know it by. */
export type StoredHandover = Awaited<ReturnType<typeof handoversOfClient>>[number];

export type Verdict = Exclude<HandoverState, 'handed_over'>;

/** Stores a hand-over and tells people of it. Call it in the transaction of the disposition. */
export async function insertHandover(
  tx: Tx,
  handover: {
    readonly id: HandoverId;
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly leadId: LeadId;
    readonly listId: ListId;
    readonly attemptId: AttemptId;
    readonly agentId: UserId;
    readonly points: number;
    readonly scoreParts: Score['parts'];
    readonly stageLabel: string | null;
    readonly atMs: number;
  },
): Promise<void> {
  await tx
    .insertInto('handover')
    .values({
      ...{ id: handover.id, client_id: handover.clientId, campaign_id: handover.campaignId },
      ...{ lead_id: handover.leadId, list_id: handover.listId, attempt_id: handover.attemptId },
      ...{ agent_id: handover.agentId, state: 'handed_over' },
      ...{ points: handover.points, score_parts: JSON.stringify(handover.scoreParts) },
      ...{ stage_label: handover.stageLabel, reason: null, comment: null },
      ...{ handed_over_at: handover.atMs, judged_at: null, judged_by: null },
    })
    .execute();
  await tellOf(tx, handover, 'handed_over', handover.atMs);
}

function tellOf(
  tx: Tx,
  { id, clientId, campaignId }: { id: HandoverId; clientId: ClientId; campaignId: CampaignId },
  state: HandoverState,
  atMs: number,
): Promise<void> {
  const event = { kind: 'handover.changed', handoverId: id, campaignId, state } as const;
  return appendEvents(tx, atMs, [{ clientId, event }]);
}

/** Which hand-overs a page shows; what is undefined does not narrow it. */
export interface HandoverFilter {
  readonly campaignId?: CampaignId | undefined;
  readonly state?: HandoverState | undefined;
  readonly agentId?: UserId | undefined;
  readonly listId?: ListId | undefined;
  readonly fromMs?: number | undefined;
  /** Half-open: `toMs` itself is outside. */
  readonly toMs?: number | undefined;
}

/** The client's hand-overs that fit, newest first. Index handover_client or handover_campaign. */
export async function handoversOfClient(
  db: Db,
  clientId: ClientId,
  filter: HandoverFilter,
  page: {
    readonly before: { readonly atMs: number; readonly id: HandoverId } | null;
    readonly limit: number;
  },
) {
  const { before } = page;
  return selectHandovers(db, clientId)
    .$if(filter.campaignId !== undefined, (query) =>
      query.where('handover.campaign_id', '=', filter.campaignId as CampaignId),
    )
    .$if(filter.state !== undefined, (query) =>
      query.where('handover.state', '=', filter.state as HandoverState),
    )
    .$if(filter.agentId !== undefined, (query) =>
      query.where('handover.agent_id', '=', filter.agentId as UserId),
    )
    .$if(filter.listId !== undefined, (query) =>
      query.where('handover.list_id', '=', filter.listId as ListId),
    )
    .$if(filter.fromMs !== undefined, (query) =>
      query.where('handover.handed_over_at', '>=', filter.fromMs as number),
    )
    .$if(filter.toMs !== undefined, (query) =>
      query.where('handover.handed_over_at', '<', filter.toMs as number),
    )
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`handover.handed_over_at <= ${before?.atMs}
          and (handover.handed_over_at < ${before?.atMs} or handover.id < ${before?.id})`,
      ),
    )
    .orderBy('handover.handed_over_at', 'desc')
    .orderBy('handover.id', 'desc')
    .limit(page.limit)
    .execute();
}

/** A hand-over with what makes up its points and each verdict on it, oldest first; null when the client has none of that id. */
export async function findHandover(db: Db, clientId: ClientId, id: HandoverId) {
  const found = await selectHandovers(db, clientId)
    .select('handover.score_parts as scoreParts')
    .where('handover.id', '=', id)
    .executeTakeFirst();
  if (!found) return null;
  const verdicts = await db
    .selectFrom('handover_verdict')
    .leftJoin('user', 'user.id', 'handover_verdict.by_user')
    .select(['at as atMs', 'verdict', 'reason', 'comment', 'user.name as byName'])
    .where('handover_id', '=', id)
    .orderBy('number')
    .execute();
  // Written by insertHandover alone.
  const scoreParts = JSON.parse(found.scoreParts) as Score['parts'];
  return { ...found, scoreParts, verdicts };
}

/** Whose hand-over this is: for a link, which bears its id alone. Null when there is none. */
export async function clientOfHandover(
  db: Db,
  id: HandoverId,
): Promise<{ readonly id: ClientId; readonly name: string } | null> {
  const row = await db
    .selectFrom('handover')
    .innerJoin('client', 'client.id', 'handover.client_id')
    .select(['client.id', 'client.name'])
    .where('handover.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

const selectHandovers = (db: Db, clientId: ClientId) =>
  db
    .selectFrom('handover')
    .innerJoin('campaign', 'campaign.id', 'handover.campaign_id')
    .innerJoin('list', 'list.id', 'handover.list_id')
    .innerJoin('lead', 'lead.id', 'handover.lead_id')
    .leftJoin('user as agent', 'agent.id', 'handover.agent_id')
    .leftJoin('user as judge', 'judge.id', 'handover.judged_by')
    .select([
      'handover.id',
      'handover.campaign_id as campaignId',
      'campaign.name as campaignName',
      'handover.lead_id as leadId',
      'lead.civility',
      'lead.first_name as firstName',
      'lead.last_name as lastName',
      'lead.company',
      'lead.reference as leadReference',
      'handover.list_id as listId',
      'list.name as listName',
      'handover.attempt_id as attemptId',
      'handover.agent_id as agentId',
      'agent.name as agentName',
      'handover.state',
      'handover.points',
      'handover.stage_label as stageLabel',
      'handover.reason',
      'handover.comment',
      'handover.handed_over_at as handedOverAtMs',
      'handover.judged_at as judgedAtMs',
      'judge.name as judgedByName',
    ])
    .where('handover.client_id', '=', clientId);

/** What the client says of a lead that was handed over. */
export interface NewVerdict {
  readonly clientId: ClientId;
  readonly handoverId: HandoverId;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly comment: string | null;
  /** Null: whoever has the link. */
  readonly by: UserId | null;
  readonly atMs: number;
}

/**
 * Notes a verdict in place of the one before, which is kept, and tells people. `same` when it says what stands already:
 * nothing is written then. `missing` when the client has no such hand-over. Call it in a transaction.
 */
export async function judgeHandover(tx: Tx, said: NewVerdict): Promise<'judged' | 'same' | 'missing'> {
  const { handoverId, clientId, verdict, reason, comment, by, atMs } = said;
  const stored = await lockToChange(
    tx,
    'handover',
    tx
      .selectFrom('handover')
      .select(['campaign_id', 'state', 'reason', 'comment'])
      .where('id', '=', handoverId)
      .where('client_id', '=', clientId),
  ).executeTakeFirst();
  if (!stored) return 'missing';
  if (stored.state === verdict && stored.reason === reason && stored.comment === comment) return 'same';
  const change = { state: verdict, reason, comment, judged_at: atMs, judged_by: by };
  await tx.updateTable('handover').set(change).where('id', '=', handoverId).execute();
  const { number } = await tx
    .selectFrom('handover_verdict')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
    .where('handover_id', '=', handoverId)
    .executeTakeFirstOrThrow();
  const row = { handover_id: handoverId, number, client_id: clientId, at: atMs };
  await tx
    .insertInto('handover_verdict')
    .values({ ...row, verdict, reason, comment, by_user: by })
    .execute();
  await tellOf(tx, { id: handoverId, clientId, campaignId: stored.campaign_id }, verdict, atMs);
  return 'judged';
}
