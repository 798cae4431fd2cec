import { createSocket, type Socket } from 'node:dgram';
import { isAgentVoice } from './agent-voice.ts';
import type { CarriedCall } from './carried-call.ts';
import type { Fate } from './laws.ts';
import { bye, response, type SipMessage, sdpAt } from './sip-message.ts';

export interface CalleeOptions {
  readonly invite: SipMessage;
  readonly fate: Fate;
  /** Names our side of the dialog. */
  readonly tag: string;
  /** Host and port at which the carrier listens. */
  readonly address: string;
  send(text: string): void;
  /** UTC milliseconds. */
  nowMs(): number;
}

/** RFC 3261, T1: an answer that was not acknowledged is sent again. */
const sendAgainMs = 500;
const refusals = { busy: '486 Busy Here', unknown: '404 Not Found' } as const;

/**
 * A callee and the line to them.
 *
 *   ringing -> refused | given up | answered -> (an agent heard) -> over
 */
export class Callee {
  readonly seen: CarriedCall;
  readonly #options: CalleeOptions;
  #sound: Socket | null = null;
  /** What happens next if nothing else does. */
  #next: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;

  constructor(options: CalleeOptions) {
    this.#options = options;
    this.seen = {
      number: options.invite.user,
      invitedAtMs: options.nowMs(),
      answeredAtMs: null,
      agentHeardAtMs: null,
      messageHeardAtMs: null,
      endedAtMs: null,
      endedBy: null,
    };
  }

  /** Does what this callee's fate is. */
  live(): void {
    const { fate } = this.#options;
    this.#respond('100 Trying');
    if (fate.kind === 'busy' || fate.kind === 'unknown') {
      this.#in(fate.afterMs, () => this.#refuse(refusals[fate.kind]));
      return;
    }
    this.#respond('180 Ringing');
    if (fate.kind === 'person') this.#in(fate.ringMs, () => this.#answer(fate));
  }

  /** Takes what Asterisk says within this call. */
  hear(message: SipMessage): void {
    if (message.status !== null || message.method === 'ACK') clearInterval(this.#again);
    else if (message.method === 'CANCEL') this.#giveUp(message);
    else if (message.method === 'BYE') this.#hangUpHeard(message);
  }

  /** Lets go of the line without a word. */
  close(): void {
    clearTimeout(this.#next);
    clearInterval(this.#again);
    this.#sound?.close();
    this.#sound = null;
  }

  #refuse(status: string): void {
    this.#insist(() => this.#respond(status));
    this.seen.endedAtMs ??= this.#options.nowMs();
  }

  #answer(fate: Extract<Fate, { kind: 'person' }>): void {
    this.#sound = createSocket('udp4', (packet) => this.#hearSound(packet, fate.talkMs));
    this.#sound.bind(0, '127.0.0.1', () => {
      const port = this.#sound?.address().port;
      if (port === undefined) return;
      const { address } = this.#options;
      const answer = { contact: `sip:${this.seen.number}@${address}`, sdp: sdpAt(port) };
      this.#insist(() => this.#respond('200 OK', answer));
      this.seen.answeredAtMs = this.#options.nowMs();
      this.#in(fate.patienceMs, () => this.#hangUp());
    });
  }

  #hearSound(packet: Buffer, talkMs: number): void {
    if (this.seen.agentHeardAtMs !== null) return;
    if (!isAgentVoice(packet)) {
      this.seen.messageHeardAtMs ??= this.#options.nowMs();
      return;
    }
    this.seen.agentHeardAtMs = this.#options.nowMs();
    this.#in(talkMs, () => this.#hangUp());
  }

  #hangUp(): void {
    const { invite, tag, address } = this.#options;
    this.#end('callee');
    this.#insist(() => this.#options.send(bye(invite, { tag, address })));
  }

  #hangUpHeard(request: SipMessage): void {
    this.#options.send(response(request, { status: '200 OK', tag: this.#options.tag }));
    this.#end('caller');
  }

  #giveUp(cancel: SipMessage): void {
    this.#options.send(response(cancel, { status: '200 OK', tag: this.#options.tag }));
    // Too late: the 200 is on its way, and a BYE will follow (RFC 3261, 9.2).
    if (this.seen.answeredAtMs !== null) return;
    this.#end('caller');
    this.#insist(() => this.#respond('487 Request Terminated'));
  }

  #end(by: 'callee' | 'caller'): void {
    this.close();
    if (this.seen.endedAtMs !== null) return;
    this.seen.endedAtMs = this.#options.nowMs();
    this.seen.endedBy = by;
  }

  #respond(status: string, more: { readonly contact?: string; readonly sdp?: string } = {}): void {
    const { invite, tag } = this.#options;
    this.#options.send(response(invite, { status, tag, ...more }));
  }

  /** Says it now, and again until it is acknowledged. */
  #insist(say: () => void): void {
    clearInterval(this.#again);
    say();
    this.#again = setInterval(say, sendAgainMs);
  }

  #in(ms: number, what: () => void): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(what, ms);
  }
}
