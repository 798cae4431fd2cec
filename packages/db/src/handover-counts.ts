import type { CampaignId, ClientId, HandoverState, ListId, UserId } from '@alize/model';
import type { Db } from './open-database.ts';

/** So many hand-overs of an agent, from a list, in a state. */
export interface HandoverCount {
  readonly agentId: UserId | null;
  readonly agentName: string | null;
  readonly listId: ListId;
  readonly listName: string;
  readonly state: HandoverState;
  /** Of a rejection; null otherwise. */
  readonly reason: string | null;
  readonly count: number;
}

/** How many leads of a campaign were handed over, and what became of them. Index handover_campaign. */
export async function handoverCounts(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  { fromMs, toMs }: { readonly fromMs?: number | undefined; readonly toMs?: number | undefined },
): Promise<readonly HandoverCount[]> {
  return db
    .selectFrom('handover')
    .innerJoin('list', 'list.id', 'handover.list_id')
    .leftJoin('user', 'user.id', 'handover.agent_id')
    .select(({ fn }) => [
      'handover.agent_id as agentId',
      'user.name as agentName',
      'handover.list_id as listId',
      'list.name as listName',
      'handover.state',
      'handover.reason',
      fn.countAll<number>().as('count'),
    ])
    .where('handover.client_id', '=', clientId)
    .where('handover.campaign_id', '=', campaignId)
    .$if(fromMs !== undefined, (query) => query.where('handover.handed_over_at', '>=', fromMs as number))
    .$if(toMs !== undefined, (query) => query.where('handover.handed_over_at', '<', toMs as number))
    .groupBy([
      'handover.agent_id',
      'user.name',
      'handover.list_id',
      'list.name',
      'handover.state',
      'handover.reason',
    ])
    .execute();
}
