import type { CampaignId, Progress } from '@alize/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiSession } from './api-session.ts';
import { BrowserAgent, startBrowser } from './browser-agent.ts';
import { campaignOf, csvOf, expectSoundAttempts } from './real-campaign.ts';
import { eventually, password, RealCentre } from './real-centre.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;

/** The twenty points of a call's life at which the dialer is killed: so long after each step is seen on disk. */
const steps: readonly Progress[] = ['intent', 'sent', 'ringing', 'answered', 'connected'];
const points = steps.flatMap((progress) => [0, 20, 150, 600].map((afterMs) => ({ progress, afterMs })));

/** Everybody rings for a second, answers, and stays: what becomes of the call is ours to say. */
const numbers = Array.from({ length: 60 }, (_, index) => `063998${String(index).padStart(2, '0')}31`);

describe.skipIf(reason)('kill -9, real Asterisk, SIPp and Chromium', () => {
  let centre: RealCentre;
  let browser: Browser;
  let manager: ApiSession;
  let agent: BrowserAgent;
  let campaignId: CampaignId;

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'kills', portFrom: 9600 });
    browser = await startBrowser();
    manager = await centre.logIn('responsable');
    campaignId = await campaignOf(manager, { name: 'Coups durs', wrapUpSeconds: 120 });
    await manager.uploadList(campaignId, csvOf(numbers));
    agent = await BrowserAgent.takeSeat(browser, centre.origin, 'agent', password);
    await becomeReady();
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });

  const live = () =>
    centre.database.db.selectFrom('attempt').selectAll().where('ended_at', 'is', null).executeTakeFirst();
  const state = async () =>
    (await centre.database.db.selectFrom('agent').selectAll().executeTakeFirst())?.state;
  const connection = async () =>
    (await centre.database.db.selectFrom('agent').selectAll().executeTakeFirst())?.connection;

  /** Waits for the live attempt to reach a step, looking every millisecond. */
  async function reaches(progress: Progress): Promise<void> {
    await eventually(
      `a call is ${progress}`,
      async () => steps.indexOf((await live())?.progress ?? 'ended') >= steps.indexOf(progress),
      30_000,
      1,
    );
  }

  /** Asked once, and waited for: asked again on its way, the button would be gone. */
  async function becomeReady(): Promise<void> {
    await agent.becomeReady();
    await eventually('the agent is ready', async () => (await state()) !== 'paused');
  }

  /** The campaign dials again for the agent, who is ready. */
  async function goOn(): Promise<void> {
    if ((await state()) === 'paused') await becomeReady();
    await manager.ask('POST', `/v1/campaigns/${campaignId}/start`);
  }

  /** No further call; the one that is live ends, by the agent's hand when they are talking. */
  async function bringToRest(): Promise<void> {
    await manager.ask('POST', `/v1/campaigns/${campaignId}/pause`);
    await eventually(
      'no call is live and the agent is free',
      async () => {
        const moment = await agent.nextMoment();
        if (moment === 'call') await agent.hangUpIfTalking();
        if (moment === 'wrap_up') await agent.disposeIfAsked(1);
        return ['ready', 'paused'].includes((await state()) ?? '') && (await live()) === undefined;
      },
      60_000,
    );
  }

  it.each(points)(
    'of the dialer, $afterMs ms after a call is $progress: nobody is called twice, the call has one end',
    async ({ progress, afterMs }) => {
      await goOn();
      await reaches(progress);
      if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
      await centre.kill('dialer');
      centre.startDialer();
      await bringToRest();
      await expectSoundAttempts(centre);
    },
  );

  it('of the dialer in mid-call: agent and callee go on talking, and the call is taken up again', async () => {
    await goOn();
    await reaches('connected');
    await agent.callAppears();
    await centre.kill('dialer');
    await agent.hearsAndIsHeard();
    centre.startDialer();
    await eventually(
      'the new dialer is at work',
      async () =>
        (await (
          await fetch(`http://127.0.0.1:${centre.settings.dialerPort}/readyz`).catch(() => null)
        )?.text()) === 'ready\n',
    );
    await agent.hearsAndIsHeard();
    expect(await state()).toBe('talking');
    await bringToRest();
    await expectSoundAttempts(centre);
  });

  it('of the api in mid-call: agent and callee go on talking, and the desk comes back by itself', async () => {
    await goOn();
    await reaches('connected');
    await agent.callAppears();
    await centre.kill('api');
    await agent.hearsAndIsHeard();
    await centre.startApi();
    await agent.lineIsUp();
    expect(await state()).toBe('talking');
    await bringToRest();
    await expectSoundAttempts(centre);
  });

  it('of Asterisk in mid-call: told within 2 s, nobody is dialled, and work goes on when it is back', async () => {
    await goOn();
    await reaches('connected');
    await centre.killAsterisk();
    const killedAt = performance.now();
    await eventually('the agent’s line is told lost', async () => (await connection()) !== 'up', 5_000, 10);
    expect(performance.now() - killedAt).toBeLessThan(2_000);
    const invites = centre.invites().length;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(centre.invites()).toHaveLength(invites);
    await centre.startAsterisk();
    await bringToRest();
    await expectSoundAttempts(centre);
    await agent.lineIsUp();
    await goOn();
    await reaches('connected');
    await agent.hearsAndIsHeard();
    await bringToRest();
  });

  it('of the agent’s browser: told within 2 s, and nobody is dialled for that agent', async () => {
    await goOn();
    await reaches('connected');
    await agent.callAppears();
    await agent.close();
    const closedAt = performance.now();
    await eventually('the agent’s line is told lost', async () => (await connection()) !== 'up', 5_000, 10);
    expect(performance.now() - closedAt).toBeLessThan(2_000);
    await eventually(
      'the callee was let go with an apology',
      async () => (await live()) === undefined,
      60_000,
    );
    const invites = centre.invites().length;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(centre.invites()).toHaveLength(invites);
    await expectSoundAttempts(centre);
  });
});
