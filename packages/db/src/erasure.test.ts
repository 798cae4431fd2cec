import type { ImportReport } from '@alize/leads';
import type { AttemptId, LeadId } from '@alize/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { beginImport, importId, leadOf, mobile, phone, storeRows } from '../test/imports.ts';
import { dayMs, first, nowMs, openTwoClients, second, type TwoClients, userId } from '../test/two-clients.ts';
import { erasePerson } from './erasure.ts';
import {
  enqueue,
  type ForgottenHandover,
  findLead,
  handoversOfClient,
  insertHandover,
  insertImportErrors,
  judgeHandover,
  keepIdempotent,
  saveImportReport,
} from './index.ts';
import { personFile } from './person-file.ts';
import { verifyChain } from './verify-chain.ts';

onEachEngine((engine) => {
  let on: TwoClients;
  let made = 0;
  let forgotten: ForgottenHandover[] = [];
  beforeEach(async () => {
    made = 0;
    forgotten = [];
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const secrets = {
    reference: 'REF-SECRET',
    first_name: 'Prenom-SECRET',
    last_name: 'Nom-SECRET',
    company: 'Societe-SECRET',
    email: 'SECRET@example.test',
    address: '1 rue SECRET',
    postal_code: 'SECRET',
    city: 'Ville-SECRET',
    comment: 'Dit-SECRET',
    custom: '{"Contrat":"SECRET"}',
  };

  /** A person of two numbers, called once on each, with everything on record. */
  async function addPerson() {
    const { db } = on;
    await on.joinNumbers('client_1', 'person_1', [first, second]);
    await db
      .insertInto('person_reference')
      .values({ client_id: 'client_1', reference: 'REF-SECRET', person_id: 'person_1' })
      .execute();
    const lead = await on.addLead(secrets);
    const other = await on.addLead({ ...secrets, phone_number: second });
    const call = await on.addCall(lead, {
      note: 'Note-SECRET',
      disposition: 'not_interested',
      disposed_at: nowMs,
    });
    await on.addCall(other, { phone_number: second, created_at: nowMs - dayMs });
    await on.addRuling(lead, { facts: { number: first, postalCode: 'SECRET' } as never });
    await db
      .insertInto('answer')
      .values({
        attempt_id: call,
        question_id: 'q',
        client_id: 'client_1',
        value: '"Avis-SECRET"',
        at: nowMs,
      })
      .execute();
    await db
      .insertInto('outcome')
      .values({
        ...{
          id: 'outcome_1',
          client_id: 'client_1',
          campaign_id: 'campaign_1',
          lead_id: lead,
          attempt_id: call,
        },
        ...{ kind: 'survey', data: '{"q":"SECRET"}', created_at: nowMs },
      })
      .execute();
    await db
      .insertInto('consent')
      .values({
        ...{
          id: 'consent_1',
          client_id: 'client_1',
          phone_number: first,
          form: 'express',
          given_at: nowMs - dayMs,
        },
        ...{ proof: 'P-17', wording: 'Mots-SECRET', created_at: nowMs },
      })
      .execute();
    await db
      .insertInto('relation')
      .values({
        id: 'relation_1',
        client_id: 'client_1',
        phone_number: second,
        kind: 'contract',
        at: 5,
        created_at: 5,
      })
      .execute();
    await db
      .insertInto('outside_attempt')
      .values({
        ...{ id: 'outsideattempt_1', client_id: 'client_1', phone_number: first, at: nowMs - 3 * dayMs },
        ...{ result: 'busy', source: 'Autre site', created_at: nowMs },
      })
      .execute();
    await handOver(lead, call);
    return { lead, other, call };
  }

  /** The lead is handed over, which is told, and the client says what it thinks. */
  async function handOver(leadId: LeadId, attemptId: AttemptId) {
    const ids = { clientId: 'client_1', campaignId: 'campaign_1', leadId } as const;
    const said = { clientId: 'client_1', handoverId: 'handover_1', by: userId, atMs: nowMs } as const;
    await on.db.transaction().execute(async (tx) => {
      const part = {
        questionId: 'projet',
        label: 'SECRET',
        points: 12,
        pointsMax: 12,
        isDisqualifying: false,
      };
      const score = { points: 12, scoreParts: [part], stageLabel: null, atMs: nowMs };
      const call = { attemptId, agentId: userId, listId: 'list_1' } as const;
      await insertHandover(tx, { id: 'handover_1', ...ids, ...call, ...score });
      await judgeHandover(tx, { ...said, verdict: 'accepted', reason: null, comment: 'Avis-SECRET' });
      await enqueue(
        tx,
        {
          ...{ ...ids, way: 'email', target: 'SECRET@example.test', noticeKind: 'lead.qualified' },
          ...{ payload: { text: 'SECRET' }, orderKey: null, atMs: nowMs },
        },
        'delivery_1',
      );
    });
  }

  const erase = (more: { keepSuppressed?: boolean; clientId?: 'client_1' | 'client_2' } = {}) =>
    erasePerson(on.db, {
      ...{ id: `erasure_${nowMs}`, clientId: 'client_1', phoneNumber: second, numberSha256: 'hash' },
      ...{ atMs: nowMs, doneBy: userId, keepSuppressed: true },
      makeSuppressionId: () => {
        made += 1;
        return `suppression_${made}`;
      },
      forgetAppointments: async () => {},
      forgetHandovers: async (_tx, handovers) => {
        forgotten.push(...handovers);
      },
      ...more,
    });

  /** Every text that the database holds. */
  async function everything(): Promise<string> {
    const tables = ['lead', 'attempt', 'answer', 'outcome', 'ruling', 'consent', 'relation'] as const;
    const more = ['person_reference', 'person_number', 'suppression', 'erasure', 'event'] as const;
    const told = ['handover', 'handover_verdict', 'delivery', 'delivery_try'] as const;
    const rows = [];
    for (const table of [...tables, ...more, ...told])
      rows.push(await on.db.selectFrom(table).selectAll().execute());
    return JSON.stringify(rows);
  }

  describe('the file of a person', () => {
    it('holds all that is on record under any of their numbers', async () => {
      const { lead, other, call } = await addPerson();
      const file = await personFile(on.db, 'client_1', second);
      expect(file.numbers).toEqual([second, first]);
      expect(file.leads.map(({ id }) => id)).toEqual([lead, other]);
      expect(file.leads[0]).toMatchObject({ lastName: 'Nom-SECRET', custom: { Contrat: 'SECRET' } });
      expect(file.attempts).toMatchObject([
        { phoneNumber: second, outcome: null },
        {
          id: call,
          note: 'Note-SECRET',
          answers: [{ questionId: 'q', value: 'Avis-SECRET' }],
          outcome: { data: { q: 'SECRET' } },
        },
      ]);
      expect(file.rulings).toHaveLength(3);
      expect(file.rulings.at(-1)).toMatchObject({ kind: 'refused', facts: { postalCode: 'SECRET' } });
      expect(file.refusals).toEqual([{ attemptId: call, kind: 'not_interested', atMs: nowMs }]);
      expect(file.consents).toMatchObject([{ proof: 'P-17', wording: 'Mots-SECRET' }]);
      expect(file.relations).toHaveLength(1);
      expect(file.outsideAttempts).toMatchObject([{ source: 'Autre site' }]);
      expect(file.recordings).toEqual([]);
      expect(file.handovers).toMatchObject([{ id: 'handover_1', comment: 'Avis-SECRET' }]);
      expect(file.deliveries).toMatchObject([{ target: 'SECRET@example.test', payload: { text: 'SECRET' } }]);
    });

    it('holds nothing that another client knows', async () => {
      await addPerson();
      const file = await personFile(on.db, 'client_2', first);
      const { numbers, ...sections } = file;
      expect(numbers).toEqual([first]);
      for (const section of Object.values(sections)) expect(section).toEqual([]);
    });
  });

  describe('an erasure', () => {
    it('leaves no word of who the person is or what they said', async () => {
      await addPerson();
      expect(await everything()).toContain('SECRET');
      await erase();
      expect(await everything()).not.toContain('SECRET');
    });

    it('keeps that they were handed over and accepted, and says where a file may name them', async () => {
      await addPerson();
      await erase();
      const page = { before: null, limit: 10 };
      expect(await handoversOfClient(on.db, 'client_1', {}, page)).toMatchObject([
        { id: 'handover_1', state: 'accepted', comment: null },
      ]);
      const handedOver = { id: 'handover_1', campaignId: 'campaign_1', handedOverAtMs: nowMs };
      expect(forgotten).toEqual([handedOver]);
    });

    it('keeps the ledger, the rulings, the consent’s proof and the ban on calling, and says so', async () => {
      await addPerson();
      expect(await erase()).toEqual({
        kind: 'erased',
        numbers: 2,
        leads: 2,
        kept: [
          { what: 'attempts', count: 2, latestAtMs: nowMs },
          { what: 'outside_attempts', count: 1, latestAtMs: nowMs - 3 * dayMs },
          { what: 'rulings', count: 3, latestAtMs: nowMs },
          { what: 'consents', count: 1, latestAtMs: nowMs - dayMs },
          { what: 'relations', count: 1, latestAtMs: 5 },
          { what: 'suppressions', count: 2, latestAtMs: nowMs },
        ],
      });
      const file = await personFile(on.db, 'client_1', first);
      expect(file.attempts).toMatchObject([
        { createdAtMs: nowMs - dayMs },
        { createdAtMs: nowMs, note: null },
      ]);
      expect(file.consents).toMatchObject([{ proof: 'P-17', givenAtMs: nowMs - dayMs }]);
      expect(file.suppressions.map((each) => each.phoneNumber).toSorted()).toEqual([second, first]);
      expect(await on.db.selectFrom('erasure').selectAll().execute()).toMatchObject([
        { number_sha256: 'hash', done_by: userId },
      ]);
    });

    it('leaves the chain of rulings whole', async () => {
      await addPerson();
      await erase();
      expect(await verifyChain(on.db, 'client_1')).toMatchObject({ kind: 'whole', count: 3 });
    });

    it('closes what is open, for good', async () => {
      await addPerson();
      await erase();
      for (const lead of (await personFile(on.db, 'client_1', first)).leads) {
        expect(lead).toMatchObject({ state: 'closed', closedReason: 'suppressed', nextTryAtMs: null });
      }
    });

    it('asked for twice does no harm', async () => {
      await addPerson();
      await erase();
      await on.db.deleteFrom('erasure').execute();
      expect(await erase()).toMatchObject({ kind: 'erased' });
      expect((await personFile(on.db, 'client_1', first)).suppressions).toHaveLength(2);
    });

    it('puts nobody on the list when that is not wished', async () => {
      await addPerson();
      await erase({ keepSuppressed: false });
      expect((await personFile(on.db, 'client_1', first)).suppressions).toEqual([]);
    });

    it.each([
      ['a call of theirs lives', { ended_at: null, progress: 'ringing' as const }, 'open' as const],
      ['their agent is still writing', {}, 'calling' as const],
    ])('does nothing while %s', async (_, call, state) => {
      await on.joinNumbers('client_1', 'person_1', [first, second]);
      await on.addCall(await on.addLead({ ...secrets, state }), call);
      const before = await everything();
      expect(await erase()).toEqual({ kind: 'in_call' });
      expect(await everything()).toBe(before);
    });

    it('touches nothing of another client', async () => {
      await addPerson();
      const before = await personFile(on.db, 'client_1', first);
      await erase({ clientId: 'client_2' });
      expect(await personFile(on.db, 'client_1', first)).toEqual(before);
    });
  });

  describe('what imports keep of a person', () => {
    const nothing = async () => {
      const tables = ['lead_phone', 'import', 'import_error', 'import_change', 'idempotency'] as const;
      const rows = [];
      for (const table of tables) rows.push(await on.db.selectFrom(table).selectAll().execute());
      return JSON.stringify(rows);
    };

    it('is forgotten with them: other numbers, rows that became no lead, changes, examples, answers', async () => {
      const known = await on.addLead({ phone_number: mobile(9), last_name: 'Nom-SECRET' });
      await beginImport(on);
      await storeRows(on, {
        leads: [
          { phones: [phone(1), { ...phone(2), extension: 'SECRET' }] },
          { lastName: 'Vignal', phones: [phone(5)] },
        ],
        updates: [{ leadId: known, fields: { phones: [phone(1)] } }],
      });
      const cells = (number: string) => ['SECRET', number];
      const error = { code: 'no_date', column: null, value: null };
      await insertImportErrors(on.db, { id: importId, clientId: 'client_1' }, [
        { line: 7, ...error, cells: cells('06 39.98-00\u00a001') },
        { line: 8, ...error, cells: cells('0033639980002') },
        { line: 9, ...error, cells: ['KEPT', '06 39 98 00 03'] },
      ]);
      const change = (line: number, from: string) => ({
        change: 'name_case',
        rows: 1,
        example: { line, from, to: from },
      });
      // As far as is read here.
      const report = { changes: [change(1, 'SECRET'), change(2, 'VIGNAL')] } as unknown as ImportReport;
      await saveImportReport(on.db, importId, report);
      const answer = { fingerprint: 'f', status: 200, body: `SECRET ${mobile(2)}` };
      await keepIdempotent(on.db, 'client_1', 'k', answer, nowMs);

      const file = await personFile(on.db, 'client_1', mobile(2));
      expect(file.leads.map(({ fileName }) => fileName)).toEqual([null, 'f.csv']);
      await erasePerson(on.db, {
        ...{ id: 'erasure_1', clientId: 'client_1', phoneNumber: mobile(2), numberSha256: 'hash' },
        ...{ atMs: nowMs, doneBy: userId, keepSuppressed: false, makeSuppressionId: () => 'suppression_1' },
        forgetHandovers: async () => {},
        forgetAppointments: async () => {},
      });
      expect(await nothing()).not.toContain('SECRET');
      expect(await nothing()).not.toContain(mobile(2));
      expect(await nothing()).toContain('KEPT');
      expect(await nothing()).toContain('VIGNAL');
      expect(await findLead(on.db, 'client_1', leadOf(1))).toMatchObject({ state: 'closed', lastName: null });
    });
  });
});
