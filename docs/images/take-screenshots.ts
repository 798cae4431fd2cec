import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationBehaviour } from '@alize/infra';
import { readSettings } from '@alize/runtime';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Takes the pictures of the documents from a running demonstration, into this folder: the agent desktop in a call, the
 * live view at the same moment, the answer to whether a number may be called, how the survey was paced, a forecast, and
 * the check of a file before it is imported.
 *
 *   node docs/images/take-screenshots.ts                    with the settings of the one that runs
 *   node docs/images/take-screenshots.ts pacing forecast    only these
 *
 * It makes the survey predictive and works as an agent would, so run it soon after the first start, while the survey
 * has leads left.
 */
const asked = process.argv.slice(2);
const isAsked = (...names: readonly string[]) =>
  asked.length === 0 || names.some((name) => asked.includes(name));
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
  const manager = await windowOf(browser, 'responsable');
  const survey = await predictiveSurvey(manager);
  if (isAsked('desk', 'live')) await takeDeskAndLive();
  if (isAsked('ruling')) await takeRuling(manager);
  if (isAsked('pacing')) await takePacing(manager, survey);
  if (isAsked('forecast')) await takeForecast(manager, survey);
  if (isAsked('import')) await takeImport(manager, survey);
} finally {
  await browser.close();
}

async function takeDeskAndLive(): Promise<void> {
  const live = await windowOf(browser, 'superviseur');
  await live.goto(`${origin}/live`);
  const desk = await windowOf(browser, 'agent');
  await desk.getByRole('button', { name: 'Prendre mon poste' }).click();
  await desk.getByText('Ligne connectée').waitFor();
  await desk.getByRole('button', { name: 'Me rendre disponible' }).click();
  await callOfAPatientPerson(desk);
  await goToSecondStep(desk);
  await save(desk, 'desk');
  await save(live, 'live');
  await finish(desk);
}

async function takeRuling(page: Page): Promise<void> {
  await ask(page);
  await save(page, 'ruling');
}

/** Why did agents wait at that instant? The quarter of an hour before now, a minute back. */
async function takePacing(page: Page, survey: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${origin}/campaigns/${survey}?tab=pacing`);
  await page.getByText('15 min').click();
  const slider = page.getByRole('slider').first();
  await slider.focus();
  for (let steps = 0; steps < 12; steps += 1) await slider.press('ArrowLeft');
  await page.getByText('À cet instant').waitFor();
  await page.waitForTimeout(1_000);
  await save(page, 'pacing');
}

/** What six agents would bring on a day from nine to six, in two modes, and what one more. */
async function takeForecast(page: Page, survey: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${origin}/campaigns/${survey}?tab=forecast`);
  const run = page.getByRole('button', { name: 'Lancer la simulation' });
  await run.waitFor();
  // As it is set, the other way to dial, and one agent more.
  for (const [index, agents] of ['6', '6', '7'].entries()) {
    await page.getByRole('textbox', { name: 'Agents', exact: true }).nth(index).fill(agents);
    await page.getByRole('textbox', { name: 'Fiches' }).nth(index).fill('20000');
    await page.getByPlaceholder('de', { exact: true }).nth(index).fill('09:00');
    await page.getByPlaceholder('à', { exact: true }).nth(index).fill('18:00');
  }
  await run.click();
  const results = page.getByRole('heading', { name: 'Résultats' });
  await results.waitFor({ timeout: 150_000 });
  await results.evaluate((heading) => heading.scrollIntoView());
  await page.evaluate(() => window.scrollBy(0, -80));
  await page.waitForTimeout(1_000);
  await save(page, 'forecast');
}

/** What a file of a client would bring; it is given up after the picture. */
async function takeImport(page: Page, survey: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${origin}/campaigns/${survey}/import`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'clients-novembre.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(clientFile(4_800), 'latin1'),
    });
  await page.getByRole('button', { name: 'Contrôler tout le fichier' }).click();
  await page.getByRole('button', { name: /^Importer/ }).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_000);
  await save(page, 'import');
  await page.getByRole('button', { name: 'Abandonner' }).click();
}

/** A file as a French spreadsheet writes it, with the faults that such files have; the numbers are of fiction. */
function clientFile(rows: number): string {
  const towns = ['1000;Bourg-en-Bresse', '75011;Paris', '6000;Nice', '35000;Rennes', '13008;Marseille'];
  const lines = Array.from({ length: rows }, (_, at) => {
    const digits = String(at % 4_600).padStart(4, '0');
    const mobile = at % 60 === 7 ? '3,36123E+10' : at % 75 === 9 ? 'liste rouge' : `63998${digits}`;
    const landline = at % 3 === 0 ? `01 99 00 ${digits.slice(0, 2)} ${digits.slice(2)}` : '';
    const town = towns[at % towns.length] ?? '';
    return `C${10_000 + at};Mme;CLAIRE;DURAND;${mobile};${landline};${town};Contact${at}@EXEMPLE.fr`;
  });
  return ['Réf. client;Civilité;Prénom;Nom;Mobile;Tél. fixe;Code postal;Ville;Courriel', ...lines].join(
    '\r\n',
  );
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
}

/** The demonstration's running campaign, made predictive; its id. */
async function predictiveSurvey(manager: Page): Promise<string> {
  const { data } = await (await manager.request.get(`${origin}/v1/campaigns`)).json();
  const survey = data.find(({ state }: { state: string }) => state === 'running');
  if (!survey) throw new Error('No campaign is running: start the survey, then run this again.');
  const address = `${origin}/v1/campaigns/${survey.id}`;
  await manager.request.patch(address, { headers: { origin }, data: { dialMode: 'predictive' } });
  return survey.id;
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
