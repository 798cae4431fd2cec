import type { Clock } from '@alize/ami';
import { type Action, AmiServer, type Answer, failure, respond, success } from './ami-server.ts';
import type { Headers } from './ami-text.ts';
import type { CalleePlan } from './callee-plan.ts';
import { type Channel, channelHeaders, type Originate } from './channel.ts';
import { Switchboard } from './switchboard.ts';

export interface FakeAsteriskOptions {
  readonly clock: Clock;
  readonly user: string;
  readonly secret: string;
  /** TCP port of the manager interface on 127.0.0.1; a free one when absent. */
  readonly port?: number;
  readonly planFor: (number: string) => CalleePlan;
  /** Trunks that have an endpoint; `demonstration` when absent. */
  readonly trunkNames?: readonly string[];
}

/** One INVITE that left for the network, as the carrier would have it in its books. */
export interface Dialled {
  readonly attemptId: string;
  readonly number: string;
  readonly trunkName: string;
  readonly callerId: string;
  readonly atMs: number;
}

/** Once that a callee and an agent heard each other. */
export interface Bridged {
  readonly attemptId: string;
  readonly seat: string;
  readonly atMs: number;
}

/** Starts a fake Asterisk that speaks AMI on 127.0.0.1. Rejects when the port is taken. */
export async function startFakeAsterisk(options: FakeAsteriskOptions): Promise<FakeAsterisk> {
  const fake = new FakeAsterisk(options);
  await fake.restart();
  return fake;
}

/**
 * Asterisk, its dialplan, the network, the callees and the agents' browsers, without any of them: it answers AMI as
 * Asterisk 22 does and lets calls run by a plan for each number. What it was asked to dial it writes down itself, so
 * that a checker need not believe the dialer.
 */
export class FakeAsterisk {
  readonly dialled: Dialled[] = [];
  readonly bridged: Bridged[] = [];
  readonly #options: FakeAsteriskOptions;
  #server: AmiServer;
  #switchboard: Switchboard;
  #port: number;
  #startedAtMs = 0;
  #nextOriginateIsLost: 'before' | 'after' | null = null;

  constructor(options: FakeAsteriskOptions) {
    this.#options = options;
    this.#port = options.port ?? 0;
    this.#server = this.#newServer();
    this.#switchboard = this.#newSwitchboard();
  }

  get port(): number {
    return this.#port;
  }

  /** The channels that are up now. */
  get channels(): readonly Readonly<Channel>[] {
    return this.#switchboard.channels;
  }

  /** Log-ins tried since the last start, refused ones included. */
  get logInsCount(): number {
    return this.#server.logInsCount;
  }

  /** The agent's browser calls in from this seat (`seat-001`). Without effect when it has already. */
  agentJoins(seat: string): void {
    this.#switchboard.agentJoins(seat);
  }

  /** The agent's browser goes away. */
  agentLeaves(seat: string): void {
    this.#switchboard.agentLeaves(seat);
  }

  calleeHangsUp(attemptId: string): void {
    const channel = this.#callee(attemptId);
    if (channel) this.#switchboard.hangUp(channel, 16);
  }

  /** The callee presses 9; it counts only during the recorded message. */
  calleePressesNine(attemptId: string): void {
    const channel = this.#callee(attemptId);
    if (channel) this.#switchboard.calleeObjects(channel);
  }

  /** Resets every AMI connection; calls go on. */
  dropLinks(): void {
    this.#server.dropLinks();
  }

  /** As `dropLinks`, in the middle of an event. */
  dropLinksInMidMessage(): void {
    this.#server.dropLinksInMidMessage();
  }

  /** AMI hangs with its connections open; calls go on. */
  stall(): void {
    this.#server.stall();
  }

  resume(): void {
    this.#server.resume();
  }

  refuseLogIns(isRefusing: boolean): void {
    this.#server.refusesLogIns = isRefusing;
  }

  /** The link is reset at the next Originate: `before` it is carried out, or `after`, before it is answered. */
  loseNextOriginate(when: 'before' | 'after'): void {
    this.#nextOriginateIsLost = when;
  }

  /** kill -9: every call and every connection is gone, nothing is told, nothing listens. */
  async kill(): Promise<void> {
    this.#switchboard.vanish();
    await this.#server.close();
  }

  /** Listens again on the same port, with no channels, as after `kill`. */
  async restart(): Promise<void> {
    this.#server = this.#newServer();
    this.#switchboard = this.#newSwitchboard();
    this.#startedAtMs = this.#options.clock.nowMs();
    this.#port = await this.#server.listen(this.#port);
  }

  stop(): Promise<void> {
    return this.kill();
  }

