import { readFile } from 'node:fs/promises';
import type { CampaignId } from '@alize/model';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from './browser-agent.ts';
import { seriousFaults, windowOf } from './console-window.ts';
import { campaignOf } from './real-campaign.ts';
import { RealCentre } from './real-centre.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;

/** As a French spreadsheet writes it: semicolons, Windows-1252, numbers without their zero, one rounded, one repeated. */
const rows = [
  'Réf;Nom;Prénom;Mobile;Téléphone fixe;CP;Divers',
  'A1;MÜLLER;hélène;639980201;01 99 00 02 01;1000;à rappeler',
  'A2;Lefèvre;Noël;06 39 98 02 02;;75011;',
  'A3;Durand;Zoé;3,36123E+10;;75011;',
  'A4;Roussel;Anne;+33 (0)6 39 98 02 02;;75011;',
  'A5;Béranger;Luc;pas de numéro;;75011;',
];
const file = (name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1'),
});

describe.skipIf(reason)('a file on its way to leads, in Chromium', () => {
  let centre: RealCentre;
  let browser: Browser;
  let campaignId: CampaignId;
  let page: Page;

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'import', portFrom: 9700 });
    browser = await startBrowser();
    campaignId = await campaignOf(await centre.logIn('responsable'), { name: 'Essai' });
    page = await windowOf(browser, centre.origin, 'responsable');
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });

  const leads = () =>
    centre.database.db
      .selectFrom('lead')
      .select(['reference', 'first_name', 'last_name', 'phone_number', 'postal_code', 'comment', 'state'])
      .where('campaign_id', '=', campaignId)
      .orderBy('reference')
      .execute();
  const choose = (name: string) => page.locator('input[type=file]').first().setInputFiles(file(name));

  it('is sent, and shows at once what its columns hold and what reading changes', async () => {
    await page.goto(`${centre.origin}/campaigns/${campaignId}/import`);
    await choose('clients.csv');
    await page.getByText('Premières lignes, comme elles seront enregistrées').waitFor();
    await page.getByText('Hélène').first().waitFor();
    await page.getByText('06 39 98 02 01').first().waitFor();
    await page.getByText('01000').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('follows a change of its mapping, and keeps it over a reload', async () => {
    await page.getByLabel('Contenu de la colonne Divers').selectOption('Commentaire');
    await page.getByRole('columnheader', { name: 'Commentaire Divers' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Commentaire Divers' }).waitFor();
  });

  it('is checked as a whole, and nothing is stored', async () => {
    await page.getByRole('button', { name: 'Contrôler tout le fichier' }).click();
    await page.getByRole('button', { name: 'Importer 2 fiches' }).waitFor();
    await page.getByText('Le tableur a arrondi ce numéro').first().waitFor();
    expect(await leads()).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('gives its bad rows back with the reason, to be corrected and sent again', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger les lignes refusées' }).click();
    const text = (await readFile(await (await download).path())).toString('utf8');
    expect(text).toContain('Réf;Nom;Prénom;Mobile');
    expect(text).toContain('A3;Durand;Zoé');
    expect(text).toContain('A5;Béranger;Luc');
    expect(text).not.toContain('Lefèvre');
  });

  it('is stored by one button, which says how many leads come in', async () => {
    await page.getByRole('button', { name: 'Importer 2 fiches' }).click();
    await page.getByText('Import terminé').waitFor();
    expect(await leads()).toEqual([
      {
        reference: 'A1',
        first_name: 'Hélène',
        last_name: 'Müller',
        phone_number: '+33639980201',
        postal_code: '01000',
        comment: 'à rappeler',
        state: 'open',
      },
      expect.objectContaining({ reference: 'A2', phone_number: '+33639980202', state: 'open' }),
    ]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('stands in the list with its history, and can be undone as a whole', async () => {
    await page.goto(`${centre.origin}/campaigns/${campaignId}?tab=lists`);
    const list = page.getByRole('article', { name: 'clients' });
    await list.getByRole('button', { name: 'Imports (1)' }).click();
    await list.getByRole('button', { name: 'Retirer l’import de clients.csv' }).click();
    await page.getByText('2 fiches créées par cet import seront retirées.').waitFor();
    await page.getByRole('button', { name: 'Retirer l’import', exact: true }).click();
    await list.getByText('Retiré').waitFor();
    expect(await leads()).toEqual([]);
  });

  it('goes on by itself after a lost connection, where it stopped', async () => {
    await page.goto(`${centre.origin}/campaigns/${campaignId}/import`);
    let lost = 0;
    await page.route('**/v1/uploads/*', async (route) => {
      if (route.request().method() !== 'PATCH' || lost > 0) return route.fallback();
      lost += 1;
      return route.abort('connectionreset');
    });
    await choose('encore.csv');
    await page.getByText('Connexion perdue').waitFor();
    await page.getByText('Premières lignes, comme elles seront enregistrées').waitFor();
    expect(lost).toBe(1);
  });

  it.each(['import', 'leads', '?tab=lists'])(
    '%s has no serious fault of accessibility, in English either',
    async (path) => {
      const address = path.startsWith('?') ? path : `/${path}`;
      await page.goto(`${centre.origin}/campaigns/${campaignId}${address}`);
      await page.getByRole('heading').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByText('English', { exact: true }).first().click();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByText('Français', { exact: true }).first().click();
    },
  );
});
