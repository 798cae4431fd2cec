import type { CampaignId, ClientId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** What has been learnt of a campaign's calls and talks, as the pacing wrote it; null when nothing is kept. */
export async function findPacingState(db: Db, clientId: ClientId, campaignId: CampaignId): Promise<unknown> {
  const row = await db
    .selectFrom('pacing_state')
    .select('state')
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row ? JSON.parse(row.state) : null;
}

/** How the last calls of a client's campaigns of one kind went. */
export interface SimilarCalls {
  readonly calls: number;
  readonly answered: number;
  /** Means; null when nobody talked, or nobody wrapped up. */
  readonly talkSeconds: number | null;
  readonly wrapUpSeconds: number | null;
}

const similarCallsMax = 2_000;
/** No further back is looked than this many calls of the client: a kind that is rare would be sought among all. */
const callsLookedAtMax = 20_000;

/** The last calls of the client's campaigns of the same kind as this one. Index attempt_client. */
export async function similarCalls(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<SimilarCalls> {
  const looked = db
    .selectFrom('attempt')
    .select(['campaign_id', 'created_at', 'answered_at', 'connected_at', 'ended_at', 'disposed_at'])
    .where('client_id', '=', clientId)
    .where('ended_at', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(callsLookedAtMax);
  const last = db
    .selectFrom(looked.as('looked'))
    .innerJoin('campaign', 'campaign.id', 'looked.campaign_id')
    .select(['answered_at', 'connected_at', 'ended_at', 'disposed_at'])
    .where('campaign.kind', '=', (own) =>
      own.selectFrom('campaign').select('kind').where('id', '=', campaignId),
    )
    .orderBy('looked.created_at', 'desc')
    .limit(similarCallsMax);
  const row = await db
    .selectFrom(last.as('last'))
    .select(({ fn }) => [
      fn.countAll<number>().as('calls'),
      fn.count<number>('answered_at').as('answered'),
      sql<number | null>`avg(case when connected_at is not null then ended_at - connected_at end)`.as('talk'),
      sql<number | null>`avg(case when connected_at is not null and disposed_at >= ended_at
        then disposed_at - ended_at end)`.as('wrap_up'),
    ])
    .executeTakeFirstOrThrow();
  return {
    calls: Number(row.calls),
    answered: Number(row.answered),
    talkSeconds: row.talk === null ? null : row.talk / 1000,
    wrapUpSeconds: row.wrap_up === null ? null : row.wrap_up / 1000,
  };
}

/** Keeps what has been learnt of a campaign, in the place of what was kept before. */
export async function savePacingState(
  db: Db,
  kept: {
    readonly campaignId: CampaignId;
    readonly clientId: ClientId;
    /** JSON. */
    readonly state: string;
    readonly atMs: number;
  },
): Promise<void> {
  const written = { state: kept.state, saved_at: kept.atMs };
  await db
    .insertInto('pacing_state')
    .values({ campaign_id: kept.campaignId, client_id: kept.clientId, ...written })
    .onConflict((conflict) => conflict.column('campaign_id').doUpdateSet(written))
    .execute();
}
