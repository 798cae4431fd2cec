import type { CampaignId } from '@alize/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './browser-agent.ts';
import { seriousFaults, windowOf } from './console-window.ts';
import { campaignOf, csvOf } from './real-campaign.ts';
import { eventually, RealCentre } from './real-centre.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;

describe.skipIf(reason)('the console in Chromium', () => {
  let centre: RealCentre;
  let browser: Browser;
  let campaignId: CampaignId;

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'console', portFrom: 9900 });
    browser = await startBrowser();
    const manager = await centre.logIn('responsable');
    campaignId = await campaignOf(manager, { name: 'Essai' });
    await manager.uploadList(campaignId, csvOf(['0639980100', '06 39 98 01 01']));
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });

  it('a supervisor sees live why a campaign is not dialling', async () => {
    const page = await windowOf(browser, centre.origin, 'superviseur');
    const manager = await centre.logIn('responsable');
    await manager.ask('POST', `/v1/campaigns/${campaignId}/start`);
    const tile = page.getByRole('article', { name: 'Essai' });
    await tile.getByText(/agent/i).first().waitFor();
    await eventually('the reason stands in the database too', async () => {
      const row = await centre.database.db
        .selectFrom('campaign')
        .select('blocked_reason')
        .where('id', '=', campaignId)
        .executeTakeFirst();
      return row?.blocked_reason === 'no_agent_ready';
    });
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('a supervisor asks whether a number may be called, and is told by which law not', async () => {
    const page = await windowOf(browser, centre.origin, 'superviseur');
    await page.goto(`${centre.origin}/compliance`);
    await page.locator('input').and(page.getByLabel('Numéro présenté')).fill('01 62 00 00 01');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Numéro', exact: true }).fill('06 12 34 56 78');
    await page.keyboard.press('Enter');
    // No consent is on record and the rest is as the form has it: the law asks for one, at any hour.
    await page.getByText('FR-CONSENT').first().waitFor();
    expect(await page.locator('[data-decision]').getAttribute('data-decision')).toBe('block');
    expect(page.url()).not.toContain('612345678');
  });

  const compliance = ['call', 'packs', 'callerIds', 'consents', 'registers', 'evidence'];
  it.each([
    '/campaigns',
    '/results',
    '/people',
    '/suppressions',
    ...compliance.map((tab) => `/compliance?tab=${tab}`),
  ])('%s has no serious fault of accessibility, in French or English', async (path) => {
    const page = await windowOf(browser, centre.origin, 'responsable');
    await page.goto(`${centre.origin}${path}`);
    await page.getByRole('heading').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText('English', { exact: true }).first().click();
    await page.getByRole('heading').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
