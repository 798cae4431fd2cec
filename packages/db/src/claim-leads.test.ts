import type {
  AttemptId,
  CallFacts,
  CampaignId,
  Clearance,
  ClientId,
  LeadId,
  PhoneNumber,
  RulingId,
} from '@alize/model';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Claim,
  type ClaimedLead,
  claimLeads,
  type Database,
  endAttempt,
  joinPersons,
  migrate,
  openDatabase,
  takeLease,
} from './index.ts';

const nowMs = Date.UTC(2026, 10, 24, 10);
const clientId: ClientId = 'client_1';
const campaignId: CampaignId = 'campaign_1';
let database: Database;
let epoch = 0;
let made = 0;

beforeEach(async () => {
  made = 0;
  database = openDatabase(':memory:');
  await migrate(database.db);
  const lease = await takeLease(database.db, {
    name: 'dialer',
    holder: 'a',
    nowMs,
    lastsMs: 4_000,
    isAsteriskUp: true,
  });
  epoch = lease?.epoch ?? 0;
  const { db } = database;
  await db.insertInto('client').values({ id: clientId, name: 'Un', created_at: 0 }).execute();
  await db
    .insertInto('trunk')
    .values({ id: 'trunk_1', name: 't', kind: 'sip', lines_max: 9, calls_per_second_max: 9 })
    .execute();
  await sql`pragma foreign_keys = off`.execute(db);
});
afterEach(() => database.close());

async function lead(
  id: LeadId,
  phoneNumber: string,
  more: { priority?: number; next_try_at?: number } = {},
): Promise<void> {
  const row = {
    id,
    client_id: clientId,
    campaign_id: campaignId,
    list_id: 'list_1' as const,
    // The tests' own numbers, written as E.164.
    phone_number: phoneNumber as PhoneNumber,
    state: 'open' as const,
    next_try_at: nowMs,
    created_at: 0,
    changed_at: 0,
    ...more,
  };
  await database.db.insertInto('lead').values(row).execute();
}

/** What the campaign adds bears on nothing here. */
const callFacts = (facts: ClaimedLead['facts']) => facts as CallFacts;

/** A clear ruling, as `clearCall` alone makes it in production. */
const clear: Claim['rule'] = ({ leadId, facts }, { attemptId, rulingId }) => ({
  facts: callFacts(facts),
  ruling: {
    kind: 'clear',
    rules: [],
    packs: ['fr@1'],
    clearance: {
      attemptId,
      rulingId,
      leadId,
      phoneNumber: facts.number,
      callerId: '+33162000000',
      trunkId: 'trunk_1',
      campaignId,
      clientId,
      madeAtMs: nowMs,
    } as unknown as Clearance,
  },
});

function claim(more: Partial<Claim> = {}) {
  return claimLeads(database.db, {
    campaign: {
      id: campaignId,
      clientId,
      trunkId: 'trunk_1',
      scriptVersionId: 'scriptversion_1',
      dialMode: 'progressive',
      object: 'assurance',
    },
    limit: 10,
    nowMs,
    lease: { name: 'dialer', epoch },
    readyAgentIds: [],
    zoneDataVersion: 'z',
    makeNames: () => {
      made += 1;
      return {
        attemptId: `attempt_${made}` as AttemptId,
        rulingId: `ruling_${made}` as RulingId,
        salt: new Uint8Array(16),
      };
    },
    rule: clear,
    ...more,
  });
}

const leads = () => database.db.selectFrom('lead').selectAll().orderBy('id').execute();
const attempts = () => database.db.selectFrom('attempt').selectAll().execute();

