import type { CampaignId } from '@alize/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsInBothLanguages, publicPage } from './console-window.ts';
import { linkIn, partOf } from './mail-receiver.ts';
import { addWebhook, downloaded, importList, makeCampaign, open, startCampaign } from './manager-deeds.ts';
import { expectSoundAttempts } from './real-campaign.ts';
import { followScript, type StepDeeds, tick } from './script-reader.ts';
import type { Stage } from './stage.ts';

const rows = ['Réf;Civilité;Nom;Prénom;Mobile;CP;Ville', 'B1;Mme;Durand;Claire;0639980011;35000;Rennes'];

/** Somebody who wants the adviser to come to their home, at the first time that is free. */
const answers: StepDeeds = {
  Présentation: (step) => step.getByRole('checkbox', { name: 'Tout est dit' }).check(),
  Situation: (step) => tick(step, 'Occupation du logement', 'Propriétaire'),
  Proposition: (step) => tick(step, 'Rendez-vous', 'Oui, à domicile'),
  async Adresse(step) {
    await step.getByLabel('Numéro et rue').fill('12 rue des Essais');
    await step.getByLabel('Code postal').fill('35000');
    await step.getByLabel('Ville').fill('Rennes');
  },
  async 'Rendez-vous'(step) {
    await step.getByRole('button', { name: /^Prochain créneau/ }).click();
    await step.getByRole('button', { name: 'Libérer' }).waitFor();
    await step.getByLabel('Adresse électronique').fill('claire.durand@example.org');
  },
};

/** The life of an appointment: a time held and booked in a call, told, confirmed by the person, exported. */
export function describeAppointments(openedStage: () => Stage): void {
  describe('appointments', () => {
    let stage: Stage;
    let campaignId: CampaignId;
    let secret: string;
    beforeAll(() => {
      stage = openedStage();
    });

    const appointments = () => stage.centre.database.db.selectFrom('appointment').selectAll().execute();

    it('are set up with a calendar, their booking and a list', async () => {
      const { manager } = stage;
      await open(stage, '/calendars/new');
      await manager.getByRole('textbox', { name: 'Nom', exact: true }).fill('Agence de Rennes');
      await manager.getByRole('button', { name: 'Créer l’agenda' }).click();
      await manager.getByRole('heading', { name: 'Agence de Rennes' }).waitFor();
      campaignId = await makeCampaign(stage, {
        ...{
          name: 'Bilan habitation',
          kind: 'Prise de rendez-vous',
          purpose: 'Offre liée à un contrat en cours',
        },
        script: 'Prise de rendez-vous habitation',
      });
      await importList(stage, campaignId, rows);
      await open(stage, `/campaigns/${campaignId}/booking`);
      await manager.getByRole('checkbox', { name: 'Agence de Rennes' }).check();
      await manager.getByRole('switch', { name: 'Confirmation par courriel' }).check();
      await manager.getByRole('button', { name: 'Enregistrer' }).click();
      await manager.getByText('Réglages des rendez-vous enregistrés.').waitFor();
      secret = await addWebhook(stage, 'Un rendez-vous est fixé');
    });

    it('are agreed in a call: a time is held while it lasts, and booked with its success', async () => {
      const { centre } = stage;
      const agent = await stage.agent();
      await startCampaign(stage, campaignId);
      await agent.callAppears();
      const steps = await followScript(agent.page, answers);
      expect(steps).toEqual([
        ...[
          'Présentation',
          'Situation',
          'Changements',
          'Proposition',
          'Adresse',
          'Rendez-vous',
          'Conclusion',
        ],
      ]);
      expect(await appointments()).toMatchObject([{ state: 'held' }]);
      await agent.hangUp();
      await agent.succeed();
      expect(await appointments()).toMatchObject([{ state: 'booked', held_until: null }]);
      await expectSoundAttempts(centre);
    });

    it('are told to the client’s CRM, signed', async () => {
      const [appointment] = await appointments();
      const [told] = await stage.crm.told('appointment.booked', secret);
      expect(told?.data).toMatchObject({
        ...{ appointmentId: appointment?.id, campaignId, calendarName: 'Agence de Rennes' },
      });
    });

    it('are confirmed by the person, who has them by e-mail with an invitation for their calendar', async () => {
      const { browser, mail } = stage;
      const message = await mail.mailTo('claire.durand@example.org');
      const [appointment] = await appointments();
      const start = new Date(Number(appointment?.starts_at)).toISOString().replaceAll(/[-:]|\.000/g, '');
      expect(partOf(message, 'text/calendar')).toContain(`DTSTART:${start}`);
      const person = await publicPage(browser, linkIn(message, 'rdv'));
      expect(await faultsInBothLanguages(person)).toEqual([]);
      await person.getByRole('button', { name: 'Je viendrai' }).click();
      await person.getByRole('heading', { name: 'C’est noté, à bientôt' }).waitFor();
      await person.context().close();
    });

    it('stand among the appointments, confirmed, and in the exports', async () => {
      const { manager } = stage;
      await open(stage, '/appointments');
      const row = manager.getByRole('row', { name: /Durand/ });
      await row.getByText('Confirmé').waitFor();
      const csv = await downloaded(manager, async () => {
        await manager.getByRole('button', { name: 'Exporter' }).click();
        await manager.getByRole('menuitem', { name: 'CSV' }).click();
      });
      expect(csv.trim().split('\n')).toHaveLength(2);
      expect(csv).toContain('Durand');
      await row.getByRole('button', { name: /Durand/ }).click();
      await manager.getByText('La personne a dit qu’elle viendra').waitFor();
    });
  });
}
