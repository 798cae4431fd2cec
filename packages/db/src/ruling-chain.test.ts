import type { AttemptId, CallFacts, ClientId, LeadId, RulingId } from '@alize/model';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetReferences, onEachEngine, onSqlite } from '../test/engines.ts';
import type { Database } from './open-database.ts';
import { appendRulings, type NewRuling, recordHash } from './ruling-chain.ts';
import { letGoOfRulings } from './ruling-retention.ts';
import { verifyChain } from './verify-chain.ts';

onEachEngine((engine) => {
  const clientId: ClientId = 'client_1';
  const startMs = Date.UTC(2026, 10, 24, 10);
  let database: Database;

  beforeEach(async () => {
    database = await engine.open();
    await database.db
      .insertInto('client')
      .values([
        { id: clientId, name: 'Un', created_at: 0 },
        { id: 'client_2', name: 'Deux', created_at: 0 },
      ])
      .execute();
    // A chain is of rulings alone: what they refer to does not matter here.
    await forgetReferences(database.db);
  });
  afterEach(() => database.close());

  /** Facts as far as a chain cares: some text. The cast holds because nothing reads them here. */
  const factsOf = (number: string) => ({ number }) as unknown as CallFacts;

  function ruling(n: number, more: Partial<NewRuling> = {}): NewRuling {
    return {
      id: `ruling_${String(n).padStart(3, '0')}`,
      campaignId: 'campaign_1',
      leadId: 'lead_1',
      attemptId: null,
      atMs: startMs + n * 1000,
      kind: 'refused',
      rules: [{ rule: 'FR-HOURS', verdict: 'refuses', strength: 'LAW', citation: 'C. conso. D.223-9' }],
      untilMs: startMs + 3_600_000,
      packVersion: 'fr@2026.11.2',
      zoneDataVersion: '2026c',
      facts: factsOf('+33612345678'),
      salt: new Uint8Array(16).fill(n),
      ...more,
    };
  }

  const write = (rulings: readonly NewRuling[], client: ClientId = clientId) =>
    database.db.transaction().execute((tx) => appendRulings(tx, client, rulings));
  const writeTen = () => write(Array.from({ length: 10 }, (_, index) => ruling(index + 1)));
  const verify = () => verifyChain(database.db, clientId);
  const tamper = (statement: string) => sql.raw(statement).execute(database.db);

  describe('a chain', () => {
    it('is whole after rulings one by one and in batches, each client with its own', async () => {
      await write([ruling(1)]);
      await write([ruling(2), ruling(3)]);
      await write([ruling(4)], 'client_2');
      await write([]);
      expect(await verify()).toMatchObject({
        kind: 'whole',
        count: 3,
        numberFirst: 1,
        numberLast: 3,
        firstAtMs: startMs + 1000,
        lastAtMs: startMs + 3000,
      });
      expect(await verifyChain(database.db, 'client_2')).toMatchObject({ kind: 'whole', count: 1 });
    });

    it('of a client without rulings is whole and empty', async () => {
      expect(await verify()).toMatchObject({ kind: 'whole', count: 0, lastSha256: null, firstAtMs: null });
    });

    it('leaves rulings of before it alone', async () => {
      await write([ruling(1), ruling(2)]);
      await tamper(`insert into ruling (id, client_id, campaign_id, lead_id, at, kind, rules, pack_version,
      zone_data_version) values ('ruling_old', 'client_1', 'campaign_1', 'lead_1', 1, 'clear', '[]', 'p', 'z')`);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 2 });
    });

    it('longer than a page of reading is read to its end', async () => {
      for (let batch = 0; batch < 3; batch += 1) {
        await write(Array.from({ length: 400 }, (_, index) => ruling(batch * 400 + index + 1)));
      }
      expect(await verify()).toMatchObject({ kind: 'whole', count: 1200 });
      await tamper(`update ruling set kind = 'clear' where number_in_chain = 1100`);
      expect(await verify()).toMatchObject({ kind: 'broken', number: 1100, why: 'changed' });
    });

    it('whose transaction failed goes on as if nothing had been', async () => {
      await write([ruling(1)]);
      const failing = database.db.transaction().execute(async (tx) => {
        await appendRulings(tx, clientId, [ruling(2)]);
        throw new Error('the claim failed');
      });
      await expect(failing).rejects.toThrow('the claim failed');
      await write([ruling(3)]);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 2, numberLast: 2 });
    });

    it('hashes as its description says, so that anybody can compute it again', async () => {
      await write([ruling(1)]);
      const row = await database.db.selectFrom('ruling').selectAll().executeTakeFirstOrThrow();
      expect(row.facts).toBe('{"number":"+33612345678"}');
      // Both computed with another language’s own SHA-256 and JSON.
      expect(row.facts_sha256).toBe('146277393a2ecd67cb5762eddb46dd291ccd8f7901b53ef17cdf602976cdce0f');
      expect(row.sha256).toBe('4a2229f7498a420d6b2b77028f5681a1a05097d777bf4a3416115482e05b6872');
    });

    it('takes no ruling with a salt that can be guessed', async () => {
      await expect(write([ruling(1, { salt: new Uint8Array(8) })])).rejects.toThrow(RangeError);
    });
  });

  describe('a chain that was tampered with', () => {
    beforeEach(writeTen);

    it.each([
      ['id', `'ruling_x'`],
      ['campaign_id', `'campaign_2'`],
      ['lead_id', `'lead_2'`],
      ['attempt_id', `'attempt_2'`],
      ['at', `at + 1`],
      ['kind', `'clear'`],
      ['rules', `'[]'`],
      ['until', `until - 1`],
      ['until', `null`],
      ['pack_version', `'fr@2026.1.1'`],
      ['zone_data_version', `'2026a'`],
      ['facts_sha256', `'00'`],
      ['previous_sha256', `'00'`],
      ['sha256', `'00'`],
    ])('in %s, to %s, is broken there', async (column, value) => {
      await tamper(`update ruling set ${column} = ${value} where number_in_chain = 5`);
      expect(await verify()).toMatchObject({ kind: 'broken', number: 5, why: 'changed' });
    });

    it.each(['facts', 'facts_salt'])('in its %s is broken there', async (column) => {
      await tamper(`update ruling set ${column} = '{}' where number_in_chain = 5`);
      expect(await verify()).toEqual({
        kind: 'broken',
        number: 5,
        rulingId: 'ruling_005',
        why: 'facts_changed',
      });
    });

    it('is whole when facts were only taken out', async () => {
      await tamper(`update ruling set facts = null, facts_salt = null where number_in_chain in (3, 10)`);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 10 });
    });

    it.each([
      ['the first', '1', 1],
      ['one in the middle', '5', 5],
      ['the last', '10', 10],
      ['the tail', '8, 9, 10', 8],
      ['all', '1, 2, 3, 4, 5, 6, 7, 8, 9, 10', 1],
    ])('by taking out %s misses it', async (_, numbers, number) => {
      await tamper(`delete from ruling where number_in_chain in (${numbers})`);
      expect(await verify()).toEqual({ kind: 'broken', number, rulingId: null, why: 'missing' });
    });

    it('by taking a record out of the row misses it', async () => {
      await tamper(`update ruling set number_in_chain = null where number_in_chain = 5`);
      expect(await verify()).toMatchObject({ number: 5, why: 'missing' });
    });

    it('by swapping two is broken at the first of them', async () => {
      await tamper(`update ruling set number_in_chain = 99 where number_in_chain = 4`);
      await tamper(`update ruling set number_in_chain = 4 where number_in_chain = 7`);
      await tamper(`update ruling set number_in_chain = 7 where number_in_chain = 99`);
      expect(await verify()).toEqual({ kind: 'broken', number: 4, rulingId: 'ruling_007', why: 'changed' });
    });

    it('by a record forged into the middle, hashed as it should be, is broken after it', async () => {
      await forge(5);
      expect(await verify()).toEqual({ kind: 'broken', number: 6, rulingId: 'ruling_006', why: 'changed' });
    });

    it('by a record forged in the last one’s place is broken at the end', async () => {
      await forge(10);
      expect(await verify()).toMatchObject({ kind: 'broken', number: 10, why: 'changed' });
    });

    it('by a record that follows the end finds it', async () => {
      await write([ruling(11)]);
      await tamper(`update ruling_chain set number_last = 10,
      sha256_last = (select sha256 from ruling where number_in_chain = 10)`);
      expect(await verify()).toEqual({
        kind: 'broken',
        number: 11,
        rulingId: 'ruling_011',
        why: 'not_recorded',
      });
    });

    it('by forgetting where it ends finds every record outside of it', async () => {
      await tamper('delete from ruling_chain');
      expect(await verify()).toMatchObject({ kind: 'broken', number: 1, why: 'not_recorded' });
    });

    /** Writes another record in the place of one, with the hash that its own content has. */
    async function forge(number: number): Promise<void> {
      const { db } = database;
      const row = await db
        .selectFrom('ruling')
        .selectAll()
        .where('number_in_chain', '=', number)
        .executeTakeFirstOrThrow();
      const forged = { ...row, kind: 'clear' as const, attempt_id: 'attempt_9' as AttemptId };
      await db
        .updateTable('ruling')
        .set({ ...forged, sha256: recordHash(forged) })
        .where('number_in_chain', '=', number)
        .execute();
    }
  });

  describe('letting go of old rulings', () => {
    beforeEach(writeTen);

    it('cuts the chain at its beginning, and what remains is whole', async () => {
      expect(await letGoOfRulings(database.db, startMs + 4_000)).toBe(3);
      expect(await verify()).toMatchObject({
        kind: 'whole',
        count: 7,
        numberFirst: 4,
        countLetGo: 3,
        firstAtMs: startMs + 4_000,
      });
      await write([ruling(11)]);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 8, numberLast: 11 });
    });

    it('may take all of it, and the next ruling still follows', async () => {
      expect(await letGoOfRulings(database.db, startMs + 86_400_000)).toBe(10);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 0, countLetGo: 10 });
      await write([ruling(11)]);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 1, numberFirst: 11 });
    });

    it('does not hide that the beginning was cut off by hand', async () => {
      await letGoOfRulings(database.db, startMs + 4_000);
      await tamper('delete from ruling where number_in_chain = 4');
      expect(await verify()).toMatchObject({ kind: 'broken', number: 4, why: 'missing' });
    });

    it('keeps the ruling of a call that is still stored, without its facts', async () => {
      await tamper(`insert into attempt (id, client_id, campaign_id, list_id, lead_id, phone_number, number_of_lead,
      epoch, trunk_id, caller_id, ruling_id, script_version_id, progress, created_at, ended_at)
      values ('attempt_1', 'client_1', 'c', 'l', 'lead_1', '+33612345678', 1, 1, 't', '+33162000000',
      'ruling_002', 's', 'ended', 1, 2)`);
      await letGoOfRulings(database.db, startMs + 4_000);
      const kept = await database.db
        .selectFrom('ruling')
        .selectAll()
        .where('at', '<', startMs + 4_000)
        .execute();
      expect(kept).toMatchObject([{ id: 'ruling_002' as RulingId, facts: null, number_in_chain: null }]);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 7 });
    });

    it('takes more than one transaction’s worth', async () => {
      for (let batch = 0; batch < 3; batch += 1) {
        await write(
          Array.from({ length: 400 }, (_, index) =>
            ruling(1000 + batch * 400 + index, { leadId: 'lead_2' as LeadId }),
          ),
        );
      }
      expect(await letGoOfRulings(database.db, startMs + 86_400_000)).toBe(1210);
      expect(await verify()).toMatchObject({ kind: 'whole', count: 0 });
    });

    onSqlite(engine, () => {
      it('finds the calls of a ruling by an index', async () => {
        const plan = await sql<{ detail: string }>`explain query plan
      select id from attempt where ruling_id = 'ruling_1'`.execute(database.db);
        expect(plan.rows.map((row) => row.detail).join()).toContain('attempt_ruling');
      });
    });
  });
});
