import { type Db, findUserByLogin, insertPacingPoint } from '@alize/db';
import type { CampaignId, ClientId, PacingNow } from '@alize/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let campaignId: CampaignId;
let clientId: ClientId;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  const { data } = (await (await manager('GET', '/v1/campaigns')).json()) as {
    data: { id: CampaignId; state: string }[];
  };
  const running = data.find(({ state }) => state === 'running');
  const user = await findUserByLogin(api.db, 'responsable');
  if (!running || !user?.clientId) throw new Error('the demonstration is missing');
  [campaignId, clientId] = [running.id, user.clientId];
});
afterAll(() => api.close());

const decision: PacingNow = {
  mode: 'predictive',
  calls: 2,
  limitedBy: 'abandonment_risk',
  agentsFree: 3,
  agentsSoonFree: 1.4,
  callsDialling: 9,
  answersExpected: 2.1,
  horizonMs: 8000,
  risk: 0.06,
  riskMax: 0.05,
  abandonedShare: 0.012,
  abandonedLimit: 0.03,
};
const agents = { ready: 3, talking: 5, wrapUp: 1, paused: 2 };
const pointAt = (atMs: number, snapshot: unknown = null, db: Db = api.db) =>
  insertPacingPoint(db, { campaignId, clientId, atMs, decision, agents, snapshot });

describe('how a campaign was paced', () => {
  test('comes as a series, thinned to 600 points that span it', async () => {
    await api.db.transaction().execute(async (tx) => {
      for (let second = 0; second < 2000; second += 1) await pointAt(1_000_000 + second * 1000, null, tx);
    });
    const path = `/v1/campaigns/${campaignId}/pacing?fromMs=1000000&toMs=3000000`;
    const { data } = (await (await manager('GET', path)).json()) as { data: { atMs: number }[] };
    expect(data.length).toBeLessThanOrEqual(600);
    expect(data.length).toBeGreaterThan(300);
    expect(data[0]).toEqual({ atMs: 1_000_000, decision, agents });
    expect(data.at(-1)?.atMs).toBeGreaterThan(2_990_000);
  });

  test('can be asked of an instant, with the picture it was decided from', async () => {
    const snapshot = {
      agents: [{ state: 'ready' }, { state: 'ready' }, { state: 'talking' }],
      calls: [{ stage: 'dialling' }],
      limits: { linesFree: 4, trunkLinesFree: 9, callsAllowedNow: 2 },
      account: { abandoned: 1, answered: 83, aim: 0.02, limit: 0.03, answersToCome: 50, answeredMin: 100 },
    };
    await pointAt(5_000_000, snapshot);
    const at = await manager('GET', `/v1/campaigns/${campaignId}/pacing/at?atMs=5004000`);
    expect(await at.json()).toMatchObject({
      atMs: 5_000_000,
      decision,
      picture: {
        agents: [
          { state: 'ready', count: 2 },
          { state: 'talking', count: 1 },
        ],
        calls: [{ stage: 'dialling', count: 1 }],
        linesFree: 4,
        account: { abandoned: 1, answered: 83, aim: 0.02, limit: 0.03 },
      },
    });
    expect((await manager('GET', `/v1/campaigns/${campaignId}/pacing/at?atMs=999`)).status).toBe(404);
  });

  test.each(['', '?fromMs=5&toMs=5', '?fromMs=hier&toMs=9', '?fromMs=1&toMs=2&every=3'])(
    '%s is refused',
    async (query) => {
      expect((await manager('GET', `/v1/campaigns/${campaignId}/pacing${query}`)).status).toBe(400);
    },
  );

  test('is nobody else’s to see', async () => {
    const other = await addOtherClient(api);
    expect((await manager('GET', `/v1/campaigns/${other.campaign}/pacing?fromMs=0&toMs=9`)).status).toBe(404);
    expect((await manager('GET', `/v1/campaigns/${other.campaign}/pacing/at?atMs=9`)).status).toBe(404);
  });
});

test('the live view shows the pace of the last quarter of a minute, and none that is older', async () => {
  const pace = async () => {
    const live = (await (await manager('GET', '/v1/live')).json()) as {
      campaigns: { id: string; pacing: PacingNow | null }[];
    };
    return live.campaigns.find(({ id }) => id === campaignId)?.pacing;
  };
  await pointAt(api.clock.nowMs() - 16_000);
  expect(await pace()).toBeNull();
  await pointAt(api.clock.nowMs() - 3000);
  expect(await pace()).toEqual(decision);
});

describe('what people settle of the pace', () => {
  const change = (body: unknown) => manager('PATCH', `/v1/campaigns/${campaignId}`, body);

  test('is the usual until it is said, and stays until it is changed', async () => {
    const campaign = async () => (await manager('GET', `/v1/campaigns/${campaignId}`)).json();
    expect(await campaign()).toMatchObject({ powerRatio: 1.5, abandonAim: null, priority: 5 });
    const settings = { dialMode: 'predictive', powerRatio: 2.5, abandonAim: 0.01, priority: 2 };
    expect(await (await change(settings)).json()).toMatchObject(settings);
    await change({ linesMax: 12 });
    expect(await campaign()).toMatchObject({ ...settings, linesMax: 12 });
    expect(await (await change({ abandonAim: null })).json()).toMatchObject({ abandonAim: null });
  });

  test.each([{ powerRatio: 0.5 }, { powerRatio: 6 }, { abandonAim: 0.04 }, { priority: 0 }])(
    '%j is refused',
    async (body) => {
      expect((await change(body)).status).toBe(400);
    },
  );

  test('power and predictive can be chosen, preview not yet', async () => {
    const setup = (await (await manager('GET', '/v1/setup')).json()) as { dialModes: string[] };
    expect(setup.dialModes).toEqual(['progressive', 'power', 'predictive']);
    expect((await change({ dialMode: 'power' })).status).toBe(200);
    expect((await change({ dialMode: 'preview' })).status).toBe(422);
  });
});
