import { createRequire } from 'node:module';
import type { CampaignId } from '@alize/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './browser-agent.ts';
import { campaignOf, csvOf } from './real-campaign.ts';
import { eventually, password, RealCentre } from './real-centre.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;
const axePath = createRequire(import.meta.url).resolve('axe-core');

/** What axe finds of serious or critical on the page, by rule. */
async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
    };
    return (await axe.run()).violations;
  });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

describe.skipIf(reason)('the console in Chromium', () => {
  let centre: RealCentre;
  let browser: Browser;
  let campaignId: CampaignId;

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'console', portFrom: 9900 });
    browser = await startBrowser();
    campaignId = await campaignOf(await centre.logIn('responsable'), { name: 'Essai' });
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });

  /** A new window of somebody's, logged in; the page's own policy is set aside for axe alone. */
  async function windowOf(login: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'fr-FR',
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(centre.origin);
    await page.getByLabel('Identifiant').fill(login);
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('navigation').first().waitFor();
    return page;
  }

  it('a manager uploads a file, sees the columns recognised and each bad row named', async () => {
    const page = await windowOf('responsable');
    await page.goto(`${centre.origin}/campaigns/${campaignId}/import`);
    const csv = `${csvOf(['0639980100', '06 39 98 01 01', 'pas un numéro'])}\r\n`;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await page.getByText('Import terminé').waitFor();
    const leads = await centre.database.db
      .selectFrom('lead')
      .select('phone_number')
      .where('campaign_id', '=', campaignId)
      .execute();
    expect(leads.map((lead) => lead.phone_number).sort()).toEqual(['+33639980100', '+33639980101']);
    const errors = await centre.database.db.selectFrom('list_error').select(['line', 'code']).execute();
    expect(errors).toEqual([{ line: 4, code: 'phone_unreadable' }]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('a supervisor sees live why a campaign is not dialling', async () => {
    const page = await windowOf('superviseur');
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
    const page = await windowOf('superviseur');
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
    const page = await windowOf('responsable');
    await page.goto(`${centre.origin}${path}`);
    await page.getByRole('heading').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText('English', { exact: true }).first().click();
    await page.getByRole('heading').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
