import type {
  BlockedReason,
  Campaign,
  CampaignId,
  CampaignState,
  ClientId,
  PhoneNumber,
  RetryRules,
  Schedule,
  Sector,
  UserId,
} from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** What people settle of a campaign. */
export type CampaignSettings = Omit<Campaign, 'id' | 'clientId' | 'state'> & {
  readonly teamUserIds: readonly UserId[];
};

/** A campaign as people see it. */
export interface CampaignView extends CampaignSettings {
  readonly id: CampaignId;
  readonly state: CampaignState;
  readonly isInSchedule: boolean;
  readonly blockedReason: BlockedReason | null;
  readonly blockedDetail: string | null;
  readonly blockedSinceMs: number | null;
  readonly counts: CampaignCounts;
  /** When people last changed its settings or its state; never the same twice. */
  readonly changedAtMs: number;
}

export interface CampaignCounts {
  readonly leads: number;
  /** Open, due or not. */
  readonly open: number;
  readonly due: number;
  /** An attempt is live or in wrap-up. */
  readonly calling: number;
  readonly closed: number;
  readonly attemptsToday: number;
  readonly answeredToday: number;
  readonly successToday: number;
}

/** The instants that counts are made for: now, and when today began where people look from. */
export interface CountedAt {
  readonly nowMs: number;
  readonly dayStartMs: number;
}

/** The client's campaigns, newest first. */
export async function campaignsOfClient(
  db: Db,
  clientId: ClientId,
  at: CountedAt,
): Promise<readonly CampaignView[]> {
  const rows = await selectCampaigns(db, clientId, at).orderBy('campaign.id', 'desc').execute();
  const team = await teamsOfClient(db, clientId);
  return rows.map((row) => toView(row, team(row.id)));
}

/** A campaign; null when the client has none of that id. */
export async function findCampaign(
  db: Db,
  clientId: ClientId,
  id: CampaignId,
  at: CountedAt,
): Promise<CampaignView | null> {
  const row = await selectCampaigns(db, clientId, at).where('campaign.id', '=', id).executeTakeFirst();
  return row ? toView(row, (await teamsOfClient(db, clientId))(id)) : null;
}

