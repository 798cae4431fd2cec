import type { CampaignId, ClientId, ListId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** How many leads of a list may still be called, and how many are being called; the others are closed. */
export interface ListCounts {
  readonly open: number;
  readonly calling: number;
}

/** The counts of each list of a campaign. */
export async function countsOfLists(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<ReadonlyMap<ListId, ListCounts>> {
  const rows = await countsQuery(db, clientId, campaignId).execute();
  return new Map(rows.map(({ id, open, calling }) => [id, { open: Number(open), calling: Number(calling) }]));
}

/**
 * Indexes lead_due, lead_due_callback and lead_calling. Their conditions are written out, not parameters: only then are
 * partial indexes used; and each list is counted by itself, since a grouping goes through all leads that there are.
 */
export const countsQuery = (db: Db, clientId: ClientId, campaignId: CampaignId) =>
  db
    .selectFrom('list')
    .select([
      'list.id',
      sql<number>`${leadsThat("lead.state = 'open' and lead.is_callback = 0")}
        + ${leadsThat("lead.state = 'open' and lead.is_callback = 1", anyList)}`.as('open'),
      leadsThat("lead.state = 'calling'", anyList).as('calling'),
    ])
    .where('list.client_id', '=', clientId)
    .where('list.campaign_id', '=', campaignId);

/** Written so that no index of the list is taken: few leads are in a call or have a callback, and a whole list may be a million. */
const anyList = 'coalesce(lead.list_id, lead.list_id)';

const leadsThat = (condition: string, list = 'lead.list_id') =>
  sql<number>`(select count(*) from lead where lead.campaign_id = list.campaign_id
    and ${sql.raw(list)} = list.id and ${sql.raw(condition)})`;
