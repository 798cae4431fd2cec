import type { ClientId, ListId, PhoneNumber } from '@alize/model';
import {
  CompiledQuery,
  createQueryId,
  type Insertable,
  type KyselyPlugin,
  type RootOperationNode,
  sql,
} from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetReferences, onEachEngine, onSqlite } from '../test/engines.ts';
import { leadFields } from '../test/lead-fields.ts';
import {
  addLeads,
  addOutsideAttempts,
  type Database,
  type Db,
  insertSuppression,
  joinPersons,
  personFacts,
  personFactsOfMany,
  suppressedCalls,
  withdrawConsents,
} from './index.ts';
import type { Schema } from './schema.ts';

onEachEngine((engine) => {
  const dayMs = 24 * 3600_000;
  const nowMs = Date.UTC(2026, 10, 24, 10);
  const clientId: ClientId = 'client_1';
  const listId: ListId = 'list_1';
  // The tests' own numbers, written as E.164.
  const [first, second, stranger] = ['+33612000001', '+33612000002', '+33612000003'] as [
    PhoneNumber,
    PhoneNumber,
    PhoneNumber,
  ];
  let database: Database;
  let attemptsCount = 0;

  beforeEach(async () => {
    attemptsCount = 0;
    database = await engine.open();
    await forgetReferences(database.db);
    await joinPersons(database.db, clientId, [
      { numbers: [first, second], reference: 'R1', newId: 'person_1' },
    ]);
  });
  afterEach(() => database.close());

  const factsOf = (phoneNumber: PhoneNumber = first, client = clientId) =>
    personFacts(database.db, { clientId: client, phoneNumber, nowMs });

  /** An attempt that ended without an answer a day ago, unless told otherwise. */
  async function attempt(change: Partial<Insertable<Schema['attempt']>> = {}): Promise<void> {
    attemptsCount += 1;
    const row = {
      id: `attempt_${attemptsCount}`,
      client_id: clientId,
      campaign_id: 'campaign_1',
      list_id: listId,
      lead_id: `lead_${attemptsCount}`,
      phone_number: first,
      number_of_lead: 1,
      epoch: 1,
      trunk_id: 'trunk_1',
      caller_id: '+33162000000',
      ruling_id: 'ruling_1',
      script_version_id: 'scriptversion_1',
      progress: 'ended',
      network_result: 'no_answer',
      created_at: nowMs - dayMs,
      sent_at: nowMs - dayMs,
      ringing_at: nowMs - dayMs,
      ended_at: nowMs - dayMs + 25_000,
      ...change,
    } as const;
    await database.db
      .insertInto('attempt')
      .values(row as Insertable<Schema['attempt']>)
      .execute();
  }

  describe('attempts', () => {
    it.each([
      ['answered', { network_result: 'answered' }],
      ['abandoned', { network_result: 'answered', is_abandoned: 1 }],
      ['machine', { network_result: 'answered', disposition: 'answering_machine' }],
      ['machine', { network_result: 'answered', detected: 'machine' }],
      ['busy', { network_result: 'busy' }],
      ['no_answer', { network_result: 'no_answer' }],
      ['no_answer', { network_result: 'unknown' }],
      ['no_answer', { network_result: null, ended_at: null, sent_at: null, ringing_at: null }],
      ['no_answer', { network_result: 'cancelled' }],
      ['not_reached', { network_result: 'cancelled', sent_at: null, ringing_at: null }],
      ['no_answer', { network_result: 'congestion' }],
      ['not_reached', { network_result: 'congestion', ringing_at: null }],
      ['not_reached', { network_result: 'invalid_number' }],
    ] as const)('count as %s: %o', async (result, change) => {
      await attempt(change);
      expect((await factsOf()).attempts).toEqual([
        { atMs: nowMs - dayMs, sellerId: clientId, result, campaignId: 'campaign_1', object: null },
      ]);
    });

    it('are those of all the person’s numbers and of every campaign, made here or elsewhere', async () => {
      await attempt({ phone_number: second, campaign_id: 'campaign_2', object: 'assurance' });
      const entry = { clientId, createdBy: 'user_1', atMs: nowMs, source: 'site de Tunis' } as const;
      const told = {
        id: 'outsideattempt_1',
        phoneNumber: second,
        atMs: nowMs - 5,
        result: 'busy',
        object: null,
      } as const;
      expect(await addOutsideAttempts(database.db, entry, [told])).toBe(1);
      expect(await addOutsideAttempts(database.db, entry, [{ ...told, id: 'outsideattempt_2' }])).toBe(0);
      expect((await factsOf()).attempts).toMatchObject([
        { campaignId: 'campaign_2', object: 'assurance' },
        { campaignId: null, result: 'busy', atMs: nowMs - 5 },
      ]);
    });

    it('of other people and of other clients are not in it', async () => {
      await attempt({ phone_number: stranger });
      await attempt({ client_id: 'client_2' });
      expect((await factsOf()).attempts).toEqual([]);
    });

    it('are remembered for a year and a month', async () => {
      await attempt({ created_at: nowMs - 399 * dayMs });
      await attempt({ created_at: nowMs - 401 * dayMs });
      expect((await factsOf()).attempts).toHaveLength(1);
    });
  });

  describe('an agreed callback', () => {
    const callback = {
      network_result: 'answered',
      disposition: 'callback',
      disposed_at: nowMs - 1_000,
      callback_at: nowMs,
    } as const;

    it('is a slot with the call as its proof, and no consent to be sold to', async () => {
      await attempt(callback);
      expect((await factsOf()).consents).toMatchObject([
        {
          proof: 'call attempt_1',
          agreedSlotsMs: [nowMs],
          givenAtMs: nowMs - 1_000,
          expiresAtMs: nowMs - 1_000,
          object: null,
          wasInformed: false,
        },
      ]);
    });

    it('is used up by the next call of its lead', async () => {
      await attempt(callback);
      await attempt({ lead_id: 'lead_1', number_of_lead: 2 });
      expect((await factsOf()).consents).toEqual([]);
    });
  });

  describe('what the person said', () => {
    it('no to is a refusal of its kind', async () => {
      await attempt({ disposition: 'not_interested', disposed_at: nowMs - 3 });
      await attempt({ disposition: 'do_not_call', disposed_at: nowMs - 2, phone_number: second });
      await attempt({ disposition: 'success', disposed_at: nowMs - 1 });
      expect((await factsOf()).refusals).toEqual([
        { sellerId: clientId, kind: 'not_interested', atMs: nowMs - 3 },
        { sellerId: clientId, kind: 'objection', atMs: nowMs - 2 },
      ]);
    });

    it('yes to can be taken back by word of mouth on any of their numbers, once', async () => {
      await importLead(first, { consentAtMs: nowMs - dayMs, consentSource: 'formulaire 12' });
      const withdrawal = { clientId, phoneNumber: second, how: 'oral', by: null, atMs: nowMs } as const;
      expect(await withdrawConsents(database.db, withdrawal)).toBe(1);
      expect(await withdrawConsents(database.db, { ...withdrawal, atMs: nowMs + 1 })).toBe(0);
      const facts = await factsOf();
      expect(facts.consents).toMatchObject([{ withdrawnAtMs: nowMs }]);
      expect(facts.refusals).toEqual([{ sellerId: clientId, kind: 'withdrawal', atMs: nowMs }]);
    });
  });

  describe('suppressions', () => {
    it('of any of the person’s numbers are told with their dates, other clients’ are not', async () => {
      const entry = { clientId, reason: 'x', atMs: nowMs - 5, expiresAtMs: nowMs - 1 } as const;
      await insertSuppression(database.db, { ...entry, id: 'suppression_1', phoneNumber: second });
      await insertSuppression(database.db, {
        ...entry,
        id: 'suppression_2',
        phoneNumber: first,
        clientId: 'client_2',
      });
      expect((await factsOf()).suppressions).toEqual([
        { scope: 'client', reason: 'x', fromMs: nowMs - 5, expiresAtMs: nowMs - 1 },
      ]);
    });

    it('name the calls that still ring, whichever of the person’s numbers rings', async () => {
      await attempt({ ended_at: null, answered_at: null, phone_number: first });
      await attempt({ ended_at: null, answered_at: null, phone_number: stranger });
      expect(await suppressedCalls(database.db, nowMs)).toEqual([]);
      const entry = { clientId, reason: 'x', atMs: nowMs, expiresAtMs: null } as const;
      const others = { ...entry, clientId: 'client_2' } as const;
      await insertSuppression(database.db, { ...others, id: 'suppression_2', phoneNumber: first });
      const past = { ...entry, expiresAtMs: nowMs } as const;
      await insertSuppression(database.db, { ...past, id: 'suppression_3', phoneNumber: first });
      expect(await suppressedCalls(database.db, nowMs)).toEqual([]);
      await insertSuppression(database.db, { ...entry, id: 'suppression_1', phoneNumber: second });
      expect(await suppressedCalls(database.db, nowMs)).toEqual(['attempt_1']);
      await database.db.updateTable('attempt').set({ answered_at: nowMs }).execute();
      expect(await suppressedCalls(database.db, nowMs)).toEqual([]);
    });
  });

  describe('registers', () => {
    it('answer when they were brought in: listed or not, as of the day they were checked', async () => {
      const { db } = database;
      const register = { numbers_count: 1, source: 'x', created_by: null };
      await db
        .insertInto('register')
        .values([
          { id: 'uk_tps', checked_at: nowMs - dayMs, ...register },
          { id: 'it_rpo', checked_at: nowMs, ...register },
        ])
        .execute();
      await db
        .insertInto('register_number')
        .values({ register_id: 'uk_tps', phone_number: first, listed_since: nowMs - 40 * dayMs })
        .execute();
      expect((await factsOf()).registers).toEqual({
        uk_tps: { isListed: true, checkedAtMs: nowMs - dayMs, listedSinceMs: nowMs - 40 * dayMs },
        it_rpo: { isListed: false, checkedAtMs: nowMs, listedSinceMs: null },
      });
    });
  });

  describe('a lead that comes in', () => {
    it('puts each consent on record for what its campaign is about, with its proof', async () => {
      await importLead(first, { consentAtMs: nowMs - dayMs, consentSource: 'formulaire 12' }, true);
      await importLead(stranger, { consentAtMs: null, consentSource: null });
      expect((await factsOf()).consents).toEqual([
        {
          sellerId: clientId,
          object: 'assurance habitation',
          form: 'express',
          givenAtMs: nowMs - dayMs,
          expiresAtMs: null,
          proof: 'formulaire 12',
          withdrawnAtMs: null,
          agreedSlotsMs: [],
          wasInformed: true,
          namesAutomaticDialling: false,
        },
      ]);
      expect((await factsOf(stranger)).consents).toEqual([]);
    });

    it('adds its numbers to the person whose reference it bears, and counts their calls together', async () => {
      await attempt({ phone_number: second });
      await importLead(stranger, { consentAtMs: null, consentSource: null, reference: 'R1' });
      expect((await factsOf(stranger)).attempts).toHaveLength(1);
      await importLead(first, { consentAtMs: null, consentSource: null, reference: 'R9' });
      await importLead('+33612000007' as PhoneNumber, {
        consentAtMs: null,
        consentSource: null,
        reference: 'R9',
      });
      expect((await factsOf('+33612000007' as PhoneNumber)).attempts).toHaveLength(1);
    });
  });

  onSqlite(engine, () => {
    describe('the statements', () => {
      /** How SQLite goes about each statement that `run` makes. */
      async function plansOf(run: (db: Db) => Promise<unknown>): Promise<readonly string[][]> {
        const { db } = database;
        const nodes: RootOperationNode[] = [];
        const spy: KyselyPlugin = {
          transformQuery: ({ node }) => {
            nodes.push(node);
            return node;
          },
          transformResult: async ({ result }) => result,
        };
        await run(db.withPlugin(spy));
        const plans: string[][] = [];
        for (const node of nodes) {
          const query = db.getExecutor().compileQuery(node, createQueryId());
          const plan = await db.executeQuery<{ detail: string }>(
            CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters]),
          );
          plans.push(plan.rows.map((row) => row.detail));
        }
        return plans;
      }
      const scans = (plans: readonly string[][]) =>
        plans.flat().filter((detail) => detail.startsWith('SCAN'));

      const people = Array.from({ length: 500 }, (_, index) => ({
        phoneNumber: `+3361200${String(index).padStart(4, '0')}` as PhoneNumber,
      }));

      it.each([
        ['one person', (db: Db) => personFacts(db, { clientId, phoneNumber: first, nowMs })],
        ['500 people', (db: Db) => personFactsOfMany(db, { clientId, nowMs }, people)],
      ])('are eight at most for %s, and each finds its rows by an index', async (_, read) => {
        const register = { id: 'uk_tps', checked_at: nowMs, numbers_count: 0, source: 'x', created_by: null };
        await database.db.insertInto('register').values(register).execute();
        const plans = await plansOf(read);
        expect(plans.length).toBeLessThanOrEqual(8);
        // There is a register for each law that keeps one: a dozen rows, read whole. The numbers asked are a list.
        const others = scans(plans).filter((detail) => !detail.startsWith('SCAN json_each'));
        expect(others).toEqual(['SCAN register']);
        // Nor goes any through all that a client has.
        expect(plans.flat().filter((detail) => detail.endsWith('(client_id=?)'))).toEqual([]);
      });

      it('that look for suppressed calls read the live calls alone', async () => {
        const plans = await plansOf((db) => suppressedCalls(db, nowMs));
        expect(scans(plans)).toEqual([
          expect.stringMatching(/^SCAN attempt USING INDEX attempt_live_/),
          'SCAN CONSTANT ROW',
        ]);
      });
    });
  });

  async function importLead(
    phoneNumber: PhoneNumber,
    said: { consentAtMs: number | null; consentSource: string | null; reference?: string },
    consentsAreInformed = false,
  ): Promise<void> {
    const { db } = database;
    await sql`insert into campaign (id, client_id, name, kind, purpose, object, state, dial_mode, schedule,
    retry_rules, caller_id_id, trunk_id, lines_max, ring_seconds, wrap_up_seconds, script_version_id, created_at,
    changed_at) values ('campaign_1', ${clientId}, 'x', 'survey', 'survey', 'assurance habitation', 'draft',
    'progressive', '{}', '{}', 'c', 't', 1, 15, 5, 's', 0, 0) on conflict do nothing`.execute(db);
    const given = { wording: null, source: said.consentSource, proof: null, object: null };
    const fields = leadFields({
      phones: [{ phoneNumber, label: null, extension: null }],
      reference: said.reference ?? null,
      consent: said.consentAtMs === null ? null : { givenAtMs: said.consentAtMs, ...given },
    });
    const leads = [{ id: `lead_${phoneNumber.slice(1)}`, fields }] as const;
    const target = { listId, clientId, campaignId: 'campaign_1' } as const;
    await db
      .transaction()
      .execute((tx) => addLeads(tx, { ...target, leads, atMs: nowMs, consentsAreInformed }));
  }
});
