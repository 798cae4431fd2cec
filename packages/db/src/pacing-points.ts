import type { AgentCounts, CampaignId, ClientId, PacingNow } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** A decision of a campaign's pacing, as it was when it was taken. */
export interface PacingPoint {
  /** UTC milliseconds. */
  readonly atMs: number;
  readonly decision: PacingNow;
  readonly agents: AgentCounts;
}

/** A decision with all that it rested on, as the pacing wrote it; null when that was not kept or has been let go. */
export interface PacingPointInFull extends PacingPoint {
  readonly snapshot: unknown;
}

/** A campaign's decisions of a period, oldest first: one for each of `pointsMax` equal parts of it, at most. */
export async function pacingPoints(
  db: Db,
  clientId: ClientId,
  asked: {
    readonly campaignId: CampaignId;
    readonly fromMs: number;
    readonly toMs: number;
    readonly pointsMax: number;
  },
): Promise<readonly PacingPoint[]> {
  const rows = await selectPoints(db, clientId, asked).execute();
  return rows.map(toPoint);
}

/** Its primary key. */
export function selectPoints(db: Db, clientId: ClientId, asked: Parameters<typeof pacingPoints>[2]) {
  const partMs = Math.max(1, Math.ceil((asked.toMs - asked.fromMs) / asked.pointsMax));
  const firsts = db
    .selectFrom('pacing_point')
    .select(({ fn }) => fn.min('at').as('at'))
    .where('campaign_id', '=', asked.campaignId)
    .where('at', '>=', asked.fromMs)
    .where('at', '<', asked.toMs)
    // SQLite takes every number of ours for a real one, and would not divide whole.
    .groupBy(sql`(at - cast(${asked.fromMs} as bigint)) / cast(${partMs} as bigint)`);
  return db
    .selectFrom('pacing_point')
    .select(['at', 'decision', 'agents'])
    .where('campaign_id', '=', asked.campaignId)
    .where('client_id', '=', clientId)
    .where('at', 'in', firsts)
    .orderBy('at');
}

/** The decision that was in force at an instant: the last one stored by then; null when none was. */
export async function pacingPointAt(
  db: Db,
  clientId: ClientId,
  asked: { readonly campaignId: CampaignId; readonly atMs: number },
): Promise<PacingPointInFull | null> {
  const row = await db
    .selectFrom('pacing_point')
    .select(['at', 'decision', 'agents', 'snapshot'])
    .where('campaign_id', '=', asked.campaignId)
    .where('client_id', '=', clientId)
    .where('at', '<=', asked.atMs)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const snapshot: unknown = row.snapshot === null ? null : JSON.parse(row.snapshot);
  return { ...toPoint(row), snapshot };
}

/** Stores a decision. A second one of the same instant is left out. */
export async function insertPacingPoint(
  db: Db,
  point: PacingPointInFull & { readonly campaignId: CampaignId; readonly clientId: ClientId },
): Promise<void> {
  await db
    .insertInto('pacing_point')
    .values({
      campaign_id: point.campaignId,
      client_id: point.clientId,
      at: point.atMs,
      decision: JSON.stringify(point.decision),
      agents: JSON.stringify(point.agents),
      snapshot: point.snapshot === null ? null : JSON.stringify(point.snapshot),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const dayMs = 86_400_000;
const pointsKeptMs = 14 * dayMs;
const snapshotsKeptMs = dayMs;
const pacedEventsKeptMs = dayMs / 24;

/**
 * Lets go of decisions older than 14 days, of what they rested on after 24 hours, and of the events of pacing after an
 * hour. Indexes pacing_point_at, pacing_point_snapshot, event_paced.
 */
export async function sweepPacing(db: Db, nowMs: number): Promise<void> {
  await db
    .deleteFrom('pacing_point')
    .where('at', '<', nowMs - pointsKeptMs)
    .execute();
  await db
    .updateTable('pacing_point')
    .set({ snapshot: null })
    .where('at', '<', nowMs - snapshotsKeptMs)
    .where('snapshot', 'is not', null)
    .execute();
  // The kind stands in the text so that the partial index is found.
  await db
    .deleteFrom('event')
    .where('at', '<', nowMs - pacedEventsKeptMs)
    .where(sql<boolean>`kind = 'campaign.paced'`)
    .execute();
}

function toPoint(row: { at: number; decision: string; agents: string }): PacingPoint {
  return {
    atMs: row.at,
    // Both were written by insertPacingPoint alone.
    decision: JSON.parse(row.decision) as PacingNow,
    agents: JSON.parse(row.agents) as AgentCounts,
  };
}
