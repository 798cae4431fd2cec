import type { CampaignId } from '@alize/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsInBothLanguages, publicPage } from './console-window.ts';
import { linkIn } from './mail-receiver.ts';
import {
  addWebhook,
  choose,
  downloaded,
  importList,
  makeCampaign,
  open,
  startCampaign,
} from './manager-deeds.ts';
import { expectSoundAttempts } from './real-campaign.ts';
import { followScript, type StepDeeds, tick } from './script-reader.ts';
import type { Stage } from './stage.ts';

const rows = ['Réf;Civilité;Nom;Prénom;Mobile;Courriel', 'C1;M.;Petit;Luc;0639980021;luc@example.org'];

/** Somebody who decides soon, and whose address was wrong. */
const answers: StepDeeds = {
  Présentation: (step) => step.getByRole('checkbox', { name: 'Tout est dit' }).check(),
  Projet: (step) => tick(step, 'Échéance du projet', 'Dans les trois mois'),
  async Situation(step) {
    await tick(step, 'Situation professionnelle', 'Retraité');
    await step.getByLabel('Personnes à couvrir').fill('3');
  },
  Décision: (step) => tick(step, 'Qui décide', 'La personne elle-même'),
  Coordonnées: (step) => step.getByLabel('Adresse électronique').fill('luc.petit@example.org'),
};

/** The life of a qualified lead: scored in a call, handed over, rejected by the client, counted. */
export function describeQualifiedLeads(openedStage: () => Stage): void {
  describe('qualified leads', () => {
    let stage: Stage;
    let campaignId: CampaignId;
    let secret: string;
    beforeAll(() => {
      stage = openedStage();
    });

    it('are not called for with the script of another kind, unless that is meant', async () => {
      const { manager } = stage;
      const id = await makeCampaign(stage, {
        ...{ name: 'Bilan', kind: 'Prise de rendez-vous', purpose: 'Offre liée à un contrat en cours' },
        script: 'Qualification complémentaire santé',
      });
      await startCampaign(stage, id);
      const dialog = manager.getByRole('dialog', { name: 'Le script ne convient pas à cette campagne' });
      await dialog.getByRole('listitem').filter({ hasText: 'rendez-vous' }).waitFor();
      await manager.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await manager.getByRole('button', { name: 'Démarrer', exact: true }).waitFor();
    });

    it('are handed over once that is set up', async () => {
      const { manager } = stage;
      campaignId = await makeCampaign(stage, {
        ...{ name: 'Santé', kind: 'Qualification de fiches', purpose: 'Offre liée à un contrat en cours' },
        script: 'Qualification complémentaire santé',
      });
      await importList(stage, campaignId, rows);
      await open(stage, `/campaigns/${campaignId}/handover?view=settings`);
      await manager.getByRole('switch', { name: 'Transmettre chaque fiche qualifiée' }).check();
      await manager.getByLabel('Adresses du donneur d’ordre').fill('commercial@example.org');
      await manager.getByRole('switch', { name: 'Ajouter chaque fiche au fichier CSV du jour' }).check();
      await manager.getByLabel('Motifs de refus proposés').fill('Déjà client\nHors secteur');
      await manager.getByRole('button', { name: 'Enregistrer' }).click();
      await manager.getByText('Enregistré.').waitFor();
      secret = await addWebhook(stage, 'Une fiche est qualifiée et transmise');
    });

    it('come of a call whose answers qualify, and the agent sees the score grow', async () => {
      const { centre } = stage;
      const agent = await stage.agent();
      await startCampaign(stage, campaignId);
      await agent.callAppears();
      const score = agent.page.getByRole('region', { name: 'Score' });
      const steps = await followScript(agent.page, {
        ...answers,
        async Situation(step) {
          await score.getByText('Il manque 20 points pour qualifier.').waitFor();
          await answers.Situation?.(step);
          await score.getByText('Fiche qualifiée.').waitFor();
        },
      });
      expect(steps).toEqual(['Présentation', 'Projet', 'Situation', 'Décision', 'Coordonnées', 'Conclusion']);
      await agent.hangUp();
      await agent.succeed();
      await expectSoundAttempts(centre);
    });

    it('are told to the client’s CRM, signed', async () => {
      const [told] = await stage.crm.told('lead.qualified', secret);
      expect(told?.data).toMatchObject({
        campaignId,
        score: { points: 85, stageLabel: 'Prêt à souscrire' },
        answers: { projet: 'trois-mois', statut: 'retraite', foyer: 3, decideur: 'seul' },
      });
    });

    it('are rejected with a reason by the client, who has them by e-mail', async () => {
      const { browser, mail } = stage;
      const client = await publicPage(browser, linkIn(await mail.mailTo('commercial@example.org'), 'fiche'));
      expect(await faultsInBothLanguages(client)).toEqual([]);
      await client.getByRole('heading', { name: /Petit/ }).waitFor();
      await client.getByRole('button', { name: 'Refuser la fiche' }).click();
      await choose(client, 'Motif', 'Déjà client');
      await client.getByRole('button', { name: 'Refuser la fiche' }).click();
      await client.getByText('Motif : Déjà client').waitFor();
      await client.context().close();
    });

    it('count in the rate of acceptance of their agent and list, with the reason', async () => {
      const { manager } = stage;
      await open(stage, `/campaigns/${campaignId}/handover?view=rates`);
      await manager
        .getByRole('region', { name: 'Acceptation' })
        .getByText(/^0\s?%/)
        .waitFor();
      await manager.getByRole('region', { name: 'Par agent' }).getByText('Miora Ravalison').first().waitFor();
      await manager
        .getByRole('region', { name: 'Motifs de refus' })
        .getByText('Déjà client')
        .first()
        .waitFor();
    });

    it('lie in the file of the day', async () => {
      const { manager } = stage;
      await open(stage, `/campaigns/${campaignId}/handover?view=settings`);
      const csv = await downloaded(manager, () => manager.getByRole('link', { name: /\.csv$/ }).click());
      expect(csv.trim().split('\r\n')).toHaveLength(2);
      expect(csv).toContain('luc.petit@example.org');
    });

    it('keep what the call corrected, with what stood there before', async () => {
      const { manager } = stage;
      await open(stage, `/campaigns/${campaignId}/leads`);
      await manager.getByRole('button', { name: /Ouvrir la fiche .*Petit/ }).click();
      const change = manager.getByRole('listitem').filter({ hasText: 'luc.petit@example.org' });
      await change.getByText('luc@example.org', { exact: true }).waitFor();
    });
  });
}
