import type { AgentState, CampaignId, ClientId, Event, SiteId, UserId } from '@alize/model';
import type { Db } from './open-database.ts';

/** An agent in one state, on duty. */
export interface DutySpell {
  readonly userId: UserId;
  readonly state: Exclude<AgentState, 'offline'>;
  readonly fromMs: number;
  readonly toMs: number;
}

/** A place that agents work from, and what an hour of theirs costs in its currency. */
export interface SiteCost {
  readonly id: SiteId;
  readonly name: string;
  readonly currency: string;
  readonly hourlyCost: number;
}

export async function siteCosts(db: Db): Promise<readonly SiteCost[]> {
  return db
    .selectFrom('site')
    .select(['id', 'name', 'currency', 'hourly_cost as hourlyCost'])
    .orderBy('name')
    .execute();
}

/** The agents of a campaign with their site: its team, and who had one of its calls in the period. */
export async function agentsOfCampaign(
  db: Db,
  clientId: ClientId,
  asked: { readonly campaignId: CampaignId; readonly fromMs: number; readonly toMs: number },
): Promise<readonly { readonly userId: UserId; readonly siteId: SiteId }[]> {
  const callers = db
    .selectFrom('attempt')
    .select('agent_id')
    .distinct()
    .where('campaign_id', '=', asked.campaignId)
    .where('client_id', '=', clientId)
    .where('created_at', '>=', asked.fromMs)
    .where('created_at', '<', asked.toMs)
    .where('agent_id', 'is not', null);
  const team = db.selectFrom('team_member').select('user_id').where('campaign_id', '=', asked.campaignId);
  return db
    .selectFrom('user')
    .select(['id as userId', 'site_id as siteId'])
    .where('client_id', '=', clientId)
    .where(({ or, eb }) => or([eb('id', 'in', team), eb('id', 'in', callers)]))
    .orderBy('id')
    .execute();
}

/**
 * What these agents did from `fromMs` to `toMs`, from the events of their changes: an agent counts from their first
 * change in the period on. In order of time.
 */
export async function dutySpells(
  db: Db,
  clientId: ClientId,
  asked: { readonly userIds: readonly UserId[]; readonly fromMs: number; readonly toMs: number },
): Promise<readonly DutySpell[]> {
  const wanted = new Set<string>(asked.userIds);
  const open = new Map<UserId, { state: AgentState; fromMs: number }>();
  const spells: DutySpell[] = [];
  const end = (userId: UserId, toMs: number) => {
    const spell = open.get(userId);
    if (spell && spell.state !== 'offline' && toMs > spell.fromMs) {
      spells.push({ userId, state: spell.state, fromMs: spell.fromMs, toMs });
    }
  };
  for (const { at, userId, state } of await agentChanges(db, clientId, asked)) {
    if (!wanted.has(userId) || open.get(userId)?.state === state) continue;
    end(userId, at);
    open.set(userId, { state, fromMs: at });
  }
  for (const userId of open.keys()) end(userId, asked.toMs);
  return spells.sort((one, other) => one.fromMs - other.fromMs);
}

/** Ids grow with time: the first of the period is found by halving, for no index holds instants of all events. */
async function agentChanges(
  db: Db,
  clientId: ClientId,
  asked: { readonly fromMs: number; readonly toMs: number },
) {
  const rows = await db
    .selectFrom('event')
    .select(['at', 'data'])
    .where('id', '>=', await firstEventFrom(db, asked.fromMs))
    .where('id', '<', await firstEventFrom(db, asked.toMs))
    .where('kind', '=', 'agent.changed')
    .where('client_id', '=', clientId)
    .orderBy('id')
    .execute();
  return rows.map(({ at, data }) => {
    // Written by appendEvents alone, under this kind.
    const { userId, state } = JSON.parse(data) as Extract<Event, { kind: 'agent.changed' }>;
    return { at, userId, state };
  });
}

async function firstEventFrom(db: Db, ms: number): Promise<number> {
  const newest = await db.selectFrom('event').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  let [low, high] = [1, (newest?.id ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await db
      .selectFrom('event')
      .select('at')
      .where('id', '>=', middle)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (row && row.at < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
