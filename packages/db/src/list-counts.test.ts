import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { phone } from '../test/imports.ts';
import { leadFields } from '../test/lead-fields.ts';
import { planOf } from '../test/plan-of.ts';
import { nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { addLeads, attemptsOfClient, countsOfLists } from './index.ts';
import { countsQuery } from './list-counts.ts';

onEachEngine((engine) => {
  let bed: TwoClients;
  beforeEach(async () => {
    bed = await openTwoClients(engine);
    const target = { clientId: 'client_1', campaignId: 'campaign_1', listId: 'list_1', atMs: nowMs } as const;
    const leads = ([1, 2, 3] as const).map((at) => ({
      id: `lead_c${at}` as const,
      fields: leadFields({ phones: [phone(at)] }),
    }));
    await bed.db
      .transaction()
      .execute((tx) => addLeads(tx, { ...target, leads, consentsAreInformed: false }));
  });
  afterEach(() => bed.close());
  const counts = async () => (await countsOfLists(bed.db, 'client_1', 'campaign_1')).get('list_1');

  it('counts the leads of a list that may be called, and those that are being called', async () => {
    const before = await counts();
    await bed.db.updateTable('lead').set({ state: 'calling' }).where('id', '=', 'lead_c1').execute();
    await bed.db.updateTable('lead').set({ state: 'closed' }).where('id', '=', 'lead_c2').execute();
    expect(await counts()).toEqual({ open: (before?.open ?? 0) - 2, calling: (before?.calling ?? 0) + 1 });
  });

  it('counts nothing of another client', async () => {
    expect((await countsOfLists(bed.db, 'client_2', 'campaign_1')).size).toBe(0);
  });

  it('finds the calls of one lead', async () => {
    await bed.addCall('lead_c1', {
      number_of_lead: 1,
      network_result: 'busy',
      phone_number: phone(1).phoneNumber,
    });
    await bed.addCall('lead_c2', {
      number_of_lead: 1,
      network_result: 'busy',
      phone_number: phone(2).phoneNumber,
    });
    const calls = await attemptsOfClient(
      bed.db,
      'client_1',
      { leadId: 'lead_c1' },
      { before: null, limit: 10 },
    );
    expect(calls.map(({ leadId }) => leadId)).toEqual(['lead_c1']);
  });

  onSqlite(engine, () => {
    it('counts by the indexes of what is due and of what is being called', async () => {
      const plan = (await planOf(bed.db, countsQuery(bed.db, 'client_1', 'campaign_1'))).join('\n');
      expect(plan).toContain('lead_due (campaign_id=? AND list_id=?)');
      expect(plan).toContain('lead_due_callback (campaign_id=?)');
      expect(plan).toContain('lead_calling (campaign_id=?)');
      expect(plan).not.toContain('SCAN');
    });
  });
});
