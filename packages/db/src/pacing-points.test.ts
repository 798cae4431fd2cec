import type { AgentCounts, PacingNow } from '@alize/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine, onSqlite } from '../test/engines.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import {
  insertPacingPoint,
  pacingPointAt,
  pacingPoints,
  selectPoints,
  sweepPacing,
} from './pacing-points.ts';
import { findPacingState, savePacingState, similarCalls } from './pacing-state.ts';

onEachEngine((engine) => {
  const agents: AgentCounts = { ready: 1, talking: 2, wrapUp: 0, paused: 0 };
  const decision = (calls: number): PacingNow => ({
    mode: 'predictive',
    calls,
    limitedBy: null,
    agentsFree: 1,
    agentsSoonFree: 0.5,
    callsDialling: 0,
    answersExpected: 0,
    horizonMs: 8_000,
    risk: 0.01,
    riskMax: 0.05,
    abandonedShare: null,
    abandonedLimit: 0.03,
  });
  const campaign = { campaignId: 'campaign_1', clientId: 'client_1' } as const;

  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const add = (atMs: number, calls = 1, snapshot: unknown = null) =>
    insertPacingPoint(on.db, { ...campaign, atMs, decision: decision(calls), agents, snapshot });

  describe('decisions of a period', () => {
    const asked = { campaignId: 'campaign_1', fromMs: nowMs, toMs: nowMs + 100_000, pointsMax: 10 } as const;

    it('are told oldest first, those of the period alone', async () => {
      for (const afterMs of [-1, 20_000, 0, 100_000]) await add(nowMs + afterMs);
      const points = await pacingPoints(on.db, 'client_1', asked);
      expect(points.map((point) => point.atMs - nowMs)).toEqual([0, 20_000]);
      expect(points[0]).toEqual({ atMs: nowMs, decision: decision(1), agents });
    });

    it('are thinned to the first of each part', async () => {
      for (let afterMs = 500; afterMs < 100_000; afterMs += 1_000) await add(nowMs + afterMs);
      const points = await pacingPoints(on.db, 'client_1', asked);
      expect(points.map((point) => (point.atMs - nowMs - 500) / 10_000)).toEqual([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
    });

    it('are another client’s business only when the campaign is', async () => {
      await add(nowMs);
      expect(await pacingPoints(on.db, 'client_2', asked)).toEqual([]);
      expect(await pacingPointAt(on.db, 'client_2', { campaignId: 'campaign_1', atMs: nowMs })).toBeNull();
    });

    onSqlite(engine, () => {
      it('are found by the primary key', async () => {
        const query = selectPoints(on.db, 'client_1', asked).compile();
        const plan = await on.db.executeQuery<{ detail: string }>({
          ...query,
          sql: `explain query plan ${query.sql}`,
        });
        expect(plan.rows.map((row) => row.detail).join('\n')).not.toContain('SCAN pacing_point');
      });
    });
  });

  describe('the decision in force at an instant', () => {
    it('is the last one by then, with what it rested on', async () => {
      await add(nowMs, 1, { nowMs });
      await add(nowMs + 5_000, 2);
      const at = (atMs: number) => pacingPointAt(on.db, 'client_1', { campaignId: 'campaign_1', atMs });
      expect(await at(nowMs + 4_999)).toMatchObject({ decision: { calls: 1 }, snapshot: { nowMs } });
      expect(await at(nowMs + 5_000)).toMatchObject({ decision: { calls: 2 }, snapshot: null });
      expect(await at(nowMs - 1)).toBeNull();
    });

    it('is stored once', async () => {
      await add(nowMs, 1);
      await add(nowMs, 2);
      expect(await pacingPointAt(on.db, 'client_1', { campaignId: 'campaign_1', atMs: nowMs })).toMatchObject(
        {
          decision: { calls: 1 },
        },
      );
    });
  });

  it('what is old is let go: the picture after a day, the decision after two weeks', async () => {
    for (const days of [0, 2, 15]) await add(nowMs - days * dayMs, days, { days });
    await sweepPacing(on.db, nowMs);
    const left = await on.db.selectFrom('pacing_point').select(['at', 'snapshot']).orderBy('at').execute();
    expect(left).toEqual([
      { at: nowMs - 2 * dayMs, snapshot: null },
      { at: nowMs, snapshot: '{"days":0}' },
    ]);
  });

  it('what has been learnt is kept once a campaign, the newest', async () => {
    const find = (clientId: 'client_1' | 'client_2') => findPacingState(on.db, clientId, 'campaign_1');
    expect(await find('client_1')).toBeNull();
    for (const version of [1, 2]) {
      await savePacingState(on.db, { ...campaign, state: JSON.stringify({ version }), atMs: nowMs });
    }
    expect(await find('client_1')).toEqual({ version: 2 });
    expect(await find('client_2')).toBeNull();
  });

  it('a campaign without a past is told how the client’s last calls of its kind went', async () => {
    const lead = await on.addLead();
    const ended = { created_at: nowMs, ended_at: nowMs + 40_000 };
    await on.addCall(lead, ended);
    await on.addCall(lead, {
      ...ended,
      answered_at: nowMs + 8_000,
      connected_at: nowMs + 10_000,
      disposed_at: nowMs + 45_000,
    });
    const none = { calls: 0, answered: 0, talkSeconds: null, wrapUpSeconds: null };
    expect(await similarCalls(on.db, 'client_1', 'campaign_1')).toEqual({
      calls: 2,
      answered: 1,
      talkSeconds: 30,
      wrapUpSeconds: 5,
    });
    expect(await similarCalls(on.db, 'client_2', 'campaign_1')).toEqual(none);
  });
});
