import type {
  AttemptId,
  CampaignId,
  Clearance,
  ClientId,
  LeadId,
  PhoneNumber,
  Ruling,
  RulingId,
  ScriptVersionId,
  TrunkId,
  UserId,
} from '@alize/model';
import { sql } from 'kysely';
import { isLeaseEpoch } from './lease.ts';
import type { Db, Tx } from './open-database.ts';

/** What a claim knows of a lead when its ruling is made. */
export interface ClaimedLead {
  readonly leadId: LeadId;
  readonly phoneNumber: PhoneNumber;
  readonly postalCode: string | null;
  readonly consentAtMs: number | null;
  /** Set when the lead is called back at an agreed instant. */
  readonly agreedSlotAtMs: number | null;
  readonly suppressions: readonly { readonly scope: 'client' | 'centre'; readonly reason: string }[];
  /** Attempts of this client to this number in the last 31 days that the network was asked for. */
  readonly attemptInstantsMs: readonly number[];
}

export interface Claim {
  readonly campaign: {
    readonly id: CampaignId;
    readonly clientId: ClientId;
    readonly trunkId: TrunkId;
    readonly scriptVersionId: ScriptVersionId;
  };
  readonly limit: number;
  readonly nowMs: number;
  readonly lease: { readonly name: string; readonly epoch: number };
  /** Callbacks kept for one agent are claimed only while that agent is in here. */
  readonly readyAgentIds: readonly UserId[];
  readonly packVersion: string;
  readonly zoneDataVersion: string;
  readonly makeIds: () => { readonly attemptId: AttemptId; readonly rulingId: RulingId };
  /** The ruling on one lead, at once: nothing is awaited in a claim but its own statements. */
  readonly rule: (
    lead: ClaimedLead,
    ids: { readonly attemptId: AttemptId; readonly rulingId: RulingId },
  ) => Ruling;
}

/** A call that is on disk and may be placed now. */
export interface ClaimedCall {
  readonly clearance: Clearance;
  readonly callbackAgentId: UserId | null;
}

export type ClaimAnswer =
  | { readonly kind: 'claimed'; readonly calls: readonly ClaimedCall[]; readonly refusals: readonly Ruling[] }
  /** Another dialer has taken over; nothing was written. */
  | { readonly kind: 'lease_lost' };

/** A number that another campaign is calling this minute is tried again after this long. */
const numberInUseRetryMs = 60_000;
/** Attempts older than this bear on no rule yet written. */
const attemptMemoryMs = 31 * 24 * 3600_000;

/**
 * Takes up to `limit` due leads, rules on each, and writes attempt and ruling, all in one transaction: when it
 * answers, every call in it is on disk and fenced by the lease. A refused lead gets its next instant, or is closed.
 */
export async function claimLeads(db: Db, claim: Claim): Promise<ClaimAnswer> {
  return db.transaction().execute(async (tx) => {
    if (!(await isLeaseEpoch(tx, claim.lease.name, claim.lease.epoch))) return { kind: 'lease_lost' };
    const calls: ClaimedCall[] = [];
    const refusals: Ruling[] = [];
    for (const row of await takeDueLeads(tx, claim)) {
      if (await isNumberLive(tx, row.phone_number)) {
        await putBack(tx, row.id, claim.nowMs, claim.nowMs + numberInUseRetryMs);
        continue;
      }
      const ids = claim.makeIds();
      const ruling = claim.rule(await factsOf(tx, claim, row), ids);
      await writeRuling(tx, claim, row.id, ids, ruling);
      if (ruling.kind === 'clear') {
        await writeAttempt(tx, claim, row, ruling.clearance);
        calls.push({ clearance: ruling.clearance, callbackAgentId: row.callback_agent_id });
      } else {
        await putBack(tx, row.id, claim.nowMs, ruling.untilMs);
        refusals.push(ruling);
      }
    }
    return { kind: 'claimed', calls, refusals };
  });
}

type DueLead = Awaited<ReturnType<typeof takeDueLeads>>[number];

/** One statement: the next due leads become `calling`. Index lead_due. */
async function takeDueLeads(tx: Tx, claim: Claim) {
  const due = tx
    .selectFrom('lead')
    .select('id')
    .where('campaign_id', '=', claim.campaign.id)
    .where('state', '=', 'open')
    .where('next_try_at', '<=', claim.nowMs)
    .where((where) =>
      where.or([
        where('callback_agent_id', 'is', null),
        ...(claim.readyAgentIds.length > 0
          ? [where('callback_agent_id', 'in', [...claim.readyAgentIds])]
          : []),
      ]),
    )
    .orderBy('priority', 'desc')
    .orderBy('next_try_at')
    .limit(claim.limit);
  return tx
    .updateTable('lead')
    .set({ state: 'calling', next_try_at: null, changed_at: claim.nowMs })
    .where('id', 'in', due)
    .returning([
      'id',
      'list_id',
      'phone_number',
      'postal_code',
      'consent_at',
      'priority',
      'attempts_count',
      'callback_agent_id',
      sql<number | null>`(select callback_at from attempt where attempt.lead_id = lead.id
        and attempt.disposition = 'callback' and attempt.number_of_lead = lead.attempts_count)`.as(
        'agreed_slot_at',
      ),
    ])
    .execute();
}

