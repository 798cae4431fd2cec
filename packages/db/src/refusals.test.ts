import type { Citation } from '@alize/model';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { dayMs, nowMs, number, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { campaignRefusals, lastRefusals } from './refusals.ts';

onEachEngine((engine) => {
  const rule = (id: string, verdict: Citation['verdict'] = 'refuses'): Citation => ({
    ...{ rule: id, verdict, strength: 'LAW', citation: `text of ${id}` },
  });

  let on: TwoClients;
  let people = 0;
  beforeEach(async () => {
    people = 0;
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const person = () => {
    people += 1;
    return { phone_number: number(`+3361234${String(people).padStart(4, '0')}`) };
  };
  const refusals = () => campaignRefusals(on.db, 'client_1', 'campaign_1');

  it('gives each rule with its leads, and from when to when they come free', async () => {
    for (const days of [1, 3, 2]) {
      await on.addRuling(await on.addLead(person()), {
        rules: [rule('FR-HOURS')],
        untilMs: nowMs + days * dayMs,
      });
    }
    const closed = { state: 'closed', next_try_at: null, closed_reason: 'refused_by_rule' } as const;
    const lead = await on.addLead({ ...person(), ...closed });
    await on.addRuling(lead, { rules: [rule('FR-CONSENT'), rule('FR-HOURS')], untilMs: null });
    expect(await refusals()).toEqual([
      {
        rule: 'FR-HOURS',
        strength: 'LAW',
        citation: 'text of FR-HOURS',
        leads: 4,
        soonestMs: nowMs + dayMs,
        latestMs: nowMs + 3 * dayMs,
        never: 1,
      },
      expect.objectContaining({ rule: 'FR-CONSENT', leads: 1, never: 1, soonestMs: null, latestMs: null }),
    ]);
  });

  it('looks at each lead’s last ruling alone', async () => {
    const lead = await on.addLead(person());
    await on.addRuling(lead, { rules: [rule('FR-FREQ')], atMs: nowMs - dayMs });
    await on.addRuling(lead, { rules: [rule('FR-HOURS')], atMs: nowMs });
    // In the same millisecond the chain says which was last.
    await on.addRuling(lead, { rules: [rule('FR-HOL')], atMs: nowMs });
    expect((await refusals()).map((each) => each.rule)).toEqual(['FR-HOL']);
  });

  it('forgets a lead that was called since, is closed for another reason, or was never ruled on', async () => {
    const called = await on.addLead(person());
    await on.addRuling(called, { rules: [rule('FR-HOURS')], atMs: nowMs - dayMs });
    await on.addCall(called);
    const done = await on.addLead({
      ...person(),
      state: 'closed',
      next_try_at: null,
      closed_reason: 'success',
    });
    await on.addRuling(done, { rules: [rule('FR-HOURS')] });
    await on.addLead(person());
    expect(await refusals()).toEqual([]);
  });

  it('counts what refuses, not what lets pass or only delays', async () => {
    const rules = [rule('FR-HOURS'), rule('FR-CONSENT', 'allows'), rule('FR-HOL', 'delays')];
    await on.addRuling(await on.addLead(person()), { rules });
    expect((await refusals()).map((each) => each.rule)).toEqual(['FR-HOURS']);
  });

  it('shows nothing to another client, nor of another campaign', async () => {
    await on.addRuling(await on.addLead(person()), { rules: [rule('FR-HOURS')] });
    expect(await campaignRefusals(on.db, 'client_2', 'campaign_1')).toEqual([]);
    expect(await campaignRefusals(on.db, 'client_2', 'campaign_2')).toEqual([]);
  });

  onSqlite(engine, () => {
    it('is found by indexes, not by reading rulings or leads through', async () => {
      const query = lastRefusals('client_1', 'campaign_1').compile(on.db);
      const plan = await on.db.executeQuery<{ detail: string }>({
        ...query,
        sql: `explain query plan ${query.sql}`,
      });
      const steps = plan.rows.map((row) => row.detail).join('\n');
      for (const index of ['list_campaign', 'lead_list', 'ruling_lead']) expect(steps).toContain(index);
      expect(steps).not.toMatch(/SCAN (list|lead|ruling|last)/);
    });
  });
});
