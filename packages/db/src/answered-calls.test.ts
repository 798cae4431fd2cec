import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { answeredCallsOf, firstCallAt, selectAnswered, selectFirst } from './answered-calls.ts';

onEachEngine((engine) => {
  const asked = { campaignId: 'campaign_1', fromMs: nowMs, toMs: nowMs + dayMs } as const;
  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  it('answered calls are those of the period, in order, with the mode they were dialled in', async () => {
    const lead = await on.addLead();
    await on.addCall(lead, { answered_at: nowMs + 2, dial_mode: 'predictive' });
    await on.addCall(lead, { answered_at: nowMs });
    await on.addCall(lead, { answered_at: nowMs - 1 });
    await on.addCall(lead, { answered_at: nowMs + dayMs });
    await on.addCall(lead);
    expect(await answeredCallsOf(on.db, 'client_1', asked)).toMatchObject([
      { answeredAtMs: nowMs, mode: 'progressive' },
      { answeredAtMs: nowMs + 2, mode: 'predictive' },
    ]);
    expect(await answeredCallsOf(on.db, 'client_2', asked)).toEqual([]);
  });

  it('a campaign’s first call is its earliest, whatever came of it', async () => {
    expect(await firstCallAt(on.db, 'client_1', 'campaign_1')).toBeNull();
    const lead = await on.addLead();
    await on.addCall(lead, { created_at: nowMs });
    await on.addCall(lead, { created_at: nowMs - dayMs });
    expect(await firstCallAt(on.db, 'client_1', 'campaign_1')).toBe(nowMs - dayMs);
    expect(await firstCallAt(on.db, 'client_2', 'campaign_1')).toBeNull();
  });

  onSqlite(engine, () => {
    it.each([
      ['they are found', 'attempt_answered', () => selectAnswered(on.db, 'client_1', asked)],
      ['the first is found', 'attempt_campaign', () => selectFirst(on.db, 'client_1', 'campaign_1')],
    ])('%s by an index, in order: %s', async (_, index, select) => {
      const query = select().compile();
      const plan = await on.db.executeQuery<{ detail: string }>({
        ...query,
        sql: `explain query plan ${query.sql}`,
      });
      const steps = plan.rows.map((row) => row.detail).join('\n');
      expect(steps).toContain(index);
      expect(steps).not.toContain('TEMP B-TREE');
    });
  });
});
