import type { CampaignId } from '@alize/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsInBothLanguages, publicPage } from './console-window.ts';
import { linkIn } from './mail-receiver.ts';
import { addWebhook, downloaded, importList, makeCampaign, open, startCampaign } from './manager-deeds.ts';
import { expectSoundAttempts } from './real-campaign.ts';
import { eventually } from './real-centre.ts';
import { answerOnWeb, followScript, type StepDeeds, tick } from './script-reader.ts';
import type { Stage } from './stage.ts';

/** Two women and two men; one of each is wanted. */
const rows = [
  'Réf;Civilité;Nom;Prénom;Mobile;Courriel',
  'A1;Mme;Durand;Claire;0639980001;claire.durand@example.org',
  'A2;Mme;Marin;Anne;0639980002;anne.marin@example.org',
  'A3;M.;Petit;Luc;0639980003;luc.petit@example.org',
  'A4;M.;Roussel;Marc;0639980004;marc.roussel@example.org',
];

/** Somebody who had to do with the client lately, and would not recommend it. */
const answers: StepDeeds = {
  Présentation: (step) => step.getByRole('checkbox', { name: 'Tout est dit' }).check(),
  Accord: (step) => tick(step, 'Accepte de répondre', 'Oui'),
  async Profil(step) {
    await tick(step, 'Titulaire du contrat', 'Oui');
    await tick(step, 'Tranche d’âge', 'De 35 à 49 ans');
  },
  async Satisfaction(step) {
    await tick(step, 'Satisfaction générale', '7');
    await tick(step, 'Recommanderait', '5');
  },
  'Aspects du contrat': (step) => step.getByRole('radio', { name: 'Le prix : Plutôt pas satisfait' }).check(),
  'Dernier contact': (step) => tick(step, 'Contact récent', 'Oui'),
  'Qualité de l’accueil': (step) => step.getByRole('checkbox', { name: 'Attente trop longue' }).check(),
  Attentes: (step) => step.getByLabel('Raison de l’insatisfaction').fill('Trop d’attente au téléphone'),
};
const web: StepDeeds = {
  ...answers,
  Présentation: async () => {},
  'Dernier contact': (step) => tick(step, 'Contact récent', 'Non'),
};

/** The life of a survey: quotas, an interview on the web and one by telephone, full cells, the report. */
export function describeSurvey(openedStage: () => Stage): void {
  describe('a survey', () => {
    let stage: Stage;
    let campaignId: CampaignId;
    let secret: string;
    beforeAll(() => {
      stage = openedStage();
    });

    it('is set up with its quotas and its list', async () => {
      const { manager } = stage;
      campaignId = await makeCampaign(stage, {
        ...{ name: 'Satisfaction', kind: 'Enquête', purpose: 'Étude ou sondage' },
        script: 'Enquête de satisfaction',
      });
      await open(stage, `/campaigns/${campaignId}/quotas`);
      await manager.getByRole('button', { name: 'Sexe et âge' }).click();
      await manager.getByRole('button', { name: 'Retirer le critère Âge' }).click();
      await manager.getByLabel('Objectif : Femmes').fill('1');
      await manager.getByLabel('Objectif : Hommes').fill('1');
      await manager.getByRole('button', { name: 'Enregistrer' }).click();
      await manager.getByText('Entretiens réalisés').waitFor();
      await open(stage, `/campaigns/${campaignId}/survey?view=settings`);
      await manager.getByRole('switch', { name: 'Les personnes peuvent répondre par un lien' }).click();
      await manager.getByRole('link', { name: 'Télécharger les liens (CSV)' }).waitFor();
      await importList(stage, campaignId, rows);
      secret = await addWebhook(stage, 'Un quota est rempli');
    });

    it('is answered on the web by somebody who was sent their link', async () => {
      const { manager, browser, mail } = stage;
      await open(stage, `/campaigns/${campaignId}/leads`);
      await manager.getByRole('button', { name: /Ouvrir la fiche .*Petit/ }).click();
      await manager.getByRole('button', { name: 'L’envoyer par courriel' }).click();
      const person = await publicPage(browser, linkIn(await mail.mailTo('luc.petit@example.org'), 'enquete'));
      expect(await faultsInBothLanguages(person)).toEqual([]);
      await person.getByText('reprendre plus tard par le même lien').waitFor();
      const steps = await answerOnWeb(person, web);
      expect(steps).not.toContain('Qualité de l’accueil');
      await person.getByText('Merci d’avoir répondu').waitFor();
      await person.context().close();
    });

    it('is answered on the telephone, by the questions that the answers lead to', async () => {
      const agent = await stage.agent();
      await startCampaign(stage, campaignId);
      await agent.callAppears();
      const steps = await followScript(agent.page, answers);
      expect(steps).toEqual([
        ...['Présentation', 'Accord', 'Profil'],
        ...(steps[3] === 'Satisfaction'
          ? ['Satisfaction', 'Aspects du contrat']
          : ['Aspects du contrat', 'Satisfaction']),
        ...['Dernier contact', 'Qualité de l’accueil', 'Attentes', 'Conclusion'],
      ]);
      await agent.hangUp();
      await agent.succeed();
    });

    it('calls nobody of a full cell', async () => {
      const { centre, crm, manager } = stage;
      await eventually('nobody is left to call', async () => {
        const row = await centre.database.db
          .selectFrom('campaign')
          .select('blocked_reason')
          .where('id', '=', campaignId)
          .executeTakeFirst();
        return row?.blocked_reason?.startsWith('no_lead') ?? false;
      });
      const called = centre.invites().filter((number) => number.startsWith('+3363998000'));
      expect(called).toEqual([expect.stringMatching(/[12]$/)]);
      await expectSoundAttempts(centre);
      const filled = await crm.told('quota.filled', secret, 2);
      expect(filled).toHaveLength(2);
      await open(stage, `/campaigns/${campaignId}/quotas`);
      await manager.getByText('Pleine').nth(1).waitFor();
    });

    it('stands in the report and in its exports, each with its answers', async () => {
      const { manager } = stage;
      await open(stage, `/campaigns/${campaignId}/survey`);
      await manager.getByText('1 complets par téléphone, 1 par internet').waitFor();
      const csv = await downloaded(manager, async () => {
        await manager.getByRole('button', { name: 'Exporter' }).click();
        await manager.getByRole('menuitem', { name: 'Données (CSV)' }).click();
      });
      expect(csv.trim().split('\n')).toHaveLength(3);
      expect(csv.match(/Trop d’attente au téléphone/g)).toHaveLength(2);
    });
  });
}
