import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine, onPostgres } from '../test/engines.ts';
import { nowMs, number, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { type DueAsked, takeDueLeads } from './due-leads.ts';

const asked: DueAsked = {
  campaignId: 'campaign_1',
  limit: 4,
  nowMs,
  readyAgentIds: [],
  turnsOf: (lists, count) => new Map(lists.map(({ listId }) => [listId, count])),
};

onEachEngine((engine) => {
  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
    for (let n = 0; n < 10; n += 1) {
      await on.addLead({ phone_number: number(`+3363998000${n}`), next_try_at: nowMs - 10 + n });
    }
  });
  afterEach(() => on.close());

  const take = async () => {
    const { leads } = await on.db.transaction().execute((tx) => takeDueLeads(tx, asked));
    return leads.map(({ id }) => id);
  };

  it('takes no lead twice, however many ask at the same instant', async () => {
    const taken = (await Promise.all([take(), take(), take(), take()])).flat();
    taken.push(...(await take()), ...(await take()), ...(await take()));
    expect(taken).toHaveLength(10);
    expect(new Set(taken).size).toBe(10);
  });

  onPostgres(engine, () => {
    it('passes over a lead that somebody is just changing, and does not wait', async () => {
      const taken = await on.db.transaction().execute(async (tx) => {
        await tx.updateTable('lead').set({ last_name: 'Marin' }).where('id', '=', 'lead_1').execute();
        return take();
      });
      expect(taken).not.toContain('lead_1');
      expect(await take()).toContain('lead_1');
    });
  });
});