  #callee(attemptId: string): Channel | undefined {
    return this.#switchboard.channels.find((channel) => channel.id === attemptId);
  }

  #newServer(): AmiServer {
    const { user, secret } = this.#options;
    return new AmiServer({ user, secret, onAction: (action) => this.#answer(action) });
  }

  #newSwitchboard(): Switchboard {
    const { clock, planFor, trunkNames = ['demonstration'] } = this.#options;
    return new Switchboard({
      clock,
      planFor,
      hasTrunk: (name) => trunkNames.includes(name),
      onEvent: (name, headers) => {
        const kind = name === 'UserEvent' ? 'user' : 'call';
        this.#server.tell([['Event', name], ['Privilege', `${kind},all`], ...headers]);
      },
      onInvite: ({ channelId: attemptId, number, trunkName, callerId }) => {
        this.dialled.push({ attemptId, number, trunkName, callerId, atMs: clock.nowMs() });
      },
      onBridged: (attemptId, seat) => this.bridged.push({ attemptId, seat, atMs: clock.nowMs() }),
    });
  }

  #answer(action: Action): Answer {
    switch (action.get('action')?.toLowerCase()) {
      case 'ping':
        return respond([['Ping', 'Pong']]);
      case 'coresettings':
        return respond([
          ['AMIversion', '11.0.0'],
          ['AsteriskVersion', '22.10.1'],
        ]);
      case 'corestatus':
        return this.#coreStatus();
      case 'coreshowchannels':
        return this.#listChannels();
      case 'originate':
        return this.#originate(action);
      case 'setvar':
      case 'redirect':
      case 'hangup':
        return this.#answerForChannel(action);
      default:
        return failure('Invalid/unknown command. Use Action: ListCommands to show available commands.');
    }
  }

  #answerForChannel(action: Action): Answer {
    const name = action.get('action')?.toLowerCase();
    const channel = this.#switchboard.find(action.get('channel') ?? '');
    if (!channel && name === 'redirect') return failure(`Channel does not exist: ${action.get('channel')}`);
    if (!channel) return failure('No such channel');
    if (name === 'setvar') {
      channel.variables.set(action.get('variable') ?? '', action.get('value') ?? '');
      return success('Variable Set');
    }
    if (name === 'redirect') {
      return { ...success('Redirect successful'), afterwards: () => this.#switchboard.connect(channel) };
    }
    const cause = Number(action.get('cause') ?? 0);
    return { ...success('Channel Hungup'), afterwards: () => this.#switchboard.hangUp(channel, cause) };
  }

  #originate(action: Action): Answer {
    const originate = readOriginate(action);
    if (!originate) return failure('Channel not specified');
    const lost = this.#nextOriginateIsLost;
    this.#nextOriginateIsLost = null;
    if (lost === 'before') return { messages: [], afterwards: () => this.dropLinks() };
    if (lost === 'after') this.dropLinks();
    const afterwards = () => this.#switchboard.originate(originate);
    return { ...success('Originate successfully queued'), afterwards };
  }

  #listChannels(): Answer {
    const channels = this.#switchboard.channels;
    return {
      messages: [
        [
          ['Response', 'Success'],
          ['EventList', 'start'],
          ['Message', 'Channels will follow'],
        ],
        ...channels.map(listed),
        [
          ['Event', 'CoreShowChannelsComplete'],
          ['EventList', 'Complete'],
          ['ListItems', channels.length],
        ],
      ],
    };
  }

  #coreStatus(): Answer {
    const [date = '', time = ''] = new Date(this.#startedAtMs).toISOString().split(/[T.]/);
    return respond([
      ['CoreStartupDate', date],
      ['CoreStartupTime', time],
      ['CoreCurrentCalls', this.#switchboard.channels.length],
    ]);
  }
}

function listed(channel: Channel): Headers {
  return [
    ['Event', 'CoreShowChannel'],
    ...channelHeaders(channel),
    ['Application', channel.application],
    ['ApplicationData', ''],
    ['Duration', '00:00:00'],
    ['BridgeId', channel.bridge?.id ?? ''],
  ];
}

function readOriginate(action: Action): Originate | null {
  const target = /^PJSIP\/(\+\d+)@trunk-([a-z0-9-]+)$/.exec(action.get('channel') ?? '');
  const [, number, trunkName] = target ?? [];
  if (number === undefined || trunkName === undefined) return null;
  return {
    actionId: action.get('actionid') ?? '',
    channelId: action.get('channelid') ?? '',
    number,
    trunkName,
    callerId: action.get('callerid') ?? '',
    ringMs: Number(action.get('timeout') ?? 30_000),
  };
}
