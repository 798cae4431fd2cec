import type { HandoverId } from '@alize/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { nowMs, openTwoClients, type TwoClients, userId } from '../test/two-clients.ts';
import {
  clientOfHandover,
  eventsAfter,
  findHandover,
  handoverCounts,
  handoversOfClient,
  insertHandover,
  judgeHandover,
  type NewVerdict,
} from './index.ts';

onEachEngine((engine) => {
  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const scoreParts = [
    { questionId: 'projet', label: 'Projet', points: 12.5, pointsMax: 20, isDisqualifying: false },
  ];
  const handOver = async (id: HandoverId, atMs = nowMs) => {
    const leadId = await on.addLead({ last_name: 'Roussel' });
    const attemptId = await on.addCall(leadId);
    const ids = { clientId: 'client_1', campaignId: 'campaign_1', listId: 'list_1' } as const;
    const row = {
      id,
      ...ids,
      leadId,
      attemptId,
      agentId: userId,
      points: 12.5,
      scoreParts,
      stageLabel: 'Chaude',
      atMs,
    };
    await on.db.transaction().execute((tx) => insertHandover(tx, row));
  };
  const judge = (handoverId: HandoverId, more: Partial<NewVerdict> = {}) =>
    on.db.transaction().execute((tx) =>
      judgeHandover(tx, {
        ...{ clientId: 'client_1', handoverId, verdict: 'accepted', reason: null, comment: null },
        ...{ by: userId, atMs: nowMs + 1_000, ...more },
      }),
    );
  const find = (id: HandoverId) => findHandover(on.db, 'client_1', id);

  describe('a verdict', () => {
    beforeEach(() => handOver('handover_1'));

    it('stands on the hand-over, and is told', async () => {
      expect(await judge('handover_1', { verdict: 'rejected', reason: 'Hors zone' })).toBe('judged');
      expect(await find('handover_1')).toMatchObject({
        ...{ state: 'rejected', reason: 'Hors zone', judgedAtMs: nowMs + 1_000, points: 12.5, scoreParts },
        verdicts: [{ verdict: 'rejected', reason: 'Hors zone', byName: expect.any(String) }],
      });
      expect((await eventsAfter(on.db, 0, 10)).map(({ event }) => event)).toEqual([
        {
          kind: 'handover.changed',
          handoverId: 'handover_1',
          campaignId: 'campaign_1',
          state: 'handed_over',
        },
        { kind: 'handover.changed', handoverId: 'handover_1', campaignId: 'campaign_1', state: 'rejected' },
      ]);
    });

    it('may change, and what was said before is kept', async () => {
      await judge('handover_1', { verdict: 'rejected', reason: 'Doublon' });
      await judge('handover_1', { by: null, comment: 'Joint ce matin', atMs: nowMs + 2_000 });
      expect(await find('handover_1')).toMatchObject({
        ...{ state: 'accepted', reason: null, comment: 'Joint ce matin', judgedByName: null },
        verdicts: [
          { verdict: 'rejected', reason: 'Doublon', byName: expect.any(String) },
          { verdict: 'accepted', comment: 'Joint ce matin', byName: null },
        ],
      });
    });

    it('that is said twice is said once', async () => {
      expect(await judge('handover_1')).toBe('judged');
      expect(await judge('handover_1', { atMs: nowMs + 9_000 })).toBe('same');
      const found = await find('handover_1');
      expect([found?.verdicts.length, found?.judgedAtMs]).toEqual([1, nowMs + 1_000]);
    });

    it('that two give at once is one after the other', async () => {
      await Promise.all([
        judge('handover_1'),
        judge('handover_1', { verdict: 'rejected', reason: 'Doublon' }),
      ]);
      const found = await find('handover_1');
      expect(found?.verdicts).toHaveLength(2);
      expect(found?.verdicts.at(-1)?.verdict).toBe(found?.state);
    });

    it('is no other client’s', async () => {
      expect(await judge('handover_1', { clientId: 'client_2' })).toBe('missing');
      expect(await findHandover(on.db, 'client_2', 'handover_1')).toBeNull();
      expect(await find('handover_1')).toMatchObject({ state: 'handed_over', verdicts: [] });
      expect(await clientOfHandover(on.db, 'handover_1')).toMatchObject({ id: 'client_1' });
      expect(await clientOfHandover(on.db, 'handover_9')).toBeNull();
    });
  });

  it('pages go from the newest to the oldest, by filter', async () => {
    for (const n of [1, 2, 3]) await handOver(`handover_${n}`, nowMs + Math.floor(n / 2));
    await judge('handover_2');
    const page = (filter: Parameters<typeof handoversOfClient>[2], before = null as never, limit = 10) =>
      handoversOfClient(on.db, 'client_1', filter, { before, limit }).then((found) =>
        found.map(({ id }) => id),
      );
    expect(await page({})).toEqual(['handover_3', 'handover_2', 'handover_1']);
    expect(await page({}, { atMs: nowMs + 1, id: 'handover_3' } as never)).toEqual([
      'handover_2',
      'handover_1',
    ]);
    expect(await page({ state: 'accepted', agentId: userId, listId: 'list_1' })).toEqual(['handover_2']);
    expect(await page({ fromMs: nowMs, toMs: nowMs + 1, campaignId: 'campaign_1' })).toEqual(['handover_1']);
    expect(await page({ campaignId: 'campaign_2' })).toEqual([]);
  });

  it('counts what was handed over by agent, list, state and reason', async () => {
    for (const n of [1, 2, 3, 4]) await handOver(`handover_${n}`);
    await judge('handover_1');
    for (const n of [2, 3] as const) await judge(`handover_${n}`, { verdict: 'rejected', reason: 'Doublon' });
    const counts = await handoverCounts(on.db, 'client_1', 'campaign_1', {});
    const mine = { agentId: userId, listId: 'list_1' };
    expect(counts).toHaveLength(3);
    expect(counts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...mine, state: 'handed_over', reason: null, count: 1 }),
        expect.objectContaining({ ...mine, state: 'accepted', reason: null, count: 1 }),
        expect.objectContaining({ ...mine, state: 'rejected', reason: 'Doublon', count: 2 }),
      ]),
    );
    expect(await handoverCounts(on.db, 'client_2', 'campaign_1', {})).toEqual([]);
    expect(await handoverCounts(on.db, 'client_1', 'campaign_1', { toMs: nowMs })).toEqual([]);
  });
});
