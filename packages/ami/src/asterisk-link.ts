import { type Clearance, isId, isPhoneNumber } from '@alize/model';
import { AmiSession, type AsteriskIdentity, type DownReason } from './ami-session.ts';
import { asteriskManagerTransport } from './asterisk-manager-transport.ts';
import { backOffMs } from './back-off.ts';
import { isChannelName } from './channel-name.ts';
import type { Clock } from './clock.ts';
import { readLiveChannels } from './live-channels.ts';
import {
  AmiError,
  type AsteriskEvent,
  type AsteriskLink,
  type CallOptions,
  type LiveChannel,
  type PlaceCallAnswer,
} from './port.ts';
import { isSafeSecret, isSafeValue } from './safe-value.ts';
import type { AmiTransport } from './transport.ts';

/** What the link could not mend by itself; none of it holds personal data. */
export interface AmiProblem {
  readonly kind: 'connection_lost' | 'login_refused' | 'listener_threw';
  readonly cause: unknown;
}

export interface AsteriskLinkOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly secret: string;
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly onProblem: (problem: AmiProblem) => void;
}

/**
 * The link to one Asterisk. It does nothing until `start`.
 * Throws AmiError AMI_UNSAFE_VALUE when the user or the secret cannot stand in an AMI header.
 */
export function createAsteriskLink(options: AsteriskLinkOptions): AsteriskLink {
  if (!isSafeSecret(options.user) || !isSafeSecret(options.secret)) throw new AmiError('AMI_UNSAFE_VALUE');
  return new ReconnectingLink(options, asteriskManagerTransport);
}

/**
 *   stopped -> connecting -> up -> waiting -> connecting …
 *                   \________________/            any -> stopped
 */
class ReconnectingLink implements AsteriskLink {
  readonly #options: AsteriskLinkOptions;
  readonly #transport: AmiTransport;
  readonly #bootId: string;
  #listener: ((event: AsteriskEvent) => void) | null = null;
  #session: AmiSession | null = null;
  #cancelRetry: () => void = () => {};
  #connectionsCount = 0;
  #failures = 0;
  /** What was told last, so that each failed try to reconnect is not told again. */
  #told: 'up' | DownReason | null = null;

  constructor(options: AsteriskLinkOptions, transport: AmiTransport) {
    this.#options = options;
    this.#transport = transport;
    this.#bootId = Math.floor(options.random() * 2 ** 32).toString(36);
  }

  get isUp(): boolean {
    return this.#session?.isUp ?? false;
  }

