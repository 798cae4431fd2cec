import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { campaignHistory, selectCalls, slotMs } from './campaign-history.ts';

onEachEngine((engine) => {
  const asked = { campaignIds: ['campaign_1'], fromMs: nowMs, toMs: nowMs + dayMs } as const;
  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const second = 1000;
  const call = (atMs: number, change: object = {}) => ({
    created_at: atMs,
    sent_at: atMs,
    progress: 'ended' as const,
    ended_at: atMs + 300 * second,
    ...change,
  });
  const answered = (atMs: number, change: object = {}) =>
    call(atMs, {
      network_result: 'answered',
      answered_at: atMs + 8 * second,
      connected_at: atMs + 8 * second,
      ...change,
    });

  describe('a campaign’s history', () => {
    it('counts calls by five minutes, and tells apart what says something of the list', async () => {
      const lead = await on.addLead();
      const atMs = Math.ceil(nowMs / slotMs) * slotMs;
      await on.addCall(lead, answered(atMs, { disposition: 'success' }));
      await on.addCall(lead, answered(atMs + 1, { disposition: 'answering_machine' }));
      await on.addCall(lead, answered(atMs + 2, { connected_at: null, is_abandoned: 1 }));
      await on.addCall(lead, call(atMs + 3, { network_result: 'congestion' }));
      await on.addCall(lead, call(atMs + slotMs, { network_result: 'busy' }));
      await on.addCall(lead, call(atMs + slotMs, { network_result: 'invalid_number' }));
      const { slots } = await campaignHistory(on.db, 'client_1', asked);
      const none = { answered: 0, machines: 0, busy: 0, invalid: 0, talks: 0, abandoned: 0, successes: 0 };
      expect(slots).toEqual([
        { ...none, atMs, placed: 4, told: 3, answered: 3, machines: 1, talks: 1, abandoned: 1, successes: 1 },
        { ...none, atMs: atMs + slotMs, placed: 2, told: 2, busy: 1, invalid: 1 },
      ]);
    });

    it('samples how long answers, talks, wrap-ups and failures took', async () => {
      const lead = await on.addLead();
      await on.addCall(lead, answered(nowMs, { disposed_at: nowMs + 320 * second }));
      await on.addCall(lead, call(nowMs + 1, { network_result: 'busy', ended_at: nowMs + 1 + 3 * second }));
      expect(await campaignHistory(on.db, 'client_1', asked)).toMatchObject({
        answers: [{ answerMs: 8 * second, talkMs: 292 * second, wrapUpMs: 20 * second, isMachine: false }],
        failMs: [3 * second],
      });
    });

    it('holds nothing of another client, nor of another time', async () => {
      const lead = await on.addLead();
      await on.addCall(lead, answered(nowMs - 1));
      await on.addCall(lead, answered(nowMs + dayMs));
      expect((await campaignHistory(on.db, 'client_1', asked)).slots).toEqual([]);
      await on.addCall(lead, answered(nowMs));
      expect((await campaignHistory(on.db, 'client_2', asked)).slots).toEqual([]);
      expect((await campaignHistory(on.db, 'client_1', asked)).slots).toHaveLength(1);
    });

    onSqlite(engine, () => {
      it('is found by an index', async () => {
        const query = selectCalls(on.db, 'client_1', asked).select('id').compile();
        const sql = `explain query plan ${query.sql}`;
        const plan = await on.db.executeQuery<{ detail: string }>({ ...query, sql });
        expect(plan.rows.map((row) => row.detail).join('\n')).toContain('attempt_campaign');
      });
    });
  });
});
