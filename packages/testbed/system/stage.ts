import type { Browser, Page } from 'playwright-core';
import { BrowserAgent, startBrowser } from './browser-agent.ts';
import { windowOf } from './console-window.ts';
import { MailReceiver } from './mail-receiver.ts';
import { stopDemonstration } from './real-campaign.ts';
import { password, RealCentre, type RealCentreOptions } from './real-centre.ts';
import { WebhookReceiver } from './webhook-receiver.ts';

/** A centre with what a campaign reaches in the world: a mail server, a client's CRM, and people at their browsers. */
export interface Stage {
  readonly centre: RealCentre;
  readonly browser: Browser;
  readonly mail: MailReceiver;
  readonly crm: WebhookReceiver;
  /** The window of the one who is in charge of campaigns. */
  readonly manager: Page;
  /** The one agent, who has taken their seat and asks for calls. */
  agent(): Promise<BrowserAgent>;
  close(): Promise<void>;
}

/** Starts all of it; the demonstration's own campaigns call nobody. */
export async function openStage(
  options: Pick<RealCentreOptions, 'name' | 'portFrom' | 'isFake'>,
): Promise<Stage> {
  const [mail, crm, browser] = await Promise.all([
    MailReceiver.start(),
    WebhookReceiver.start(),
    startBrowser(),
  ]);
  const centre = await RealCentre.start({
    ...options,
    env: {
      ALIZE_SMTP_URL: mail.url,
      ALIZE_MAIL_FROM: 'Assurances Boréal <contact@example.org>',
      ALIZE_PRIVATE_HOSTS: '127.0.0.1',
    },
  });
  await stopDemonstration(await centre.logIn('responsable'));
  const manager = await windowOf(browser, centre.origin, 'responsable');
  const sound = options.isFake ? 'none' : 'opus';
  let seated: Promise<BrowserAgent> | null = null;
  const takeSeat = async () => {
    const agent = await BrowserAgent.takeSeat(browser, centre.origin, 'agent', password, sound);
    await agent.becomeReady();
    return agent;
  };
  return {
    ...{ centre, browser, mail, crm, manager },
    agent: () => {
      seated ??= takeSeat();
      return seated;
    },
    async close() {
      await browser.close();
      await centre.stop();
      await mail.stop();
      crm.stop();
    },
  };
}
