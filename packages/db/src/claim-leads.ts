import type {
  AttemptId,
  CallFacts,
  CampaignId,
  Clearance,
  ClientId,
  DialMode,
  LeadId,
  ListId,
  PersonFacts,
  PhoneNumber,
  Ruling,
  RulingId,
  ScriptVersionId,
  TrunkId,
  UserId,
} from '@alize/model';
import { type DueLead, type DueList, type TurnsOf, takeDueLeads } from './due-leads.ts';
import { isLeaseEpoch } from './lease.ts';
import { closeNumber, type LeadNext, moveLead } from './move-lead.ts';
import type { Db, Tx } from './open-database.ts';
import { personFacts } from './person-facts.ts';
import { numbersOfPerson } from './persons.ts';
import { type RetryFacts, retryFacts } from './retry-facts.ts';
import { appendRuling } from './ruling-chain.ts';

/** What a claim knows of a lead when its ruling is made. */
export interface ClaimedLead {
  readonly leadId: LeadId;
  readonly facts: PersonFacts;
}

/** A ruling on a lead, with all that it was made from. */
export interface LeadRuling {
  readonly ruling: Ruling;
  readonly facts: CallFacts;
}

/** What a ruling is known by, made before it: its ids, and 16 random bytes or more to hash its facts with. */
export interface RulingNames {
  readonly attemptId: AttemptId;
  readonly rulingId: RulingId;
  readonly salt: Uint8Array;
}

export interface Claim {
  readonly campaign: {
    readonly id: CampaignId;
    readonly clientId: ClientId;
    readonly trunkId: TrunkId;
    readonly scriptVersionId: ScriptVersionId;
    readonly dialMode: DialMode;
    readonly object: string | null;
    /** When its settings were last changed. */
    readonly changedAtMs: number;
  };
  readonly limit: number;
  readonly nowMs: number;
  readonly lease: { readonly name: string; readonly epoch: number };
  /** Callbacks kept for one agent are claimed only while that agent is in here. */
  readonly readyAgentIds: readonly UserId[];
  readonly zoneDataVersion: string;
  readonly makeNames: () => RulingNames;
  /** How the leads are shared out among the campaign's lists. */
  readonly turnsOf: TurnsOf;
  /**
   * What becomes of a lead by the campaign's rules of today: asked of leads that wait by the rules of before. Null when
   * it may be called now.
   */
  readonly askAgain: (facts: RetryFacts) => LeadNext | null;
  /** The ruling on one lead, at once: nothing is awaited in a claim but its own statements. */
  readonly rule: (lead: ClaimedLead, names: RulingNames) => LeadRuling;
}

/** A call that is on disk and may be placed now. */
export interface ClaimedCall {
  readonly clearance: Clearance;
  readonly callbackAgentId: UserId | null;
  readonly listId: ListId;
}

export type ClaimAnswer =
  | {
      readonly kind: 'claimed';
      readonly calls: readonly ClaimedCall[];
      readonly refusals: readonly Ruling[];
      /** The lists that had leads due, and how many were taken of each, callbacks apart. */
      readonly lists: readonly DueList[];
      readonly takenCounts: ReadonlyMap<ListId, number>;
    }
  /** Another dialer has taken over; nothing was written. */
  | { readonly kind: 'lease_lost' };

/** A person whom another campaign is calling this minute is tried again after this long. */
const personInUseRetryMs = 60_000;

/**
 * Takes up to `limit` due leads, rules on each, and writes attempt and ruling, all in one transaction: when it
 * answers, every call in it is on disk and fenced by the lease. A refused lead gets its next instant, or goes on with
 * its next number, or is closed; one that waits longer by changed retry rules waits on.
 */
export async function claimLeads(db: Db, claim: Claim): Promise<ClaimAnswer> {
  return db.transaction().execute(async (tx) => {
    if (!(await isLeaseEpoch(tx, claim.lease.name, claim.lease.epoch))) return { kind: 'lease_lost' };
    const due = await takeDueLeads(tx, { ...claim, campaignId: claim.campaign.id });
    const calls: ClaimedCall[] = [];
    const refusals: Ruling[] = [];
    for (const row of due.leads) {
      if (await waitsOn(tx, claim, row)) continue;
      const numbers = await numbersOfPerson(tx, claim.campaign.clientId, row.phone_number);
      if (await isAnyLive(tx, numbers)) {
        await putBack(tx, row.id, claim.nowMs, claim.nowMs + personInUseRetryMs);
        continue;
      }
      const names = claim.makeNames();
      const lead = { leadId: row.id, facts: await factsOf(tx, claim, row, numbers) };
      const made = claim.rule(lead, names);
      await writeRuling(tx, claim, row.id, names, made);
      const { ruling } = made;
      if (ruling.kind === 'clear') {
        await writeAttempt(tx, claim, row, ruling.clearance);
        calls.push({
          clearance: ruling.clearance,
          callbackAgentId: row.callback_agent_id,
          listId: row.list_id,
        });
      } else {
        if (ruling.untilMs === null) await giveUpNumber(tx, row, claim.nowMs);
        else await putBack(tx, row.id, claim.nowMs, ruling.untilMs);
        refusals.push(ruling);
      }
    }
    return { kind: 'claimed', calls, refusals, lists: due.lists, takenCounts: due.takenCounts };
  });
}

