import type { CampaignId, PacingNow } from '@alize/model';
import { createIds, systemClock } from '@alize/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedAnswers } from '../src/seed-answers.ts';
import type { ApiSession } from './api-session.ts';
import { callsRinging } from './calls-ringing.ts';
import { campaignOf, csvOf, expectSoundAttempts } from './real-campaign.ts';
import { eventually, password, RealCentre } from './real-centre.ts';
import { TelephoneAgent } from './telephone-agent.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;
const agentsCount = 6;
const talkMs = 5_000;

/** By the last two digits: ten ring out, four are busy, one does not exist; two answer, at once and after 3 s. */
const endings = '50 51 40 52 53 05 54 41 55 56 60 42 57 33 58 43 59'.split(' ');
const numbersFrom = (first: number, blocks: number) =>
  Array.from({ length: blocks }, (_, index) => `063998${first + index}`).flatMap((start) =>
    endings.map((ending) => start + ending),
  );

describe.skipIf(reason)('predictive on real Asterisk and SIPp', () => {
  let centre: RealCentre;
  let manager: ApiSession;
  let predictiveId: CampaignId;
  const agents: TelephoneAgent[] = [];
  let isOver = false;
  let shifts: Promise<unknown> = Promise.resolve();

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'predictive', portFrom: 9300, hasTelephones: true });
    manager = await centre.logIn('responsable');
    await manager.addAgents(agentsCount - 1, password);
    const logins = ['agent', ...Array.from({ length: agentsCount - 1 }, (_, index) => `agent-${index + 2}`)];
    predictiveId = await campaignOf(manager, { name: 'Prédictif', dialMode: 'predictive' });
    for (const login of logins) agents.push(await TelephoneAgent.takeSeat(centre, login));
    for (const agent of agents) await agent.becomeReady();
    shifts = Promise.all(agents.map((agent) => agent.workUntil(() => isOver, talkMs)));
  });
  afterAll(async () => {
    isOver = true;
    await shifts.finally(async () => {
      for (const agent of agents) agent.close();
      await centre?.stop();
    });
  });

  /** A campaign's calls. Those put into the ledger by hand are older than `sinceMs`. */
  const attempts = (campaignId: CampaignId, sinceMs: number) =>
    centre.database.db
      .selectFrom('attempt')
      .selectAll()
      .where('campaign_id', '=', campaignId)
      .where('created_at', '>=', sinceMs)
      .execute();
  /** What held the dialer's decisions back in a stretch of time, as the manager is shown it. */
  const limits = async (campaignId: CampaignId, from: number, to: number) => {
    const path = `/v1/campaigns/${campaignId}/pacing?fromMs=${from}&toMs=${to}`;
    const { data } = await manager.ask<{ data: { decision: PacingNow }[] }>('GET', path);
    return data.map(({ decision }) => decision.limitedBy);
  };
  const atRest = (campaignId: CampaignId, sinceMs: number) =>
    eventually(
      'no call is live, and every agent is free',
      async () => {
        const isLive = (await attempts(campaignId, sinceMs)).some((call) => call.ended_at === null);
        const states = await centre.database.db.selectFrom('agent').select('state').execute();
        return !isLive && states.every(({ state }) => state === 'ready');
      },
      40_000,
    );

  it('rings more telephones than agents are free when few people answer, and connects those who do', async () => {
    await manager.uploadList(predictiveId, csvOf(numbersFrom(10, 45)));
    await manager.ask('POST', `/v1/campaigns/${predictiveId}/start`);
    const answered = async () =>
      (await attempts(predictiveId, 0)).filter((call) => call.answered_at !== null);
    await eventually('eight people have answered', async () => (await answered()).length >= 8, 75_000, 500);
    await manager.ask('POST', `/v1/campaigns/${predictiveId}/stop`);
    await atRest(predictiveId, 0);
    const calls = await callsRinging(centre);
    expect(Math.max(...calls.map(({ ringing }) => ringing))).toBeGreaterThan(agentsCount);
    expect(calls.filter(({ ringing, free }) => ringing > free)).not.toEqual([]);
    const connected = (await answered()).filter((call) => call.connected_at !== null);
    expect(connected.length).toBeGreaterThanOrEqual((await answered()).length - 3);
    expect(new Set(connected.map((call) => call.agent_id)).size).toBe(agentsCount);
    await expectSoundAttempts(centre);
  });

  it('never rings more telephones than agents are free once its account is used up, after kill -9 of the dialer too', async () => {
    const settings = { name: 'Compte épuisé', dialMode: 'predictive', closesInMinutes: 30 } as const;
    const campaignId = await campaignOf(manager, settings);
    await manager.uploadList(campaignId, csvOf(numbersFrom(60, 39)));
    const parts = { database: centre.database, ids: createIds(systemClock), clock: systemClock };
    await seedAnswers(parts, campaignId, { connected: 160, abandoned: 40, withinMs: 120_000 });
    const startedMs = Date.now();
    await manager.ask('POST', `/v1/campaigns/${campaignId}/start`);
    const placedSince = async (sinceMs: number) => (await attempts(campaignId, sinceMs)).length;
    await eventually('calls are made', async () => (await placedSince(startedMs)) >= 12, 40_000);
    await centre.kill('dialer');
    const killedMs = Date.now();
    centre.startDialer();
    await eventually('calls are made again', async () => (await placedSince(killedMs)) >= 12, 40_000);
    await manager.ask('POST', `/v1/campaigns/${campaignId}/stop`);
    await atRest(campaignId, startedMs);
    const calls = await callsRinging(centre, startedMs);
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter(({ ringing, free }) => ringing > free)).toEqual([]);
    expect(new Set(await limits(campaignId, startedMs, killedMs))).toEqual(new Set(['account_stop']));
    expect(new Set(await limits(campaignId, killedMs, Date.now()))).toEqual(new Set(['account_stop']));
    await expectSoundAttempts(centre, startedMs);
  });
});
