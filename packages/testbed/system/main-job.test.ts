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
  let agent: BrowserAgent;

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

  const lastAttempt = () =>
    centre.database.db.selectFrom('attempt').selectAll().orderBy('created_at', 'desc').executeTakeFirst();

  it('a list is uploaded, its lead is called, and the agent talks with sound both ways', async () => {
    await manager.uploadList(campaignId, csvOf(['0639980000']));
    agent = await BrowserAgent.takeSeat(browser, centre.origin, 'agent', password);
    await agent.becomeReady();
    await manager.ask('POST', `/v1/campaigns/${campaignId}/start`);
    await agent.callAppears();
    await agent.hearsAndIsHeard();
    await agent.hangUp();
    await agent.dispose(1);
    await eventually(
      'the call has ended and is disposed of',
      async () => (await lastAttempt())?.disposition != null,
    );
    expect(await lastAttempt()).toMatchObject({ network_result: 'answered', end_reason: 'agent_hung_up' });
    await expectSoundAttempts(centre);
  });

  it('a reload in mid-call loses neither the call nor what was typed', async () => {
    await manager.uploadList(campaignId, csvOf(['0639980001']));
    await agent.callAppears();
    await agent.page.getByLabel('Note libre').fill('Rappeler pour le devis');
    await eventually(
      'the note is on disk',
      async () => (await lastAttempt())?.note === 'Rappeler pour le devis',
    );
    agent.page.on('dialog', (dialog) => void dialog.accept());
    await agent.page.reload();
    await agent.lineIsUp();
    await agent.callAppears();
    await agent.hearsAndIsHeard();
    await expect(agent.page.getByLabel('Note libre').inputValue()).resolves.toBe('Rappeler pour le devis');
    expect(await lastAttempt()).toMatchObject({ progress: 'connected', ended_at: null });
    await agent.hangUp();
    await agent.dispose(1);
    await expectSoundAttempts(centre);
  });

  it('a consent taken back by word of mouth holds at once, and the call goes on', async () => {
    const number = '0639980002';
    await manager.uploadList(campaignId, csvOf([number]));
    await agent.callAppears();
    await agent.page.getByRole('button', { name: 'Retrait du consentement' }).click();
    await agent.page.getByRole('button', { name: 'Noter le retrait' }).click();
    await agent.page.getByText('Retrait noté').waitFor();
    await agent.hearsAndIsHeard();
    await agent.hangUp();
    await agent.dispose(1);
    // The same person in another list, as a lead of its own: no rule lets them be called again.
    await manager.uploadList(campaignId, csvOf([number]), 'keep');
    await eventually('the lead is refused, for good', async () => {
      const lead = await centre.database.db
        .selectFrom('lead')
        .selectAll()
        .orderBy('id', 'desc')
        .executeTakeFirst();
      return lead?.closed_reason === 'refused_by_rule' && lead.attempts_count === 0;
    });
    const chain = await manager.ask<{ kind: string }>('GET', '/v1/compliance/chain');
    expect(chain).toMatchObject({ kind: 'whole' });
  });

  it('results come out as a CSV file', async () => {
    const csv = await manager.ask<string>('GET', `/v1/attempts.csv?campaignId=${campaignId}`);
    expect(csv.trim().split('\n')).toHaveLength(4);
    expect(csv).toContain('Durand0');
  });
});