/**
 * True for a lead whose instant was set by retry rules that have changed since, and that by those of today is not to
 * be called yet, or not any more: it is moved on.
 */
async function waitsOn(tx: Tx, { campaign, nowMs, askAgain }: Claim, row: DueLead): Promise<boolean> {
  if (row.attempts_count === 0 || row.changed_at >= campaign.changedAtMs) return false;
  const facts = await retryFacts(tx, { leadId: row.id, campaignId: campaign.id });
  const next = facts && askAgain(facts);
  if (!next) return false;
  await moveLead(tx, row.id, next, nowMs);
  return true;
}

function factsOf(
  tx: Tx,
  { campaign, nowMs }: Claim,
  row: DueLead,
  numbers: readonly PhoneNumber[],
): Promise<PersonFacts> {
  const place = {
    postalCode: row.postal_code,
    country: row.country,
    state: row.state_of_address,
    timeZone: row.time_zone,
  };
  return personFacts(tx, {
    clientId: campaign.clientId,
    phoneNumber: row.phone_number,
    nowMs,
    place,
    numbers,
  });
}

/** Law 2: a number has at most one live attempt, whoever's lead it is; so has a person, over all their numbers. */
async function isAnyLive(tx: Tx, numbers: readonly PhoneNumber[]): Promise<boolean> {
  const live = tx
    .selectFrom('attempt')
    .select('id')
    .where('ended_at', 'is', null)
    .where('phone_number', 'in', [...numbers]);
  return (await live.executeTakeFirst()) !== undefined;
}

/** Open again from `nextTryAtMs`. */
async function putBack(tx: Tx, leadId: LeadId, nowMs: number, nextTryAtMs: number): Promise<void> {
  await tx
    .updateTable('lead')
    .set({ state: 'open', next_try_at: nextTryAtMs, changed_at: nowMs })
    .where('id', '=', leadId)
    .execute();
}

/** The law will never allow this number: the lead goes on with its next one, ruled on in its turn, or is closed. */
async function giveUpNumber(tx: Tx, row: DueLead, nowMs: number): Promise<void> {
  const phones = tx.selectFrom('lead_phone').where('lead_id', '=', row.id);
  const next = await phones
    .select('phone_number')
    .where('closed_reason', 'is', null)
    .where('phone_number', '!=', row.phone_number)
    .orderBy('position')
    .executeTakeFirst();
  if (!next) {
    const closed = { state: 'closed', closed_reason: 'refused_by_rule', changed_at: nowMs } as const;
    await tx.updateTable('lead').set(closed).where('id', '=', row.id).execute();
    return;
  }
  await closeNumber(tx, row.id, { phoneNumber: row.phone_number, reason: 'refused_by_rule' });
  await tx.updateTable('lead').set({ phone_number: next.phone_number }).where('id', '=', row.id).execute();
  await putBack(tx, row.id, nowMs, nowMs);
}

function writeRuling(
  tx: Tx,
  claim: Claim,
  leadId: LeadId,
  { attemptId, rulingId, salt }: RulingNames,
  { ruling, facts }: LeadRuling,
): Promise<void> {
  return appendRuling(tx, claim.campaign.clientId, {
    id: rulingId,
    campaignId: claim.campaign.id,
    leadId,
    attemptId: ruling.kind === 'clear' ? attemptId : null,
    atMs: claim.nowMs,
    kind: ruling.kind,
    rules: ruling.rules,
    untilMs: ruling.kind === 'refused' ? ruling.untilMs : null,
    packVersion: ruling.packs.join(' '),
    zoneDataVersion: claim.zoneDataVersion,
    facts,
    salt,
  });
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
      dial_mode: claim.campaign.dialMode,
      object: claim.campaign.object,
      created_at: claim.nowMs,
    })
    .execute();
  await tx
    .updateTable('lead')
    .set({
      attempts_count: row.attempts_count + 1,
      last_attempt_at: claim.nowMs,
      changed_at: claim.nowMs,
    })
    .where('id', '=', row.id)
    .execute();
}
