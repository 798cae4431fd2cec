import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { eventually, password } from './real-centre.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core');

/** A new window of somebody's, logged in, in French; the page's own policy is set aside for axe alone. */
export async function windowOf(browser: Browser, origin: string, login: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'fr-FR',
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByLabel('Identifiant').fill(login);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
}

/** A page for somebody who has no account, opened by the link that they were sent. */
export async function publicPage(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', bypassCSP: true });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** What axe finds of serious or critical on the page in French, then in English; French again at the end. */
export async function faultsInBothLanguages(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [word, code] of [
    ['Français', 'fr'],
    ['English', 'en'],
  ] as const) {
    await page.getByText(word, { exact: true }).first().click();
    await page.locator(`html[lang=${code}]`).waitFor();
    // Grey boxes stand where something is still read.
    await eventually('all is read', async () => (await page.locator('.mantine-Skeleton-root').count()) === 0);
    faults.push(...(await seriousFaults(page)));
  }
  await page.getByText('Français', { exact: true }).first().click();
  await page.locator('html[lang=fr]').waitFor();
  return faults;
}

/** What axe finds of serious or critical on the page: each rule, with the first place that breaks it. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
