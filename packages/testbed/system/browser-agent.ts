import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { eventually } from './real-centre.ts';

/** Packets of sound that the agent's browser has sent and received so far. */
export interface RtpCount {
  readonly sent: number;
  readonly received: number;
}

/**
 * Chromium as a centre has it, with a microphone that hums; nothing of it calls home. Agents sit at machines of their
 * own, so here the browser gives way to the servers (nice). Where root runs it, it would put itself before them (-8, and
 * real time for sound): there it goes without the right to.
 */
export function startBrowser(): Promise<Browser> {
  const program = process.env.ALIZE_TEST_CHROMIUM || '/usr/bin/chromium';
  const executablePath = join(mkdtempSync(join(tmpdir(), 'alize-browser-')), 'chromium');
  const givingWay = process.getuid?.() === 0 ? 'setpriv --bounding-set=-sys_nice nice -n 10' : 'nice -n 10';
  writeFileSync(executablePath, `#!/bin/sh\nexec ${givingWay} ${program} "$@"\n`, { mode: 0o755 });
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const media = [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    '--autoplay-policy=no-user-gesture-required',
    '--mute-audio',
  ];
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet, ...media] });
}

/** Keeps every peer connection of the page at hand, to ask it for its packet counts. */
const keepConnections = () => {
  const kept: RTCPeerConnection[] = [];
  Object.assign(window, { alizeConnections: kept });
  window.RTCPeerConnection = class extends window.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      kept.push(this);
    }
  };
};

/** A humming microphone has no echo; ten agents on two cores are spared the work of cancelling it. */
const spareEchoCancelling = () => {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (asked) =>
    open({ ...asked, audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
};

/** Speaks G.711 alone: ten times less work than Opus for whoever plays ten agents at once. */
const speakG711 = () => {
  RTCPeerConnection.prototype.createOffer = new Proxy(RTCPeerConnection.prototype.createOffer, {
    apply(offer, connection: RTCPeerConnection, asked) {
      const codecs = RTCRtpSender.getCapabilities('audio')?.codecs ?? [];
      const g711 = codecs.filter(({ mimeType }) => mimeType === 'audio/PCMA');
      for (const transceiver of connection.getTransceivers()) transceiver.setCodecPreferences(g711);
      return Reflect.apply(offer, connection, asked);
    },
  });
};

const countPackets = async () => {
  const { alizeConnections } = window as unknown as { alizeConnections: RTCPeerConnection[] };
  const count = { sent: 0, received: 0 };
  for (const connection of alizeConnections) {
    for (const report of (await connection.getStats()).values()) {
      if (report.type === 'outbound-rtp') count.sent += report.packetsSent;
      if (report.type === 'inbound-rtp') count.received += report.packetsReceived;
    }
  }
  return count;
};

/** An agent at the desk: what they see and click, by the names that the page gives to people. */
export class BrowserAgent {
  readonly page: Page;
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  /** Logs in, passes the headset check and takes the seat; resolves when the line is up. The fake Asterisk has none. */
  static async takeSeat(
    browser: Browser,
    origin: string,
    login: string,
    password: string,
    sound: 'opus' | 'g711' | 'none' = 'opus',
  ): Promise<BrowserAgent> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'fr-FR',
      permissions: ['microphone'],
    });
    await context.addInitScript(keepConnections);
    await context.addInitScript(spareEchoCancelling);
    if (sound === 'g711') await context.addInitScript(speakG711);
    const page = await context.newPage();
    await page.goto(origin);
    await page.getByLabel('Identifiant').fill(login);
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('button', { name: 'Prendre mon poste' }).click();
    const agent = new BrowserAgent(context, page);
    if (sound !== 'none') await agent.lineIsUp();
    return agent;
  }

  async lineIsUp(): Promise<void> {
    await this.page.getByText('Ligne connectée').waitFor({ timeout: 20_000 });
  }

  /** Asks for calls. */
  async becomeReady(): Promise<void> {
    await this.page.getByRole('button', { name: 'Me rendre disponible' }).click();
  }

  /** Waits for a call to appear. */
  async callAppears(maxMs = 30_000): Promise<void> {
    await this.page.getByRole('button', { name: 'Raccrocher' }).waitFor({ timeout: maxMs });
  }

  async hangUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Raccrocher' }).click();
  }

  /** What the desk shows after half a second: a call on the line, a wrap-up, or neither. Looks once, for little work. */
  async nextMoment(): Promise<'call' | 'wrap_up' | 'nothing'> {
    await this.page.waitForTimeout(500);
    if (await this.page.getByText('Comment s’est terminé l’appel').isVisible()) return 'wrap_up';
    return (await this.page.getByRole('button', { name: 'Raccrocher' }).isVisible()) ? 'call' : 'nothing';
  }

  async hangUpIfTalking(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Raccrocher' });
    if (await button.isEnabled().catch(() => false)) await button.click({ timeout: 1_000 }).catch(() => {});
  }

  /** In wrap-up, or when it comes, chooses the disposition of this digit by the keyboard. */
  async dispose(digit: number): Promise<void> {
    await this.page.getByText('Comment s’est terminé l’appel').waitFor();
    await this.disposeIfAsked(digit);
  }

  /**
   * Presses the digit while the desk asks how this call ended, again when it is slow, as a person does. A press that was
   * taken late may have answered already; and the next call may be over as soon: its question is another one.
   */
  async disposeIfAsked(digit: number): Promise<void> {
    const question = this.page.getByText('Comment s’est terminé l’appel');
    const lead = await this.#leadOnScreen();
    await eventually('the disposition is taken', async () => {
      if (!(await question.isVisible()) || (await this.#leadOnScreen()) !== lead) return true;
      await this.page.keyboard.press(String(digit));
      await this.page.waitForTimeout(700);
      return false;
    });
  }

  /** The name and the particulars of who is, or was, on the line; null between two calls. */
  async #leadOnScreen(): Promise<string | null> {
    const card = this.page.locator('section[aria-labelledby="lead-name"]');
    return (await card.allInnerTexts())[0] ?? null;
  }

  /** In wrap-up, takes the success that the script proposes. */
  async succeed(): Promise<void> {
    await this.page.getByText('Comment s’est terminé l’appel').waitFor();
    await this.page.getByRole('button', { name: /^Succès.*selon le script/ }).click();
    await this.page.getByText('Comment s’est terminé l’appel').waitFor({ state: 'hidden' });
  }

  rtp(): Promise<RtpCount> {
    return this.page.evaluate(countPackets);
  }

  /** Sound flows both ways: the counts of both directions grow while half a second passes. */
  async hearsAndIsHeard(): Promise<void> {
    const before = await this.rtp();
    await eventually('packets both ways', async () => {
      const now = await this.rtp();
      return now.sent > before.sent + 10 && now.received > before.received + 10;
    });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
