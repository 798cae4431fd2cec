import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { password } from './real-centre.ts';

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

/** What axe finds of serious or critical on the page, by rule. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
    };
    return (await axe.run()).violations;
  });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}
