import type {
  AttemptId,
  CallFacts,
  CampaignId,
  Clearance,
  ClientId,
  LeadId,
  ListId,
  PhoneNumber,
  RulingId,
} from '@alize/model';
import { CompiledQuery, type Insertable, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetReferences, onEachEngine, onSqlite } from '../test/engines.ts';
import {
  type Claim,
  type ClaimedLead,
  claimLeads,
  type Database,
  endAttempt,
  joinPersons,
  type LeadNext,
  nextDueAt,
  reopenRefusedLeads,
  takeLease,
} from './index.ts';
import type { Schema } from './schema.ts';

const emptyCampaign: Omit<Insertable<Schema['campaign']>, 'retry_rules'> = {
  id: 'campaign_1',
  client_id: 'client_1',
  name: 'Une',
  kind: 'survey',
  purpose: 'survey',
  sector: null,
  object: null,
  state: 'running',
  dial_mode: 'progressive',
  schedule: '{}',
  caller_id_id: 'callerid_1',
  trunk_id: 'trunk_1',
  lines_max: 9,
  ring_seconds: 20,
  wrap_up_seconds: 30,
  script_version_id: 'scriptversion_1',
  created_at: 0,
  changed_at: 0,
};

onEachEngine((engine) => {
  const nowMs = Date.UTC(2026, 10, 24, 10);
  const clientId: ClientId = 'client_1';
  const campaignId: CampaignId = 'campaign_1';
  let database: Database;
  let epoch = 0;
  let made = 0;
  let numbers = 0;

  beforeEach(async () => {
    made = 0;
    database = await engine.open();
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
    await forgetReferences(db);
    await list('list_1');
  });
  afterEach(() => database.close());

  async function list(id: ListId, more: { is_active?: number; share?: number } = {}): Promise<void> {
    const row = { id, client_id: clientId, campaign_id: campaignId, name: id, created_at: 0, ...more };
    await database.db
      .insertInto('list')
      .values({ ...row, state: 'ready' })
      .execute();
  }

  async function lead(
    id: LeadId,
    phoneNumber: string,
    more: Partial<Insertable<Schema['lead']>> = {},
    otherNumbers: readonly string[] = [],
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
    const phones = [phoneNumber, ...otherNumbers].map((number, index) => ({
      ...{ lead_id: id, client_id: clientId, position: index + 1 },
      phone_number: number as PhoneNumber,
    }));
    await database.db.insertInto('lead_phone').values(phones).execute();
  }

  /** So many due leads in a list. */
  async function leadsOf(listId: ListId, count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      numbers += 1;
      await lead(`lead_${numbers}`, `+336120${String(numbers).padStart(5, '0')}`, { list_id: listId });
    }
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

  /** Turns by share alone, as if none had had any before. */
  const byShare: Claim['turnsOf'] = (lists, count) => {
    const shares = lists.reduce((sum, { share }) => sum + share, 0);
    return new Map(lists.map(({ listId, share }) => [listId, Math.ceil((count * share) / shares)]));
  };

  const claimed: Claim['campaign'] = {
    id: campaignId,
    clientId,
    trunkId: 'trunk_1',
    scriptVersionId: 'scriptversion_1',
    dialMode: 'progressive',
    object: 'assurance',
    changedAtMs: 0,
  };

  function asked(more: Partial<Claim> = {}): Claim {
    return {
      campaign: claimed,
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
      turnsOf: byShare,
      askAgain: () => null,
      rule: clear,
      ...more,
    };
  }
  const claim = (more: Partial<Claim> = {}) => claimLeads(database.db, asked(more));
  const taken = async (more: Partial<Claim> = {}) => {
    const answer = await claim(more);
    return answer.kind === 'claimed' ? answer.calls.map((call) => call.clearance.leadId) : [];
  };

  const rules = [
    { rule: 'FR-HOURS', verdict: 'refuses', strength: 'LAW', citation: 'C. conso. D.223-9' },
  ] as const;
  const refusing =
    (untilMs: number | null): Claim['rule'] =>
    ({ facts }) => ({
      facts: callFacts(facts),
      ruling: { kind: 'refused', rules, untilMs, packs: ['fr@1', 'us@2'] },
    });

  const leads = () => database.db.selectFrom('lead').selectAll().orderBy('id').execute();
  const attempts = () => database.db.selectFrom('attempt').selectAll().execute();

  describe('a claim', () => {
    it('takes due leads by priority, then by how long they have been due, and no others', async () => {
      await lead('lead_late', '+33612000001', { next_try_at: nowMs - 1_000 });
      await lead('lead_long', '+33612000002', { next_try_at: nowMs - 9_000 });
      await lead('lead_urgent', '+33612000003', { priority: 5 });
      await lead('lead_future', '+33612000004', { priority: 9, next_try_at: nowMs + 1 });
      expect(await taken({ limit: 2 })).toEqual(['lead_urgent', 'lead_long']);
    });

    it('takes callbacks before everything else, of whatever list and priority, the soonest first', async () => {
      await list('list_2');
      await lead('lead_urgent', '+33612000001', { priority: 99, next_try_at: nowMs - 9_000 });
      await lead('lead_second', '+33612000002', { is_callback: 1, list_id: 'list_2' });
      await lead('lead_first', '+33612000003', { is_callback: 1, priority: -99, next_try_at: nowMs - 1 });
      await lead('lead_later', '+33612000004', { is_callback: 1, next_try_at: nowMs + 1 });
      expect(await taken({ limit: 2 })).toEqual(['lead_first', 'lead_second']);
      expect(await taken()).toEqual(['lead_urgent']);
    });

    it('shares itself out among the lists of a campaign as it is told', async () => {
      await list('list_2', { share: 3 });
      await leadsOf('list_1', 10);
      await leadsOf('list_2', 10);
      const answer = await claim({ limit: 8 });
      expect(answer).toMatchObject({
        takenCounts: new Map([
          ['list_1', 2],
          ['list_2', 6],
        ]),
      });
      expect(answer.kind === 'claimed' && answer.calls).toHaveLength(8);
    });

    it('gives the turns of a list that has fewer due to the others', async () => {
      await list('list_2', { share: 3 });
      await leadsOf('list_1', 10);
      await leadsOf('list_2', 1);
      expect(await claim({ limit: 8 })).toMatchObject({
        takenCounts: new Map([
          ['list_1', 7],
          ['list_2', 1],
        ]),
      });
    });

    it('goes through the priorities of a list in their order, as far as it needs', async () => {
      for (const [index, priority] of [-3, 0, 7].entries()) {
        await lead(`lead_${priority}`, `+3361200000${index}`, { priority });
      }
      expect(await taken({ limit: 2 })).toEqual(['lead_7', 'lead_0']);
      expect(await taken({ limit: 2 })).toEqual(['lead_-3']);
    });

    it('never takes a lead of a list that is paused, a callback neither, nor one that is not imported yet', async () => {
      await list('list_2', { is_active: 0 });
      await lead('lead_1', '+33612000001', { list_id: 'list_2' });
      await lead('lead_2', '+33612000002', { list_id: 'list_2', is_callback: 1 });
      await lead('lead_3', '+33612000003', { state: 'staged' });
      expect(await taken()).toEqual([]);
      expect(await nextDueAt(database.db, campaignId)).toBeNull();
    });

    it('sees what has changed since the one before: a new lead, a list let go, another share', async () => {
      await list('list_2', { is_active: 0, share: 1 });
      await leadsOf('list_2', 8);
      expect(await taken()).toEqual([]);
      await lead('lead_new', '+33612000001');
      expect(await taken()).toEqual(['lead_new']);
      await database.db.updateTable('list').set({ is_active: 1 }).where('id', '=', 'list_2').execute();
      await leadsOf('list_1', 8);
      expect(await claim({ limit: 4 })).toMatchObject({
        takenCounts: new Map([
          ['list_1', 2],
          ['list_2', 2],
        ]),
      });
      await database.db.updateTable('list').set({ share: 3 }).where('id', '=', 'list_2').execute();
      expect(await claim({ limit: 4 })).toMatchObject({
        takenCounts: new Map([
          ['list_1', 1],
          ['list_2', 3],
        ]),
      });
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
      const answer = await claim({ rule: refusing(untilMs) });
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
      await database.db
        .insertInto('client')
        .values({ id: 'client_2', name: 'Deux', created_at: 0 })
        .execute();
      await database.db.updateTable('lead').set({ list_id: 'list_0' }).execute();
      await lead('lead_2', '+33612000001');
      expect(await claim()).toMatchObject({ kind: 'claimed', calls: [] });
      expect((await leads())[1]).toMatchObject({ state: 'open', next_try_at: nowMs + 60_000 });
    });

    it('goes on with the next number of a lead where the law refuses one for ever', async () => {
      await lead('lead_1', '+33612000001', {}, ['+33612000002']);
      expect(await claim({ rule: refusing(null) })).toMatchObject({ calls: [] });
      expect(await leads()).toMatchObject([
        { state: 'open', next_try_at: nowMs, phone_number: '+33612000002' },
      ]);
      expect(await claim({ rule: refusing(null) })).toMatchObject({ calls: [] });
      expect(await leads()).toMatchObject([{ state: 'closed', closed_reason: 'refused_by_rule' }]);
    });

    it('may try such numbers again once what the rule asked has changed', async () => {
      await lead('lead_1', '+33612000001', {}, ['+33612000002']);
      await claim({ rule: refusing(null) });
      await claim({ rule: refusing(null) });
      await joinPersons(database.db, clientId, [
        { numbers: ['+33612000001'] as PhoneNumber[], reference: null, newId: 'person_1' },
      ]);
      const which = { personsOf: ['+33612000001'] as PhoneNumber[] };
      expect(await reopenRefusedLeads(database.db, clientId, which, nowMs)).toBe(1);
      expect(await taken()).toEqual(['lead_1']);
      const phones = await database.db.selectFrom('lead_phone').select('closed_reason').execute();
      expect(phones).toEqual([{ closed_reason: null }, { closed_reason: null }]);
    });

    it('takes no more than it was asked for, even if each of them is refused', async () => {
      await leadsOf('list_1', 30);
      const answer = await claim({ limit: 4, rule: refusing(nowMs + 60_000) });
      expect(answer.kind === 'claimed' && answer.refusals).toHaveLength(4);
      expect((await leads()).filter((row) => row.next_try_at === nowMs)).toHaveLength(26);
    });

    describe('of a lead that waited by rules which have changed since', () => {
      const changed = { changedAtMs: nowMs - 1_000 };
      const ended = { network_result: 'busy', ended_at: nowMs - 5_000 } as const;
      beforeEach(async () => {
        await lead('lead_1', '+33612000001', { next_try_at: 0 });
        await claim({ nowMs: nowMs - 9_000 });
        await database.db.updateTable('attempt').set(ended).execute();
        await database.db.updateTable('lead').set({ state: 'open', next_try_at: nowMs }).execute();
        const standard = { attemptsMax: 8, byResult: {} };
        await database.db
          .insertInto('campaign')
          .values({ ...emptyCampaign, retry_rules: JSON.stringify(standard) })
          .execute();
      });
      const asking = (next: LeadNext | null) => {
        const asked: unknown[] = [];
        const askAgain: Claim['askAgain'] = (facts) => {
          asked.push(facts);
          return next;
        };
        return { asked, askAgain };
      };
      const claimOf = async (askAgain: Claim['askAgain'], changedAtMs: number) => {
        const answer = await claim({ campaign: { ...claimed, changedAtMs }, askAgain });
        return answer.kind === 'claimed' ? answer.calls.length : null;
      };

      it('asks those of today, and has it wait on', async () => {
        const next = { kind: 'again', atMs: nowMs + 5, phoneNumber: '+33612000001' as PhoneNumber } as const;
        const { asked, askAgain } = asking({
          ...next,
          isCallback: false,
          callbackAgentId: null,
          closes: null,
        });
        expect(await claimOf(askAgain, changed.changedAtMs)).toBe(0);
        expect(asked).toMatchObject([
          { rules: { attemptsMax: 8 }, tries: [{ networkResult: 'busy' }], settledAtMs: nowMs - 5_000 },
        ]);
        expect(await leads()).toMatchObject([{ state: 'open', next_try_at: nowMs + 5 }]);
      });

      it('closes it when they leave it no further call', async () => {
        const { askAgain } = asking({ kind: 'closed', reason: 'attempts_used_up', closes: null });
        expect(await claimOf(askAgain, changed.changedAtMs)).toBe(0);
        expect(await leads()).toMatchObject([{ state: 'closed', closed_reason: 'attempts_used_up' }]);
      });

      it('calls it when they do not mind; and does not ask where nothing has changed', async () => {
        const { asked, askAgain } = asking(null);
        expect(await claimOf(askAgain, nowMs - 60_000)).toBe(1);
        expect(asked).toEqual([]);
      });
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
      await lead('lead_1', '+33612000001', { is_callback: 1 });
      await database.db.updateTable('lead').set({ callback_agent_id: 'user_1' }).execute();
      expect(await claim()).toMatchObject({ calls: [] });
      expect(await nextDueAt(database.db, campaignId)).toBe(nowMs);
      expect(await claim({ readyAgentIds: ['user_1'] })).toMatchObject({
        calls: [{ callbackAgentId: 'user_1' }],
      });
    });

    it('knows when the next lead falls due: the soonest of any list and priority', async () => {
      await list('list_2');
      await lead('lead_1', '+33612000001', { priority: 5, next_try_at: nowMs + 9_000 });
      await lead('lead_2', '+33612000002', { list_id: 'list_2', next_try_at: nowMs + 7_000 });
      expect(await nextDueAt(database.db, campaignId)).toBe(nowMs + 7_000);
      await lead('lead_3', '+33612000003', { is_callback: 1, next_try_at: nowMs + 3_000 });
      expect(await nextDueAt(database.db, campaignId)).toBe(nowMs + 3_000);
    });

    onSqlite(engine, () => {
      it('finds its leads by seeks in its indexes, sorting none of them', async () => {
        const plans = await plansOf(async (db) => {
          await leadsOf('list_1', 3);
          await claimLeads(db, { ...asked(), readyAgentIds: ['user_1', 'user_2'] });
        });
        const ofLeads = plans.filter(({ statement }) => /^(select|with).* from "?lead"?\s/s.test(statement));
        expect(ofLeads.length).toBeGreaterThanOrEqual(4);
        for (const { plan } of ofLeads) expect(plan).not.toMatch(/SCAN lead\b/);
        const said = ofLeads.map(({ plan }) => plan).join('\n');
        expect(said).toContain(
          'lead USING COVERING INDEX lead_due (campaign_id=? AND list_id=? AND priority<?)',
        );
        expect(said).toContain(
          'lead USING COVERING INDEX lead_due (campaign_id=? AND list_id=? AND priority=?)',
        );
        expect(said).toContain(
          'lead USING INDEX lead_due (campaign_id=? AND list_id=? AND priority=? AND next_try_at<?)',
        );
        expect(said).toContain(
          'lead USING INDEX lead_due_callback (campaign_id=? AND callback_agent_id=? AND next_try_at<?)',
        );
        const due = ofLeads.find(({ plan }) =>
          plan.includes('INDEX lead_due (campaign_id=? AND list_id=? AND priority=? AND next_try_at<?)'),
        );
        expect(due?.plan).not.toContain('TEMP B-TREE');
      });
    });
  });

  /** The statements that `work` runs, each with its plan. */
  async function plansOf(work: (db: Database['db']) => Promise<void>) {
    const plans: { readonly statement: string; readonly plan: string }[] = [];
    const statements: CompiledQuery[] = [];
    const { db } = database;
    await work(
      db.withPlugin({
        transformQuery({ node, queryId }) {
          statements.push(db.getExecutor().compileQuery(node, queryId));
          return node;
        },
        transformResult: async ({ result }) => result,
      }),
    );
    for (const { sql: statement, parameters } of statements) {
      const { rows } = await db.executeQuery<{ detail: string }>(
        CompiledQuery.raw(`explain query plan ${statement}`, [...parameters]),
      );
      plans.push({ statement, plan: rows.map((row) => row.detail).join('\n') });
    }
    return plans;
  }

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
      const { db } = database;
      const modes = {
        SQLite: sql<{ mode: unknown }>`select synchronous as mode from pragma_synchronous`,
        PostgreSQL: sql<{ mode: unknown }>`select current_setting('synchronous_commit') as mode`,
      };
      const { rows } = await modes[engine.name].execute(db);
      expect(rows).toEqual([{ mode: { SQLite: 2, PostgreSQL: 'on' }[engine.name] }]);
    });
  });
});
