import { beginSorting, findSorting, noSurvey, replaceCells, saveCampaignDocument } from '@alize/db';
import type { CampaignId, LeadId, PhoneNumber, QuotaPlan } from '@alize/model';
import { systemClock } from '@alize/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MortalApi, prepareMortalApi } from './mortal-api.ts';

const leadsCount = 20_000;
let api: MortalApi;
beforeAll(async () => {
  api = await prepareMortalApi();
});
afterAll(() => api.close());

const group = (id: string, values: readonly string[]) => ({
  ...{ id, label: id, values, beginnings: [], from: null, to: null },
});
const plan: QuotaPlan = {
  dimensions: [
    {
      ...{ id: 'sex', label: 'Sexe', source: { kind: 'field', field: 'civility' } },
      groups: [group('m', ['M']), group('f', ['Mme'])],
    },
  ],
  cells: [
    { key: 'm', target: 10 },
    { key: 'f', target: 10 },
  ],
};

/** Many leads, of whom every second is a woman, and a plan that they are not sorted into. */
async function prepare(): Promise<CampaignId> {
  const { db, ids } = api;
  const list = await db
    .selectFrom('list')
    .innerJoin('campaign', 'campaign.id', 'list.campaign_id')
    .select(['list.id', 'list.campaign_id', 'list.client_id'])
    .where('campaign.kind', '=', 'survey')
    .executeTakeFirstOrThrow();
  const { id: listId, campaign_id: campaignId, client_id: clientId } = list;
  const made = Array.from({ length: leadsCount }, (_, at) => ({ id: ids.make('lead'), at }));
  await db.transaction().execute(async (tx) => {
    for (const { id, at } of made) await addLead(tx, { id, at, listId });
    await tx
      .updateTable('list')
      .set(({ eb }) => ({ leads_count: eb('leads_count', '+', leadsCount) }))
      .execute();
    const document = { ...noSurvey, quotas: plan };
    const atMs = systemClock.nowMs();
    await saveCampaignDocument(tx, {
      ...{ clientId, campaignId, kind: 'survey', document, expected: 0, by: null, atMs },
    });
    const cells = plan.cells.map((cell) => ({ ...cell, doneCount: 0 }));
    await replaceCells(tx, clientId, campaignId, cells);
    await beginSorting(tx, clientId, campaignId);
  });
  return campaignId;

  async function addLead(tx: typeof db, lead: { id: LeadId; at: number; listId: typeof listId }) {
    // Kept for fiction, written as E.164.
    const phoneNumber = `+3363998${String(lead.at % 10_000).padStart(4, '0')}` as PhoneNumber;
    await tx
      .insertInto('lead')
      .values({
        ...{ id: lead.id, client_id: clientId, campaign_id: campaignId, list_id: lead.listId },
        ...{
          phone_number: phoneNumber,
          civility: lead.at % 2 ? 'Mme' : 'M',
        },
        ...{ state: 'open', next_try_at: 0, created_at: 0, changed_at: 0 },
      })
      .execute();
  }
}

test('kill -9 at any moment of a sorting leaves no lead unsorted', { timeout: 120_000 }, async () => {
  const { db } = api;
  const campaignId = await prepare();
  const done = async () => (await findSorting(db, campaignId))?.leadsDone ?? null;
  const stops: (number | null)[] = [];
  for (let kills = 0; kills < 3; kills += 1) {
    const before = await done();
    api.start();
    await expect.poll(done, { interval: 1, timeout: 30_000 }).not.toBe(before);
    await api.kill();
    stops.push(await done());
  }
  // Each in the middle, and further on than the one before.
  expect(stops.every((stop) => stop !== null && stop > 0 && stop < leadsCount)).toBe(true);
  expect(stops).toEqual([...new Set(stops)].sort((one, other) => (one ?? 0) - (other ?? 0)));
  api.start();
  await expect.poll(done, { interval: 20, timeout: 60_000 }).toBeNull();
  const cells = await db
    .selectFrom('lead')
    .select(['civility', 'quota_cell as cell'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaign_id', '=', campaignId)
    .where('created_at', '=', 0)
    .groupBy(['civility', 'quota_cell'])
    .orderBy('civility')
    .execute();
  expect(cells).toEqual([
    { civility: 'M', cell: 'm', count: leadsCount / 2 },
    { civility: 'Mme', cell: 'f', count: leadsCount / 2 },
  ]);
});
