import {
  type AttemptId,
  type BlockedReason,
  type CallConfig,
  type CallerIdFacts,
  type CallMode,
  type CampaignId,
  type CampaignState,
  type ClientId,
  callerIdCategories,
  type DialMode,
  type Purpose,
  type Schedule,
  type ScriptVersionId,
  type Sector,
  type Seller,
  sectors,
  type TrunkId,
  type UserId,
} from '@alize/model';
import type { Db } from './open-database.ts';
import { ruleSwitches } from './rule-settings.ts';

/** A campaign as the dialer works it. */
export interface CampaignPlan {
  readonly id: CampaignId;
  readonly clientId: ClientId;
  readonly state: CampaignState;
  readonly isInSchedule: boolean;
  readonly purpose: Purpose;
  readonly sector: Sector | null;
  readonly object: string | null;
  readonly seller: Seller;
  readonly dialMode: DialMode;
  readonly powerRatio: number;
  readonly abandonAim: number | null;
  readonly schedule: Schedule;
  readonly linesMax: number;
  readonly ringSeconds: number;
  readonly wrapUpSeconds: number;
  readonly scriptVersionId: ScriptVersionId;
  /** When its settings were last changed. */
  readonly changedAtMs: number;
  readonly callerId: CallerIdFacts;
  /** What its client has switched off or set aside of the rules. */
  readonly ruleSwitches: Pick<CallConfig, 'off' | 'overrides'>;
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

/** Every campaign that people have ever started, most urgent first, then in the order they were made. */
export async function campaignPlans(db: Db): Promise<readonly CampaignPlan[]> {
  const rows = await db
    .selectFrom('campaign')
    .innerJoin('trunk', 'trunk.id', 'campaign.trunk_id')
    .innerJoin('caller_id', 'caller_id.id', 'campaign.caller_id_id')
    .innerJoin('client', 'client.id', 'campaign.client_id')
    .selectAll('campaign')
    .select([
      'trunk.name as trunk_name',
      'trunk.kind as trunk_kind',
      'trunk.lines_max as trunk_lines_max',
      'trunk.calls_per_second_max',
      'caller_id.number as caller_number',
      'caller_id.category as caller_category',
      'caller_id.holder',
      'caller_id.authorisation',
      'caller_id.allowed_modes',
      'caller_id.valid_from',
      'caller_id.valid_to',
      'caller_id.removed_at',
      'client.employees',
      'client.turnover_euros',
      'client.balance_sheet_euros',
      'client.sells_mainly_to_consumers',
      'client.sector as client_sector',
    ])
    .where('campaign.state', '!=', 'draft')
    .orderBy('campaign.priority')
    .orderBy('campaign.created_at')
    .execute();
  const teams = Map.groupBy(
    await db.selectFrom('team_member').select(['campaign_id', 'user_id']).execute(),
    (member) => member.campaign_id,
  );
  const switches = new Map<ClientId, CampaignPlan['ruleSwitches']>();
  for (const id of new Set(rows.map((row) => row.client_id))) switches.set(id, await ruleSwitches(db, id));
  return rows.map((row) => ({
    id: row.id,
    clientId: row.client_id,
    state: row.state,
    isInSchedule: row.is_in_schedule === 1,
    purpose: row.purpose,
    sector: toSector(row.sector),
    object: row.object,
    seller: {
      id: row.client_id,
      employees: row.employees,
      turnoverEuros: row.turnover_euros,
      balanceSheetEuros: row.balance_sheet_euros,
      sellsMainlyToConsumers:
        row.sells_mainly_to_consumers === null ? null : row.sells_mainly_to_consumers === 1,
      sector: toSector(row.client_sector),
    },
    dialMode: row.dial_mode,
    powerRatio: row.power_ratio,
    abandonAim: row.abandon_aim,
    // Stored through the api's schema alone.
    schedule: JSON.parse(row.schedule) as Schedule,
    linesMax: row.lines_max,
    ringSeconds: row.ring_seconds,
    wrapUpSeconds: row.wrap_up_seconds,
    scriptVersionId: row.script_version_id,
    changedAtMs: row.changed_at,
    callerId: {
      number: row.caller_number,
      category: callerIdCategories.find((category) => category === row.caller_category) ?? null,
      holder: row.holder,
      authorisation: row.authorisation,
      // Stored through the api's schema alone.
      allowedModes: row.allowed_modes === null ? null : (JSON.parse(row.allowed_modes) as CallMode[]),
      validFromMs: row.valid_from,
      validToMs: row.valid_to,
      isRegistered: row.removed_at === null,
      isWithheld: false,
    },
    ruleSwitches: switches.get(row.client_id) ?? { off: [], overrides: [] },
    trunk: {
      id: row.trunk_id,
      name: row.trunk_name,
      kind: row.trunk_kind,
      linesMax: row.trunk_lines_max,
      callsPerSecondMax: row.calls_per_second_max,
    },
    teamUserIds: new Set(teams.get(row.id)?.map((member) => member.user_id)),
    blockedReason: row.blocked_reason,
    blockedDetail: row.blocked_detail,
  }));
}

const toSector = (text: string | null): Sector | null => sectors.find((sector) => sector === text) ?? null;

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

/** The script step that each live call's agent has reached, of those that have reached one. Index attempt_live_lead. */
export async function stepsReached(db: Db): Promise<ReadonlyMap<AttemptId, string>> {
  const rows = await db
    .selectFrom('attempt')
    .select(['id', 'step_id'])
    .where('ended_at', 'is', null)
    .where('step_id', 'is not', null)
    .$narrowType<{ step_id: string }>()
    .execute();
  return new Map(rows.map((row) => [row.id, row.step_id]));
}
