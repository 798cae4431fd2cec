import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationBehaviour } from '@alize/infra';
import { readSettings } from '@alize/runtime';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Takes the pictures of the README from a running demonstration, into this folder: the agent desktop in a call, the live
 * view at the same moment, and the answer to whether a number may be called.
 *
 *   node docs/images/take-screenshots.ts        with the settings of the one that runs
 *
 * It works as an agent would, so run it soon after the first start, while the survey has leads left.
 */
const { dataFolder, origin } = readSettings(process.env);
/** So many calls are hung up on and disposed of first, that the pictures show a day at work. */
const callsBefore = 3;
/** A call for the pictures lasts at least this long by itself. */
const staySeconds = 30;

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    '--mute-audio',
  ],
});
try {
  const live = await windowOf(browser, 'superviseur');
  await live.goto(`${origin}/live`);
  const desk = await windowOf(browser, 'agent');
  await desk.getByRole('button', { name: 'Prendre mon poste' }).click();
  await desk.getByText('Ligne connectée').waitFor();
  await desk.getByRole('button', { name: 'Me rendre disponible' }).click();
  await callOfAPatientPerson(desk);
  await goToSecondStep(desk);
  await desk.screenshot({ path: join(import.meta.dirname, 'desk.png') });
  await live.screenshot({ path: join(import.meta.dirname, 'live.png') });
  await finish(desk);
  await ask(live);
  await live.screenshot({ path: join(import.meta.dirname, 'ruling.png') });
} finally {
  await browser.close();
}

/** May this number be called now? The law asks for a consent, and none is said to be on record. */
async function ask(page: Page): Promise<void> {
  await page.goto(`${origin}/compliance`);
  await page.locator('input').and(page.getByLabel('Numéro présenté')).fill('01 62 00 00 01');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Numéro', exact: true }).fill('06 12 34 56 78');
  await page.keyboard.press('Enter');
  await page.locator('[data-decision]').waitFor();
}

/** A window of somebody's, logged in with the first password. */
async function windowOf(from: Browser, login: string): Promise<Page> {
  const context = await from.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'fr-FR',
    permissions: ['microphone'],
  });
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByLabel('Identifiant').fill(login);
  await page.getByLabel('Mot de passe').fill(passwordOf(login));
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/log-in'));
  return page;
}

function passwordOf(login: string): string {
  const lines = readFileSync(join(dataFolder, 'first-log-ins.txt'), 'utf8').split('\n');
  const password = lines.find((line) => line.startsWith(`${login}\t`))?.split('\t')[1];
  if (!password) throw new Error(`first-log-ins.txt has no password of ${login}`);
  return password;
}

/** Takes calls until one is with a person who stays on the line; hangs up on the others. */
async function callOfAPatientPerson(desk: Page): Promise<void> {
  for (let calls = 0; ; calls += 1) {
    await desk.getByRole('button', { name: 'Raccrocher' }).waitFor({ timeout: 300_000 });
    const behaviour = demonstrationBehaviour(await endingOf(desk));
    const isPatient = behaviour.kind === 'person' && behaviour.staySeconds >= staySeconds;
    if (calls >= callsBefore && isPatient) return;
    await desk.waitForTimeout(4_000);
    await finish(desk, behaviour.kind === 'person' ? 'Succès' : 'Répondeur');
  }
}

/** The last two digits of the number of the call on the screen. */
async function endingOf(desk: Page): Promise<number> {
  const answer = await desk.request.get(`${origin}/v1/agent`);
  const { call } = await answer.json();
  return Number(String(call?.lead.phoneNumber).slice(-2));
}

/** Hangs up, if that is still to be done, and chooses the disposition. */
async function finish(desk: Page, disposition = 'Succès'): Promise<void> {
  await desk.keyboard.press('Control+Shift+H');
  await desk.getByText('Comment s’est terminé l’appel').waitFor();
  await desk.getByRole('button', { name: disposition }).click();
  await desk.getByText('Comment s’est terminé l’appel').waitFor({ state: 'hidden' });
}

async function goToSecondStep(desk: Page): Promise<void> {
  await desk.getByLabel('J’ai dit cette mention').click();
  await desk.getByRole('button', { name: 'Suivant' }).click();
  await desk.getByLabel('Oui').click();
  await desk.getByText('Réponses enregistrées').waitFor();
}