describe('a claim', () => {
  it('takes due leads by priority, then by how long they have been due, and no others', async () => {
    await lead('lead_late', '+33612000001', { next_try_at: nowMs - 1_000 });
    await lead('lead_long', '+33612000002', { next_try_at: nowMs - 9_000 });
    await lead('lead_callback', '+33612000003', { priority: 100 });
    await lead('lead_future', '+33612000004', { next_try_at: nowMs + 1 });
    const answer = await claim({ limit: 2 });
    const taken = answer.kind === 'claimed' ? answer.calls.map((call) => call.clearance.leadId) : [];
    expect(taken.sort()).toEqual(['lead_callback', 'lead_long']);
  });

  it('has every call of its answer on disk as an attempt with its ruling', async () => {
    await lead('lead_1', '+33612000001');
    await claim();
    expect(await attempts()).toMatchObject([
      {
        id: 'attempt_1',
        progress: 'intent',
        ruling_id: 'ruling_1',
        epoch,
        ended_at: null,
        dial_mode: 'progressive',
        object: 'assurance',
      },
    ]);
    expect(await database.db.selectFrom('ruling').selectAll().execute()).toMatchObject([
      { id: 'ruling_1', kind: 'clear', attempt_id: 'attempt_1' },
    ]);
    expect(await leads()).toMatchObject([{ state: 'calling', attempts_count: 1 }]);
  });

  it.each([
    ['until an instant waits for it', nowMs + 60_000, { state: 'open', next_try_at: nowMs + 60_000 }],
    ['for ever is closed', null, { state: 'closed', closed_reason: 'refused_by_rule' }],
  ])('of a lead refused %s, with the ruling kept', async (_, untilMs, expected) => {
    await lead('lead_1', '+33612000001');
    const rules = [
      { rule: 'FR-HOURS', verdict: 'refuses', strength: 'LAW', citation: 'C. conso. D.223-9' },
    ] as const;
    const refuse: Claim['rule'] = ({ facts }) => ({
      facts: callFacts(facts),
      ruling: { kind: 'refused', rules, untilMs, packs: ['fr@1', 'us@2'] },
    });
    const answer = await claim({ rule: refuse });
    expect(answer).toMatchObject({ kind: 'claimed', calls: [] });
    expect(await leads()).toMatchObject([expected]);
    expect(await attempts()).toEqual([]);
    expect(await database.db.selectFrom('ruling').selectAll().execute()).toMatchObject([
      { kind: 'refused', rules: JSON.stringify(rules), pack_version: 'fr@1 us@2', number_in_chain: 1 },
    ]);
  });

  it('never calls a person on one number while they are called on another', async () => {
    await lead('lead_1', '+33612000001');
    await lead('lead_2', '+33612000002');
    await joinPersons(database.db, clientId, [
      { numbers: ['+33612000001', '+33612000002'] as PhoneNumber[], reference: null, newId: 'person_1' },
    ]);
    expect(await claim()).toMatchObject({ calls: [{ clearance: { leadId: 'lead_1' } }] });
    expect((await leads())[1]).toMatchObject({ state: 'open', next_try_at: nowMs + 60_000 });
  });

  it('never gives a number that is being called a second live attempt, whoever’s lead it is', async () => {
    await lead('lead_1', '+33612000001');
    await claim();
    await database.db.insertInto('client').values({ id: 'client_2', name: 'Deux', created_at: 0 }).execute();
    await database.db.updateTable('lead').set({ list_id: 'list_0' }).execute();
    await lead('lead_2', '+33612000001');
    expect(await claim()).toMatchObject({ kind: 'claimed', calls: [] });
    expect((await leads())[1]).toMatchObject({ state: 'open', next_try_at: nowMs + 60_000 });
  });

  it('of a holder whose lease another has taken writes nothing', async () => {
    await lead('lead_1', '+33612000001');
    await takeLease(database.db, {
      name: 'dialer',
      holder: 'b',
      nowMs: nowMs + 5_000,
      lastsMs: 4_000,
      isAsteriskUp: true,
    });
    expect(await claim()).toEqual({ kind: 'lease_lost' });
    expect(await leads()).toMatchObject([{ state: 'open' }]);
  });

  it('keeps a callback for its own agent', async () => {
    await lead('lead_1', '+33612000001');
    await database.db.updateTable('lead').set({ callback_agent_id: 'user_1' }).execute();
    expect(await claim()).toMatchObject({ calls: [] });
    expect(await claim({ readyAgentIds: ['user_1'] })).toMatchObject({
      calls: [{ callbackAgentId: 'user_1' }],
    });
  });

  it('finds its leads by an index, not by reading the table', async () => {
    const plan = await sql<{
      detail: string;
    }>`explain query plan select id from lead where campaign_id = ${campaignId}
      and state = 'open' and next_try_at <= ${nowMs} order by priority desc, next_try_at limit 10`.execute(
      database.db,
    );
    expect(plan.rows.map((row) => row.detail).join()).toContain('lead_due');
  });
});

describe('the ledger', () => {
  it('ends an attempt once', async () => {
    await lead('lead_1', '+33612000001');
    await claim();
    const end = {
      networkResult: 'busy',
      endReason: 'not_answered',
      hangupCause: 17,
      isAbandoned: false,
      atMs: nowMs,
    } as const;
    expect(await endAttempt(database.db, 'attempt_1', end)).toBe(true);
    expect(await endAttempt(database.db, 'attempt_1', { ...end, networkResult: 'answered' })).toBe(false);
    expect(await attempts()).toMatchObject([{ network_result: 'busy' }]);
  });

  it('is flushed to the disk at each commit: a power cut must not forget a call', async () => {
    const mode = await sql<{ synchronous: number }>`pragma synchronous`.execute(database.db);
    expect(mode.rows[0]?.synchronous).toBe(2);
  });
});