  start(listener: (event: AsteriskEvent) => void): void {
    if (this.#listener) throw new Error('The link has been started already');
    this.#listener = listener;
    this.#open();
  }

  async stop(): Promise<void> {
    this.#listener = null;
    this.#cancelRetry();
    this.#session?.close();
  }

  async placeCall(clearance: Clearance, options: CallOptions): Promise<PlaceCallAnswer> {
    const action = originateAction(clearance, options);
    const session = this.#session;
    if (!session?.isUp) return { kind: 'not_sent' };
    // The first is on its way and may ring: of a second nothing can be said, and nothing is written.
    if (session.isPending(clearance.attemptId)) return { kind: 'unknown' };
    try {
      await session.request(action, clearance.attemptId);
      return { kind: 'accepted' };
    } catch (error) {
      return { kind: answerTo(error) };
    }
  }

  async connect(callee: { readonly channel: string }, agent: { readonly channel: string }): Promise<void> {
    const session = this.#upSession();
    const Channel = checkedChannel(callee.channel);
    const Value = checkedChannel(agent.channel);
    // Both in one go: Asterisk carries out a session's actions in the order they were written.
    await Promise.all([
      session.request({ Action: 'Setvar', Channel, Variable: 'ALIZE_AGENT_CHANNEL', Value }),
      session.request({ Action: 'Redirect', Channel, Context: 'alize-connect', Exten: 's', Priority: '1' }),
    ]);
  }

  async hangUp(channel: string): Promise<void> {
    // Asterisk finds a channel by its name or by its id, which is the attempt's.
    const Channel = isId('attempt', channel) ? channel : checkedChannel(channel);
    try {
      await this.#upSession().request({ Action: 'Hangup', Channel, Cause: '16' });
    } catch (error) {
      if (!isNoSuchChannel(error)) throw error;
    }
  }

  async liveChannels(): Promise<readonly LiveChannel[]> {
    return readLiveChannels(await this.#upSession().request({ Action: 'CoreShowChannels' }));
  }

  #upSession(): AmiSession {
    if (!this.#session?.isUp) throw new AmiError('AMI_DOWN');
    return this.#session;
  }

  #open(): void {
    this.#connectionsCount += 1;
    const { host, port, user, secret, clock } = this.#options;
    this.#session = new AmiSession({
      address: { host, port, user, secret },
      transport: this.#transport,
      clock,
      idPrefix: `alize-${this.#bootId}-${this.#connectionsCount}`,
      onUp: (identity) => this.#wentUp(identity),
      onEvent: (event) => this.#tell(event),
      onDown: (reason, cause) => this.#wentDown(reason, cause),
    });
  }

  #wentUp(identity: AsteriskIdentity): void {
    this.#failures = 0;
    this.#told = 'up';
    this.#tell({ kind: 'link.up', ...identity });
  }

  #wentDown(reason: DownReason, cause: unknown): void {
    this.#session = null;
    if (!this.#listener) return;
    const waitMs = backOffMs(this.#failures, reason === 'refused', this.#options.random);
    this.#failures += 1;
    this.#cancelRetry = this.#options.clock.setTimer(waitMs, () => this.#open());
    if (this.#told === reason) return;
    this.#told = reason;
    this.#options.onProblem({ kind: reason === 'refused' ? 'login_refused' : 'connection_lost', cause });
    this.#tell({ kind: 'link.down', reason });
  }

  #tell(event: AsteriskEvent): void {
    try {
      this.#listener?.(event);
    } catch (cause) {
      this.#options.onProblem({ kind: 'listener_threw', cause });
    }
  }
}

function originateAction(clearance: Clearance, options: CallOptions): Readonly<Record<string, string>> {
  const { phoneNumber, callerId, attemptId, clientId } = clearance;
  const isSafe =
    isPhoneNumber(phoneNumber) && isPhoneNumber(callerId) && /^[a-z0-9-]+$/.test(options.trunkName);
  if (!isSafe || !isSafeValue(attemptId) || !isSafeValue(clientId)) throw new AmiError('AMI_UNSAFE_VALUE');
  return {
    Action: 'Originate',
    Async: 'true',
    Channel: `PJSIP/${phoneNumber}@trunk-${options.trunkName}`,
    ChannelId: attemptId,
    Context: 'alize-callee',
    Exten: 's',
    Priority: '1',
    CallerID: callerId,
    Timeout: String(Math.round(options.ringSeconds * 1000)),
    // What the recorded message says, should no agent come.
    Variable: `ALIZE_CLIENT=${clientId},ALIZE_LANGUAGE=${options.language}`,
  };
}

function checkedChannel(channel: string): string {
  if (!isChannelName(channel)) throw new AmiError('AMI_UNSAFE_VALUE');
  return channel;
}

function answerTo(error: unknown): Exclude<PlaceCallAnswer['kind'], 'accepted'> {
  if (!(error instanceof AmiError)) throw error;
  if (error.code === 'AMI_REFUSED') return 'refused';
  return error.code === 'AMI_DOWN' ? 'not_sent' : 'unknown';
}

function isNoSuchChannel(error: unknown): boolean {
  return error instanceof AmiError && error.code === 'AMI_REFUSED' && error.cause === 'No such channel';
}
