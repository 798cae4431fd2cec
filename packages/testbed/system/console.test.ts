import type { CampaignId } from '@alize/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiSession } from './api-session.ts';
import { startBrowser } from './browser-agent.ts';
import { faultsInBothLanguages, seriousFaults, windowOf } from './console-window.ts';
import { campaignOf, csvOf } from './real-campaign.ts';
import { eventually, RealCentre } from './real-centre.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;

describe.skipIf(reason)('the console in Chromium', () => {
  let centre: RealCentre;
  let browser: Browser;
  let campaignId: CampaignId;
  let manager: Page;
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'console', portFrom: 9900 });
    browser = await startBrowser();
    const session = await centre.logIn('responsable');
    campaignId = await campaignOf(session, { name: 'Essai' });
    await session.uploadList(campaignId, csvOf(['0639980100', '06 39 98 01 01']));
    manager = await windowOf(browser, centre.origin, 'responsable');
    ids = await idsOf(session);
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });

  it('a supervisor sees live why a campaign is not dialling', async () => {
    const page = await windowOf(browser, centre.origin, 'superviseur');
    const session = await centre.logIn('responsable');
    await session.ask('POST', `/v1/campaigns/${campaignId}/start`);
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
  /** `:name` stands for the first of the demonstration's own. */
  it.each([
    '/campaigns',
    '/results',
    '/people',
    '/suppressions',
    ...compliance.map((tab) => `/compliance?tab=${tab}`),
    ...[
      '/scripts',
      ...['steps', 'objections', 'scoring', 'blocks', 'preview', 'versions'].map(
        (part) => `/scripts/:script?part=${part}`,
      ),
    ],
    ...[
      '/calendars',
      '/calendars/new',
      ...['week', 'settings', 'links'].map((tab) => `/calendars/:calendar?tab=${tab}`),
    ],
    ...['/appointments', '/appointments?view=week', '/campaigns/:appointment/booking'],
    ...['webhooks', 'deliveries', 'keys'].map((tab) => `/integrations?tab=${tab}`),
    '/campaigns/:survey/quotas',
    ...['answers', 'cross', 'quality', 'settings'].map((view) => `/campaigns/:survey/survey?view=${view}`),
    ...['list', 'rates', 'settings'].map((view) => `/campaigns/:qualification/handover?view=${view}`),
  ])('%s has no serious fault of accessibility, in French or English', async (path) => {
    await manager.goto(`${centre.origin}${path.replace(/:(\w+)/, (_, name: string) => ids.get(name) ?? '')}`);
    await manager.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsInBothLanguages(manager)).toEqual([]);
  });
});

/** The ids of the demonstration's campaigns by their kind, of its first script and of its first calendar. */
async function idsOf(session: ApiSession): Promise<ReadonlyMap<string, string>> {
  interface Rows {
    readonly data: readonly { readonly id: string; readonly kind?: string; readonly name: string }[];
  }
  const rows = async (path: string) => (await session.ask<Rows>('GET', path)).data;
  const campaigns = await rows('/v1/campaigns');
  const [script] = await rows('/v1/scripts');
  const [calendar] = await rows('/v1/calendars');
  return new Map([
    ...campaigns.map(({ kind, id }) => [kind ?? '', id] as const),
    ['script', script?.id ?? ''],
    ['calendar', calendar?.id ?? ''],
  ]);
}
