import type { AgentState, AttemptId } from '@alize/model';
import type { ApiSession } from './api-session.ts';
import { eventually, type RealCentre } from './real-centre.ts';
import { Witness } from './witness.ts';

/** What the api tells an agent's page. */
interface Desk {
  readonly state: AgentState;
  readonly sinceMs: number;
  readonly connection: string;
  readonly call: { readonly attemptId: AttemptId } | null;
}

const lookEveryMs = 300;
const reconnectAfterMs = 500;

/** Asterisk closes a socket on which nobody has said anything in SIP within 32 s; it refuses this, and is content. */
const signOfLife = `${[
  'OPTIONS sip:alize SIP/2.0',
  'Via: SIP/2.0/WS desk.invalid;branch=z9hG4bKdesk',
  'From: <sip:desk@alize>;tag=desk',
  'To: <sip:alize>',
  'Call-ID: desk',
  'CSeq: 1 OPTIONS',
  'Max-Forwards: 70',
  'Content-Length: 0',
].join('\r\n')}\r\n\r\n`;

/**
 * An agent at the desk without a browser: asks of the api what the page would ask, holds its socket, and talks by a
 * telephone that SIPp plays. Of a centre that `hasTelephones`.
 */
export class TelephoneAgent {
  readonly #session: ApiSession;
  readonly #socketPath: string;
  #socket: WebSocket;
  #isAway = false;

  private constructor(session: ApiSession, socketPath: string) {
    this.#session = session;
    this.#socketPath = socketPath;
    this.#socket = this.#connect();
  }

  /** Logs in and takes the seat; resolves when the line is up. */
  static async takeSeat(centre: RealCentre, login: string): Promise<TelephoneAgent> {
    const session = await centre.logIn(login);
    const seat = await session.ask<{ socketPath: string; uri: string }>('POST', '/v1/agent/sign-in');
    const agent = new TelephoneAgent(session, seat.socketPath);
    const telephone = await Witness.logIn(centre.settings.ami);
    telephone.callIn(/sip:(.*)@/.exec(seat.uri)?.[1] ?? '');
    await eventually('the line is up', async () => (await agent.#desk()).connection === 'up');
    telephone.close();
    return agent;
  }

  /** Asks for calls. */
  async becomeReady(): Promise<void> {
    await this.#session.ask('POST', '/v1/agent/ready');
    await eventually('the agent is ready', async () => (await this.#desk()).state !== 'paused');
  }

  /** A shift: talks for a while with each person, hangs up, disposes of the call. */
  async workUntil(isOver: () => boolean, talkMs: number): Promise<void> {
    while (!isOver()) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      const { state, sinceMs, call } = await this.#desk();
      if (!call) continue;
      if (state === 'talking' && Date.now() - sinceMs > talkMs) await this.#hangUp();
      if (state === 'wrap_up') await this.#dispose(call.attemptId);
    }
  }

  close(): void {
    this.#isAway = true;
    this.#socket.close();
  }

  /** Comes back by itself when it is closed, as the page's does: this process may have answered a ping too late. */
  #connect(): WebSocket {
    const socket = this.#session.openSocket(this.#socketPath, 'sip');
    socket.onopen = () => socket.send(signOfLife);
    socket.onclose = () => {
      if (!this.#isAway) setTimeout(() => this.#reconnect(), reconnectAfterMs);
    };
    return socket;
  }

  #reconnect(): void {
    if (!this.#isAway) this.#socket = this.#connect();
  }

  #desk(): Promise<Desk> {
    return this.#session.ask('GET', '/v1/agent');
  }

  async #hangUp(): Promise<void> {
    await this.#session.ask('POST', '/v1/agent/hang-up');
  }

  async #dispose(attemptId: AttemptId): Promise<void> {
    const path = `/v1/agent/call/${attemptId}/disposition`;
    await this.#session.ask('POST', path, { disposition: 'not_interested' });
  }
}