/** True when the client has this campaign. */
export async function hasCampaign(db: Db, clientId: ClientId, id: CampaignId): Promise<boolean> {
  const row = await db
    .selectFrom('campaign')
    .select('id')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when another of the client's campaigns bears the name. */
export async function isCampaignNameTaken(
  db: Db,
  clientId: ClientId,
  name: string,
  exceptId: CampaignId | null,
): Promise<boolean> {
  const row = await db
    .selectFrom('campaign')
    .select('id')
    .where('client_id', '=', clientId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row !== undefined && row.id !== exceptId;
}

/** What a campaign is put together from, as far as the client may use it; null for each part that it may not. */
export async function campaignParts(db: Db, clientId: ClientId, settings: CampaignSettings) {
  const trunk = await db
    .selectFrom('trunk')
    .select('kind')
    .where('id', '=', settings.trunkId)
    .executeTakeFirst();
  const callerId = await db
    .selectFrom('caller_id')
    .select('number')
    .where('id', '=', settings.callerIdId)
    .where('client_id', '=', clientId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  const script = await db
    .selectFrom('script_version')
    .select('id')
    .where('id', '=', settings.scriptVersionId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  const agents = await db
    .selectFrom('user')
    .select('id')
    .where('client_id', '=', clientId)
    .where('role', '=', 'agent')
    .execute();
  const callerNumber: PhoneNumber | null = callerId?.number ?? null;
  return {
    trunkKind: trunk?.kind ?? null,
    callerNumber,
    hasScript: script !== undefined,
    hasTeam: settings.teamUserIds.every((id) => agents.some((agent) => agent.id === id)),
  };
}

/** Adds a campaign, as a draft unless told. Call it in a transaction. */
export async function insertCampaign(
  db: Db,
  campaign: {
    readonly id: CampaignId;
    readonly clientId: ClientId;
    readonly settings: CampaignSettings;
    readonly state?: CampaignState;
  },
  atMs: number,
): Promise<void> {
  await db
    .insertInto('campaign')
    .values({
      id: campaign.id,
      client_id: campaign.clientId,
      state: campaign.state ?? 'draft',
      ...columnsOf(campaign.settings),
      created_at: atMs,
      changed_at: atMs,
    })
    .execute();
  await saveTeam(db, campaign.clientId, campaign.id, campaign.settings.teamUserIds);
}

/**
 * Writes a campaign's settings anew, in place of those of `seen`; false when people have changed it since, and then
 * nothing has changed. Call it in a transaction.
 */
export async function saveCampaign(
  db: Db,
  clientId: ClientId,
  seen: Pick<CampaignView, 'id' | 'changedAtMs'>,
  settings: CampaignSettings,
  atMs: number,
): Promise<boolean> {
  const { id, changedAtMs } = seen;
  const { numUpdatedRows } = await db
    .updateTable('campaign')
    .set({ ...columnsOf(settings), changed_at: laterThan(changedAtMs, atMs) })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .where('changed_at', '=', changedAtMs)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await saveTeam(db, clientId, id, settings.teamUserIds);
  return true;
}

const laterThan = (beforeMs: number, atMs: number): number => Math.max(atMs, beforeMs + 1);

/** Writes what people ask of the campaign; it forgets why it was not dialling. */
export async function setCampaignState(
  db: Db,
  clientId: ClientId,
  id: CampaignId,
  state: CampaignState,
  atMs: number,
): Promise<void> {
  await db
    .updateTable('campaign')
    .set((column) => ({
      ...{ state, blocked_reason: null, blocked_detail: null, blocked_since: null },
      changed_at: sql<number>`case when ${column.ref('changed_at')} < ${atMs} then ${atMs} else ${column('changed_at', '+', 1)} end`,
    }))
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}

async function teamsOfClient(db: Db, clientId: ClientId): Promise<(id: CampaignId) => readonly UserId[]> {
  const rows = await db.selectFrom('team_member').selectAll().where('client_id', '=', clientId).execute();
  return (id) => rows.filter((row) => row.campaign_id === id).map((row) => row.user_id);
}

async function saveTeam(db: Db, clientId: ClientId, campaignId: CampaignId, userIds: readonly UserId[]) {
  await db.deleteFrom('team_member').where('campaign_id', '=', campaignId).execute();
  const rows = [...new Set(userIds)].map((userId) => ({
    campaign_id: campaignId,
    user_id: userId,
    client_id: clientId,
  }));
  if (rows.length > 0) await db.insertInto('team_member').values(rows).execute();
}

function columnsOf(settings: CampaignSettings) {
  return {
    name: settings.name,
    kind: settings.kind,
    purpose: settings.purpose,
    sector: settings.sector,
    object: settings.object,
    dial_mode: settings.dialMode,
    schedule: JSON.stringify(settings.schedule),
    retry_rules: JSON.stringify(settings.retryRules),
    caller_id_id: settings.callerIdId,
    trunk_id: settings.trunkId,
    lines_max: settings.linesMax,
    ring_seconds: settings.ringSeconds,
    wrap_up_seconds: settings.wrapUpSeconds,
    script_version_id: settings.scriptVersionId,
    power_ratio: settings.powerRatio,
    abandon_aim: settings.abandonAim,
    priority: settings.priority,
  };
}

const count = (from: ReturnType<typeof sql>) => sql<number>`(select count(*) ${from})`;
/** Agreed callbacks have an index of their own. Indexes lead_due and lead_due_callback. */
const countOpen = (condition: ReturnType<typeof sql>) => {
  const open = (isCallback: 0 | 1) =>
    count(sql`from lead where lead.campaign_id = campaign.id
    and lead.state = 'open' and lead.is_callback = ${sql.lit(isCallback)} and ${condition}`);
  return sql<number>`${open(0)} + ${open(1)}`;
};
const countAttempts = (at: CountedAt, condition: ReturnType<typeof sql>) =>
  count(sql`from attempt where attempt.campaign_id = campaign.id and attempt.created_at >= ${at.dayStartMs}
    and ${condition}`);

/**
 * The leads in all are what the lists say they hold, so that no page counts a million rows; less those of imports that
 * are still coming in or going out.
 */
function selectCampaigns(db: Db, clientId: ClientId, at: CountedAt) {
  return db
    .selectFrom('campaign')
    .selectAll('campaign')
    .select([
      sql<number>`(select coalesce(sum(leads_count), 0) from list where list.campaign_id = campaign.id)
        - (select coalesce(sum(leads_count), 0) from import where import.campaign_id = campaign.id
          and import.state in ('importing', 'cancelling', 'undoing'))`.as('leads'),
      countOpen(sql`true`).as('open'),
      countOpen(sql`lead.next_try_at <= ${at.nowMs}`).as('due'),
      count(sql`from lead where lead.campaign_id = campaign.id and lead.state = 'calling'`).as('calling'),
      countAttempts(at, sql`true`).as('attempts_today'),
      countAttempts(at, sql`attempt.answered_at is not null`).as('answered_today'),
      countAttempts(at, sql`attempt.disposition = 'success'`).as('success_today'),
    ])
    .where('campaign.client_id', '=', clientId);
}

type CampaignRow = Awaited<ReturnType<ReturnType<typeof selectCampaigns>['executeTakeFirstOrThrow']>>;

function toView(row: CampaignRow, teamUserIds: readonly UserId[]): CampaignView {
  return {
    id: row.id,
    changedAtMs: row.changed_at,
    name: row.name,
    kind: row.kind,
    purpose: row.purpose,
    // Written by columnsOf alone.
    sector: row.sector as Sector | null,
    object: row.object,
    state: row.state,
    isInSchedule: row.is_in_schedule === 1,
    dialMode: row.dial_mode,
    powerRatio: row.power_ratio,
    abandonAim: row.abandon_aim,
    priority: row.priority,
    // Both were written by columnsOf alone.
    schedule: JSON.parse(row.schedule) as Schedule,
    retryRules: JSON.parse(row.retry_rules) as RetryRules,
    teamUserIds,
    callerIdId: row.caller_id_id,
    trunkId: row.trunk_id,
    linesMax: row.lines_max,
    ringSeconds: row.ring_seconds,
    wrapUpSeconds: row.wrap_up_seconds,
    scriptVersionId: row.script_version_id,
    blockedReason: row.blocked_reason,
    blockedDetail: row.blocked_detail,
    blockedSinceMs: row.blocked_since,
    counts: {
      leads: Number(row.leads),
      open: row.open,
      due: row.due,
      calling: row.calling,
      closed: Math.max(0, Number(row.leads) - row.open - row.calling),
      attemptsToday: row.attempts_today,
      answeredToday: row.answered_today,
      successToday: row.success_today,
    },
  };
}
