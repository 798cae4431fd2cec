import type { CampaignId, LeadId, QuotaPlan } from '@alize/model';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { planOf } from '../test/plan-of.ts';
import { nowMs, number, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { saveCampaignDocument } from './campaign-documents.ts';
import { type DueAsked, isHeldByQuotas, nextDueAt, takeDueLeads } from './due-leads.ts';
import { type InterviewStanding, storeInterview } from './interviews.ts';
import { beginSorting, findSorting, sortNext } from './quota-sorting.ts';
import { noSurvey, quotaCells, replaceCells } from './quotas.ts';
import { updateLead } from './update-lead.ts';

const campaignId: CampaignId = 'campaign_1';
const by = { whom: 'user', userId: null, attemptId: null } as const;
const group = (id: string, values: readonly string[]) => ({
  ...{ id, label: id, values, beginnings: [], from: null, to: null },
});
const plan: QuotaPlan = {
  dimensions: [
    {
      id: 'sex',
      label: 'Sexe',
      source: { kind: 'field', field: 'civility' },
      groups: [group('m', ['M']), group('f', ['Mme'])],
    },
    {
      id: 'city',
      label: 'Ville',
      source: { kind: 'field', field: 'city' },
      groups: [group('paris', ['Paris']), group('lyon', ['Lyon'])],
    },
  ],
  cells: ['m/paris', 'm/lyon', 'f/paris', 'f/lyon'].map((key) => ({ key, target: 4 })),
};

onEachEngine((engine) => {
  let on: TwoClients;
  let made = 0;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const put = async (quotas: QuotaPlan | null, done: Readonly<Record<string, number>> = {}) => {
    const clientId = 'client_1';
    await on.db.transaction().execute(async (tx) => {
      await saveCampaignDocument(tx, {
        ...{ clientId, campaignId, kind: 'survey', expected: 0, by: null, atMs: nowMs },
        document: { ...noSurvey, quotas },
      });
      const cells = quotas?.cells ?? [];
      await replaceCells(
        tx,
        clientId,
        campaignId,
        cells.map(({ key, target }) => ({ key, target, doneCount: done[key] ?? 0 })),
      );
      await beginSorting(tx, clientId, campaignId);
    });
    while (await sortNext(on.db, campaignId, { limit: 2, atMs: nowMs }));
  };
  const lead = (civility: 'M' | 'Mme' | null, city: string | null, more: object = {}) => {
    made += 1;
    return on.addLead({ civility, city, phone_number: number(`+336399800${10 + made}`), ...more });
  };
  const take = async (limit = 10) => {
    const asked: DueAsked = {
      ...{ campaignId, limit, nowMs, readyAgentIds: [] },
      turnsOf: (lists, count) => new Map(lists.map(({ listId }) => [listId, count])),
    };
    const { leads } = await on.db.transaction().execute((tx) => takeDueLeads(tx, asked));
    return leads.map(({ id }) => id);
  };
  const cellOfLead = async (id: LeadId) =>
    (await on.db.selectFrom('lead').select('quota_cell').where('id', '=', id).executeTakeFirstOrThrow())
      .quota_cell;

  describe('the cell of a lead', () => {
    it('is found for all leads of a campaign in turns, and is gone with the quotas', async () => {
      const ids = [await lead('M', 'PARIS'), await lead('Mme', null), await lead('M', 'Nantes')];
      await put(plan);
      expect(await Promise.all(ids.map(cellOfLead))).toEqual(['m/paris', 'f/?', 'm/!']);
      expect(await findSorting(on.db, campaignId)).toBeNull();
      await on.db.deleteFrom('campaign_document').execute();
      await put(null);
      expect(await Promise.all(ids.map(cellOfLead))).toEqual([null, null, null]);
    });

    it('follows a correction', async () => {
      const id = await lead('M', 'Paris');
      await put(plan);
      await on.db
        .transaction()
        .execute((tx) =>
          updateLead(tx, 'client_1', id, { city: 'Lyon', civility: 'Mme' }, { atMs: nowMs, by }),
        );
      expect(await cellOfLead(id)).toBe('f/lyon');
    });
  });

  describe('a claim', () => {
    it('takes the poorest cell first, what is not known at its mean, and nobody of a full one', async () => {
      const full = await lead('M', 'Paris');
      const rich = await lead('M', 'Lyon');
      const poor = await lead('Mme', 'Lyon');
      const unknown = await lead(null, null);
      await lead('M', 'Nantes');
      await put(plan, { 'm/paris': 4, 'm/lyon': 3, 'f/paris': 2, 'f/lyon': 0 });
      expect(await take()).toEqual([poor, unknown, rich]);
      expect(await cellOfLead(full)).toBe('m/paris');
      expect(await nextDueAt(on.db, campaignId)).toBeNull();
      expect(await isHeldByQuotas(on.db, campaignId)).toBe(true);
    });

    it('lets a callback of a full cell wait, and takes it when the target is raised', async () => {
      const back = await lead('M', 'Paris', { is_callback: 1 });
      await put(plan, { 'm/paris': 4 });
      expect(await take()).toEqual([]);
      await on.db.updateTable('quota_cell').set({ target: 5 }).execute();
      expect(await take()).toEqual([back]);
    });

    it('takes leads as ever in a campaign without quotas', async () => {
      const ids = [await lead('M', 'Paris'), await lead(null, null)];
      expect(await take()).toEqual(ids);
      expect(await isHeldByQuotas(on.db, campaignId)).toBe(false);
    });

    it('has no statement for the quotas of a campaign that has none', async () => {
      await lead('M', 'Paris');
      const statements: string[] = [];
      const watched = on.db.withPlugin({
        transformQuery: ({ node }) => {
          statements.push(JSON.stringify(node));
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const turnsOf: DueAsked['turnsOf'] = (lists, count) =>
        new Map(lists.map(({ listId }) => [listId, count]));
      const asked: DueAsked = { campaignId, limit: 1, nowMs, readyAgentIds: [], turnsOf };
      await watched.transaction().execute((tx) => takeDueLeads(tx, asked));
      const [groups, ...others] = statements;
      expect(groups).toContain('from quota_cell');
      expect(others.filter((each) => each.includes('quota_cell'))).toEqual([]);
    });
  });

  describe('an interview', () => {
    const standing = (leadId: LeadId, more: Partial<InterviewStanding> = {}): InterviewStanding => ({
      ...{ id: `interview_${leadId}`, clientId: 'client_1', campaignId, leadId, listId: 'list_1' },
      ...{ attemptId: null, agentId: null, scriptVersionId: 'scriptversion_1', channel: 'web' },
      ...{ state: 'complete', stepId: null, answers: { q: 'oui' }, seed: 2 ** 32 - 1, quotas: plan },
      ...{ fields: { civility: 'M', city: 'Paris' }, startedAtMs: nowMs, durationMs: 10, atMs: nowMs },
      ...more,
    });
    const store = (each: InterviewStanding) => on.db.transaction().execute((tx) => storeInterview(tx, each));
    const done = async () =>
      (await quotaCells(on.db, campaignId)).find(({ key }) => key === 'm/paris')?.doneCount;

    it('counts up to the target, and is kept uncounted beyond it', async () => {
      await put(plan, { 'm/paris': 3 });
      const last = await store(standing(await lead('M', 'Paris')));
      expect(last).toMatchObject({ state: 'complete', hasFilledCell: true });
      expect(await store(standing(await lead('M', 'Paris')))).toMatchObject({ state: 'quota_full' });
      expect(await done()).toBe(4);
    });

    it('is one over calls and link, keeps its answers, and counts once', async () => {
      await put(plan);
      const id = await lead('M', 'Paris');
      await store(standing(id, { state: 'started', answers: { a: 1, b: 2 } }));
      await store(standing(id, { answers: { b: null, c: 3 } }));
      expect(await store(standing(id, { answers: { c: 4 } }))).toMatchObject({ stateBefore: 'complete' });
      const rows = await on.db.selectFrom('interview').select(['answers', 'duration_ms']).execute();
      expect(rows).toEqual([{ answers: '{"a":1,"c":3}', duration_ms: 20 }]);
      expect(await done()).toBe(1);
    });

    it('of an unknown group is complete and takes no place; of none it is not wanted', async () => {
      await put(plan);
      const unknown = { fields: { civility: 'M', city: null } };
      expect(await store(standing(await lead('M', null), unknown))).toMatchObject({ state: 'complete' });
      const outside = { fields: { civility: 'M', city: 'Nantes' } };
      expect(await store(standing(await lead('M', 'Nantes'), outside))).toMatchObject({
        state: 'quota_full',
      });
      expect(await done()).toBe(0);
    });
  });

  if (engine.name === 'SQLite')
    it('sees by a key that a campaign has no quotas', async () => {
      const asked = sql`select exists (select 1 from quota_cell where campaign_id = ${campaignId})`;
      expect((await planOf(on.db, asked)).join()).toMatch(/SEARCH quota_cell USING COVERING INDEX/);
    });

  if (engine.name === 'SQLite')
    it('finds the leads of a cell by its index, and others by theirs', async () => {
      const due = (more: string) =>
        sql`select id from lead where campaign_id = ${campaignId} and list_id = 'list_1' and state = 'open'
          and is_callback = 0 and priority = 0 and next_try_at <= ${nowMs} ${sql.raw(more)} order by next_try_at`;
      expect((await planOf(on.db, due(''))).join()).toContain('lead_due ');
      expect((await planOf(on.db, due(`and quota_cell = 'm/paris'`))).join()).toContain('lead_due_cell');
    });
});
