import type {
  BlockedReason,
  CampaignId,
  CampaignState,
  ClientId,
  DialMode,
  PhoneNumber,
  Purpose,
  Schedule,
  ScriptVersionId,
  TrunkId,
  UserId,
} from '@alize/model';
import type { Db } from './open-database.ts';

/** A campaign as the dialer works it. */
export interface CampaignPlan {
  readonly id: CampaignId;
  readonly clientId: ClientId;
  readonly state: CampaignState;
  readonly isInSchedule: boolean;
  readonly purpose: Purpose;
  readonly dialMode: DialMode;
  readonly schedule: Schedule;
  readonly linesMax: number;
  readonly ringSeconds: number;
  readonly wrapUpSeconds: number;
  readonly scriptVersionId: ScriptVersionId;
  readonly callerId: { readonly number: PhoneNumber; readonly category: string };
  readonly trunk: {
    readonly id: TrunkId;
    readonly name: string;
    readonly kind: 'demonstration' | 'sip';
    readonly linesMax: number;
    readonly callsPerSecondMax: number;
  };
  readonly teamUserIds: ReadonlySet<UserId>;
  readonly blockedReason: BlockedReason | null;
  readonly blockedDetail: string | null;
}

/** Every campaign that people have started and not stopped, in the order they were made, plus those with live calls. */
export async function campaignPlans(db: Db): Promise<readonly CampaignPlan[]> {
  const rows = await db
    .selectFrom('campaign')
    .innerJoin('trunk', 'trunk.id', 'campaign.trunk_id')
    .innerJoin('caller_id', 'caller_id.id', 'campaign.caller_id_id')
    .selectAll('campaign')
    .select([
      'trunk.name as trunk_name',
      'trunk.kind as trunk_kind',
      'trunk.lines_max as trunk_lines_max',
      'trunk.calls_per_second_max',
      'caller_id.number as caller_number',
      'caller_id.category as caller_category',
    ])
    .where('campaign.state', '!=', 'draft')
    .orderBy('campaign.created_at')
    .execute();
  const members = await db.selectFrom('team_member').select(['campaign_id', 'user_id']).execute();
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    state: row.state,
    isInSchedule: row.is_in_schedule === 1,
    purpose: row.purpose,
    dialMode: row.dial_mode,
    // Stored through the api's schema alone.
    schedule: JSON.parse(row.schedule) as Schedule,
    linesMax: row.lines_max,
    ringSeconds: row.ring_seconds,
    wrapUpSeconds: row.wrap_up_seconds,
    scriptVersionId: row.script_version_id,
    callerId: { number: row.caller_number, category: row.caller_category },
    trunk: {
      id: row.trunk_id,
      name: row.trunk_name,
      kind: row.trunk_kind,
      linesMax: row.trunk_lines_max,
      callsPerSecondMax: row.calls_per_second_max,
    },
    teamUserIds: new Set(
      members.filter((member) => member.campaign_id === row.id).map((member) => member.user_id),
    ),
    blockedReason: row.blocked_reason,
    blockedDetail: row.blocked_detail,
  }));
}

/** Writes what the dialer finds of a campaign: whether its schedule is open, and why it is not dialling. */
export async function saveCampaignStanding(
  db: Db,
  standing: {
    readonly campaignId: CampaignId;
    readonly isInSchedule: boolean;
    readonly blockedReason: BlockedReason | null;
    readonly blockedDetail: string | null;
    readonly atMs: number;
  },
): Promise<void> {
  await db
    .updateTable('campaign')
    .set({
      is_in_schedule: standing.isInSchedule ? 1 : 0,
      blocked_reason: standing.blockedReason,
      blocked_detail: standing.blockedDetail,
      blocked_since: standing.blockedReason ? standing.atMs : null,
    })
    .where('id', '=', standing.campaignId)
    .execute();
}

/** When the campaign's next lead falls due: an instant (past when due now), or null when none is open. Index lead_due. */
export async function nextDueAt(db: Db, campaignId: CampaignId): Promise<number | null> {
  const row = await db
    .selectFrom('lead')
    .select(({ fn }) => fn.min('next_try_at').as('at'))
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row?.at ?? null;
}
