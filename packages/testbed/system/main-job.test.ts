import type { CampaignId } from '@alize/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiSession } from './api-session.ts';
import { BrowserAgent, startBrowser } from './browser-agent.ts';
import { campaignOf, csvOf, expectSoundAttempts } from './real-campaign.ts';
import { eventually, password, RealCentre } from './real-centre.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;

describe.skipIf(reason)(`the main job on real parts${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let centre: RealCentre;
  let browser: Browser;
  let manager: ApiSession;
  let campaignId: CampaignId;

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'main-job', portFrom: 9100 });
    browser = await startBrowser();
    manager = await centre.logIn('responsable');
    campaignId = await campaignOf(manager, { name: 'Un agent', wrapUpSeconds: 60 });
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });

  it('a list is uploaded, its lead is called, and the agent talks with sound both ways', async () => {
    await manager.uploadList(campaignId, csvOf(['0639980000']));
    const agent = await BrowserAgent.takeSeat(browser, centre.origin, 'agent', password);
    await agent.becomeReady();
    await manager.ask('POST', `/v1/campaigns/${campaignId}/start`);
    await agent.callAppears();
    await agent.hearsAndIsHeard();
    await agent.hangUp();
    await agent.dispose(1);
    await eventually('the call has ended and is disposed of', async () => {
      const [attempt] = await centre.database.db.selectFrom('attempt').selectAll().execute();
      return attempt?.end_reason === 'agent_hung_up' && attempt.disposition !== null;
    });
    await agent.close();
    await expectSoundAttempts(centre);
    expect(await centre.database.db.selectFrom('attempt').select('network_result').execute()).toEqual([
      { network_result: 'answered' },
    ]);
  });
});
