import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { first, nowMs, number, openTwoClients, second, type TwoClients } from '../test/two-clients.ts';
import { attemptsPerPerson, evidenceFigures, evidenceRows, selectRulings } from './evidence.ts';

onEachEngine((engine) => {
  const november = { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 1) };
  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const figures = () => evidenceFigures(on.db, 'client_1', november);

  describe('the figures of a month', () => {
    it('count calls by campaign and by the number shown, with who holds it', async () => {
      const lead = await on.addLead();
      await on.addCall(lead, { answered_at: nowMs, is_abandoned: 1 });
      await on.addCall(lead, { answered_at: nowMs, connected_at: nowMs });
      await on.addCall(lead, { caller_id: number('+33162000009') });
      const { campaigns, callerIds } = await figures();
      expect(campaigns).toEqual([
        {
          ...{ campaignId: 'campaign_1', name: 'Campaign 1', purpose: 'sales_consented' },
          ...{ placed: 3, answered: 2, connected: 1, abandoned: 1 },
        },
      ]);
      expect(callerIds).toMatchObject([
        { number: '+33162000001', holder: 'H', calls: 2 },
        { number: '+33162000009', holder: null, category: null, calls: 1 },
      ]);
    });

    it('count refusals by each rule that refused, and rulings by the versions they were made with', async () => {
      const lead = await on.addLead();
      const hours = { rule: 'FR-HOURS', verdict: 'refuses', strength: 'LAW', citation: 'D.223-9' } as const;
      const holiday = { ...hours, rule: 'FR-HOL' } as const;
      const heard = { ...hours, rule: 'FR-CONSENT', verdict: 'allows' } as const;
      await on.addRuling(lead, { rules: [hours, holiday, heard] });
      await on.addRuling(lead, { rules: [hours], packVersion: 'fr@2026.11.3' });
      const { refused, refusals, versions } = await figures();
      expect(refused).toBe(2);
      expect(refusals).toEqual([
        { rule: 'FR-HOURS', strength: 'LAW', citation: 'D.223-9', count: 2 },
        { rule: 'FR-HOL', strength: 'LAW', citation: 'D.223-9', count: 1 },
      ]);
      expect(versions).toMatchObject([
        { packVersion: 'fr@2026.11.2', zoneDataVersion: '2026c', rulings: 1 },
        { packVersion: 'fr@2026.11.3', rulings: 1 },
      ]);
    });

    it('count consents given and taken back, those by word of mouth apart', async () => {
      const row = { client_id: 'client_1', phone_number: first, form: 'express', created_at: 0 } as const;
      await on.db
        .insertInto('consent')
        .values([
          { ...row, id: 'consent_1', given_at: nowMs, withdrawn_at: null, withdrawn_how: null },
          { ...row, id: 'consent_2', given_at: 1, withdrawn_at: nowMs, withdrawn_how: 'oral' },
          { ...row, id: 'consent_3', given_at: 1, withdrawn_at: nowMs, withdrawn_how: 'written' },
          { ...row, id: 'consent_4', given_at: 1, withdrawn_at: 2, withdrawn_how: 'oral' },
          { ...row, id: 'consent_5', client_id: 'client_2', given_at: nowMs },
        ])
        .execute();
      expect((await figures()).consents).toEqual({ given: 1, withdrawn: 2, withdrawnOrally: 1 });
    });

    it('hold neither the month before, nor its last instant’s neighbour, nor another client', async () => {
      const lead = await on.addLead();
      await on.addCall(lead, { created_at: november.fromMs - 1 });
      await on.addCall(lead, { created_at: november.toMs });
      const other = await on.addLead({ client_id: 'client_2', campaign_id: 'campaign_2', list_id: 'list_2' });
      await on.addCall(other, { client_id: 'client_2', campaign_id: 'campaign_2', list_id: 'list_2' });
      const { consents: _, ...rest } = await figures();
      expect(rest).toEqual({
        ...{ versions: [], campaigns: [], refusals: [], callerIds: [], outsideAttempts: [] },
        ...{ refused: 0, suppressionsAdded: 0, erasures: 0 },
      });
    });
  });

  describe('attempts per person', () => {
    const count = () =>
      attemptsPerPerson(on.db, 'client_1', {
        ...november,
        purposes: ['sales_consented'],
        offsetMs: 3_600_000,
      });
    const at = (day: number, hour = 10) => Date.UTC(2026, 10, day, hour);

    it('are those of any thirty days, over all of a person’s numbers and calls placed elsewhere', async () => {
      await on.joinNumbers('client_1', 'person_1', [first, second]);
      const lead = await on.addLead();
      await on.addCall(lead, { created_at: at(2) });
      await on.addCall(lead, { created_at: at(3), phone_number: second });
      const outside = { id: 'outsideattempt_1', client_id: 'client_1', source: 's', created_at: 0 } as const;
      await on.db
        .insertInto('outside_attempt')
        .values({ ...outside, phone_number: first, at: at(4), result: 'busy' })
        .execute();
      const other = number('+33600000001');
      await on.addCall(await on.addLead({ phone_number: other }), { phone_number: other });
      expect(await count()).toEqual([1, 0, 1, 0, 0]);
    });

    it.each([
      ['the fifth on the thirtieth day is one too many', 30, [0, 0, 0, 0, 1]],
      ['the fifth on the thirty-first day is not', 31, [1, 0, 0, 0, 0]],
    ])('%s', async (_, day, expected) => {
      const lead = await on.addLead();
      // From 31 October on, so that the thirtieth day is 29 November.
      for (const hour of [9, 10, 11, 12]) await on.addCall(lead, { created_at: at(0, hour) });
      await on.addCall(lead, { created_at: at(day - 1, 8) });
      expect(await count()).toEqual(expected);
    });

    it('leave out what reached no network, and campaigns of other purposes', async () => {
      const lead = await on.addLead();
      await on.addCall(lead, { network_result: 'invalid_number' });
      await on.addCall(lead, { network_result: 'congestion' });
      await on.addCall(lead, { network_result: 'cancelled', sent_at: null });
      expect(await count()).toEqual([0, 0, 0, 0, 0]);
      await on.addCall(lead, { network_result: 'congestion', ringing_at: nowMs });
      expect(await count()).toEqual([1, 0, 0, 0, 0]);
      await on.db.updateTable('campaign').set({ purpose: 'survey' }).execute();
      expect(await count()).toEqual([0, 0, 0, 0, 0]);
    });
  });

  describe('the rows of a month', () => {
    it('are its calls and refusals in order, page by page, each once', async () => {
      const lead = await on.addLead();
      for (let n = 0; n < 3; n += 1) await on.addRuling(lead);
      await on.addCall(lead, { created_at: nowMs + 1, dial_mode: 'preview' });
      const all = await evidenceRows(on.db, 'client_1', { ...november, after: null, limit: 100 });
      expect(all).toHaveLength(4);
      const paged: string[] = [];
      for (let after: (typeof all)[number] | null = null; ; ) {
        const page = await evidenceRows(on.db, 'client_1', { ...november, after, limit: 2 });
        paged.push(...page.map(({ id }) => id));
        after = page.at(-1) ?? null;
        if (!after) break;
      }
      expect(paged).toEqual(all.map(({ id }) => id));
      expect(all.at(-1)).toMatchObject({
        kind: 'clear',
        mode: 'preview',
        callerId: '+33162000001',
        phoneNumber: first,
      });
    });

    it('show of a refusal the caller ID and the mode that it was ruled from', async () => {
      await on.addRuling(await on.addLead());
      const rows = await evidenceRows(on.db, 'client_1', { ...november, after: null, limit: 9 });
      expect(rows).toMatchObject([
        { callerId: '+33162000001', mode: 'progressive', campaignName: 'Campaign 1' },
      ]);
      expect(await evidenceRows(on.db, 'client_2', { ...november, after: null, limit: 9 })).toEqual([]);
    });
  });

  onSqlite(engine, () => {
    it('rows are found by an index, in their order', async () => {
      const query = selectRulings(on.db, 'client_1', { ...november, after: null, limit: 500 }).compile();
      const plan = await on.db.executeQuery<{ detail: string }>({
        ...query,
        sql: `explain query plan ${query.sql}`,
      });
      const steps = plan.rows.map((row) => row.detail).join('\n');
      expect(steps).toContain('ruling_client');
      expect(steps).not.toContain('SCAN');
    });
  });
});
