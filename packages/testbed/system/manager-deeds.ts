import { type CampaignId, isId } from '@alize/model';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** Goes to a page of the console by its address. */
export async function open({ manager, centre }: Stage, path: string): Promise<void> {
  await manager.goto(`${centre.origin}${path}`);
  await manager.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Chooses from a list that opens. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.locator('input').and(page.getByLabel(label)).first().click();
  await page.getByRole('option', { name: option }).click();
}

/** A campaign that may dial at any hour, made in the editor. */
export async function makeCampaign(
  stage: Stage,
  campaign: {
    readonly name: string;
    readonly kind: string;
    readonly purpose: string;
    readonly script: string;
  },
): Promise<CampaignId> {
  const { manager } = stage;
  await open(stage, '/campaigns/new');
  await manager.getByRole('textbox', { name: 'Nom', exact: true }).fill(campaign.name);
  await choose(manager, 'Type', campaign.kind);
  await choose(manager, 'Finalité', campaign.purpose);
  await choose(manager, 'Script', campaign.script);
  await choose(manager, 'Équipe', 'Miora Ravalison');
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: 'Tous les jours, 24 h' }).click();
  await manager.getByRole('textbox', { name: 'Après-appel (s)' }).fill('300');
  await manager.getByRole('button', { name: 'Créer la campagne' }).click();
  // Its leads are what it needs next.
  await manager.getByRole('heading', { name: 'Importer un fichier' }).waitFor();
  const id = new URL(manager.url()).pathname.split('/')[2];
  if (!isId('campaign', id)) throw new Error(`No campaign was made: ${manager.url()}`);
  return id;
}

/** A file as a French spreadsheet writes it goes through upload, check and import. */
export async function importList(
  stage: Stage,
  campaignId: CampaignId,
  rows: readonly string[],
): Promise<void> {
  const { manager } = stage;
  await open(stage, `/campaigns/${campaignId}/import`);
  const file = {
    name: 'clients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n'), 'latin1'),
  };
  await manager.locator('input[type=file]').first().setInputFiles(file);
  await manager.getByRole('button', { name: 'Contrôler tout le fichier' }).click();
  await manager.getByRole('button', { name: /^Importer/ }).click();
  await manager.getByText('Import terminé').waitFor();
}

/** The client's CRM is told of one kind of fact; answers the secret, which is shown this once. */
export async function addWebhook(stage: Stage, kind: string): Promise<string> {
  const { manager, crm } = stage;
  await open(stage, '/integrations?tab=webhooks');
  await manager.getByRole('button', { name: 'Ajouter un webhook' }).first().click();
  await manager.getByRole('textbox', { name: 'Adresse' }).fill(crm.url);
  await manager.getByRole('radio', { name: 'Seulement ceci' }).check();
  await manager.getByRole('checkbox', { name: kind }).check();
  await manager.getByRole('button', { name: 'Créer' }).click();
  const secret = (await manager.getByText(/^whsec_/).textContent()) ?? '';
  await manager.getByRole('button', { name: 'Je l’ai copié' }).click();
  return secret;
}

export async function startCampaign(stage: Stage, campaignId: CampaignId): Promise<void> {
  await open(stage, `/campaigns/${campaignId}`);
  await stage.manager.getByRole('button', { name: 'Démarrer' }).click();
}

/** The text of what a deed has the browser download. */
export async function downloaded(page: Page, deed: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), deed()]);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