async function factsOf(tx: Tx, claim: Claim, row: DueLead): Promise<ClaimedLead> {
  const suppressions = await tx
    .selectFrom('suppression')
    .select(['client_id', 'reason'])
    .where('phone_number', '=', row.phone_number)
    .where((where) =>
      where.or([where('client_id', 'is', null), where('client_id', '=', claim.campaign.clientId)]),
    )
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', claim.nowMs)]))
    .execute();
  const attempts = await tx
    .selectFrom('attempt')
    .select('created_at')
    .where('client_id', '=', claim.campaign.clientId)
    .where('phone_number', '=', row.phone_number)
    .where('created_at', '>', claim.nowMs - attemptMemoryMs)
    .where((where) =>
      where.or([
        where('network_result', 'is', null),
        where('network_result', 'not in', ['invalid_number', 'congestion']),
      ]),
    )
    .execute();
  return {
    leadId: row.id,
    phoneNumber: row.phone_number,
    postalCode: row.postal_code,
    consentAtMs: row.consent_at,
    agreedSlotAtMs: row.agreed_slot_at,
    suppressions: suppressions.map(({ client_id, reason }) => ({
      scope: client_id ? 'client' : 'centre',
      reason,
    })),
    attemptInstantsMs: attempts.map(({ created_at }) => created_at),
  };
}

/** Law 2: a number has at most one live attempt, whoever's lead it is. */
async function isNumberLive(tx: Tx, phoneNumber: PhoneNumber): Promise<boolean> {
  const live = tx
    .selectFrom('attempt')
    .select('id')
    .where('ended_at', 'is', null)
    .where('phone_number', '=', phoneNumber);
  return (await live.executeTakeFirst()) !== undefined;
}

/** Open again from `nextTryAtMs`; closed when the law will never allow it. */
async function putBack(tx: Tx, leadId: LeadId, nowMs: number, nextTryAtMs: number | null): Promise<void> {
  await tx
    .updateTable('lead')
    .set(
      nextTryAtMs === null
        ? { state: 'closed', closed_reason: 'refused_by_rule', changed_at: nowMs }
        : { state: 'open', next_try_at: nextTryAtMs, changed_at: nowMs },
    )
    .where('id', '=', leadId)
    .execute();
}

async function writeRuling(
  tx: Tx,
  claim: Claim,
  leadId: LeadId,
  ids: { readonly attemptId: AttemptId; readonly rulingId: RulingId },
  ruling: Ruling,
): Promise<void> {
  await tx
    .insertInto('ruling')
    .values({
      id: ids.rulingId,
      client_id: claim.campaign.clientId,
      campaign_id: claim.campaign.id,
      lead_id: leadId,
      attempt_id: ruling.kind === 'clear' ? ids.attemptId : null,
      at: claim.nowMs,
      kind: ruling.kind,
      rules: JSON.stringify(ruling.rules),
      until: ruling.kind === 'refused' ? ruling.untilMs : null,
      pack_version: claim.packVersion,
      zone_data_version: claim.zoneDataVersion,
    })
    .execute();
}

/** The attempt as the ledger first knows it, and its count on the lead. */
async function writeAttempt(tx: Tx, claim: Claim, row: DueLead, clearance: Clearance): Promise<void> {
  await tx
    .insertInto('attempt')
    .values({
      id: clearance.attemptId,
      client_id: claim.campaign.clientId,
      campaign_id: claim.campaign.id,
      list_id: row.list_id,
      lead_id: row.id,
      phone_number: row.phone_number,
      number_of_lead: row.attempts_count + 1,
      epoch: claim.lease.epoch,
      trunk_id: clearance.trunkId,
      caller_id: clearance.callerId,
      ruling_id: clearance.rulingId,
      script_version_id: claim.campaign.scriptVersionId,
      progress: 'intent',
      created_at: claim.nowMs,
    })
    .execute();
  await tx
    .updateTable('lead')
    .set({ attempts_count: row.attempts_count + 1, last_attempt_at: claim.nowMs })
    .where('id', '=', row.id)
    .execute();
}
