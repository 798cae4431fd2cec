import type { Clock } from './clock.ts';
import { setPatientTimer } from './patient-timer.ts';
import { PendingActions } from './pending-actions.ts';
import { AmiError, type AsteriskEvent } from './port.ts';
import { header, type RawMessage } from './raw-message.ts';
import { assertSafe } from './safe-value.ts';
import { Translation } from './translate-message.ts';
import type { AmiAddress, AmiConnection, AmiTransport } from './transport.ts';

const logInTimeoutMs = 3000;
/** A start takes a second or two; one that is not over by then is taken for a hang. */
const bootTimeoutMs = 15_000;
const actionTimeoutMs = 5000;
const pingEveryMs = 500;
const pingTimeoutMs = 1000;

/** Which Asterisk answered; `startedAt` changes when it was restarted. */
export interface AsteriskIdentity {
  readonly asteriskVersion: string;
  readonly startedAt: string;
}

export type DownReason = 'closed' | 'silent' | 'refused';

interface SessionOptions {
  readonly address: AmiAddress;
  readonly transport: AmiTransport;
  readonly clock: Clock;
  /** Makes the ids of this session's actions like no other's. */
  readonly idPrefix: string;
  onUp(identity: AsteriskIdentity): void;
  onEvent(event: AsteriskEvent): void;
  /** Comes once, last. */
  onDown(reason: DownReason, cause: unknown): void;
}

/**
 * One log-in over one connection, from its opening to its end; a new one is made for each try.
 *
 *   opening -> logged in -> up (fully booted, identity known, pinged every 500 ms) -> down
 */
export class AmiSession {
  readonly #options: SessionOptions;
  readonly #pending: PendingActions;
  readonly #translation = new Translation();
  readonly #connection: AmiConnection;
  readonly #booted = Promise.withResolvers<void>();
  #isUp = false;
  #downReason: DownReason = 'closed';
  #actionsCount = 0;
  #cancelTimer: () => void;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#pending = new PendingActions(options.clock);
    this.#cancelTimer = setPatientTimer(options.clock, logInTimeoutMs, () => this.#end('silent'));
    this.#connection = options.transport(options.address, {
      onLoggedIn: () => void this.#introduce(),
      onRefused: () => this.#end('refused'),
      onMessage: (message) => this.#receive(message),
      onClosed: (cause) => this.#closed(cause),
    });
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  isPending(id: string): boolean {
    return this.#pending.has(id);
  }

  /**
   * Writes an action and answers with its response, followed by the members when it is a list. `id` is the action
   * id when the caller has one of its own. Rejects with AmiError.
   */
  request(action: Readonly<Record<string, string>>, id = this.#nextId()): Promise<readonly RawMessage[]> {
    assertSafe({ ActionID: id, ...action });
    const answer = this.#pending.wait(id, actionTimeoutMs);
    this.#connection.send({ ...action, ActionID: id });
    return answer;
  }

  close(): void {
    this.#connection.close();
  }

  #nextId(): string {
    this.#actionsCount += 1;
    return `${this.#options.idPrefix}-${this.#actionsCount}`;
  }

  /**
   * The log-in's own `Events` header is misspelt by asterisk-manager, so the kinds are chosen after it. Asterisk takes
   * log-ins before its SIP side is loaded: a call placed then would fail without having been tried.
   */
  async #introduce(): Promise<void> {
    this.#cancelTimer();
    this.#cancelTimer = setPatientTimer(this.#options.clock, bootTimeoutMs, () => this.#end('silent'));
    try {
      const [, settings, status] = await Promise.all([
        this.request({ Action: 'Events', EventMask: 'system,call,user' }),
        this.request({ Action: 'CoreSettings' }),
        this.request({ Action: 'CoreStatus' }),
        this.#booted.promise,
      ]);
      this.#goUp(settings[0] ?? new Map(), status[0] ?? new Map());
    } catch (error) {
      this.#end(error instanceof AmiError && error.code === 'AMI_REFUSED' ? 'refused' : 'silent');
    }
  }

  #goUp(settings: RawMessage, status: RawMessage): void {
    this.#cancelTimer();
    this.#isUp = true;
    this.#planPing();
    this.#options.onUp({
      asteriskVersion: header(settings, 'asteriskversion'),
      startedAt: `${header(status, 'corestartupdate')}T${header(status, 'corestartuptime')}`,
    });
  }

  #planPing(): void {
    this.#cancelTimer = this.#options.clock.setTimer(pingEveryMs, () => this.#ping());
  }

  #ping(): void {
    this.#cancelTimer = setPatientTimer(this.#options.clock, pingTimeoutMs, () => this.#end('silent'));
    const pong = () => {
      this.#cancelTimer();
      if (this.#isUp) this.#planPing();
    };
    this.request({ Action: 'Ping' }).then(pong, () => {});
  }

  #receive(message: RawMessage): void {
    this.#pending.receive(message);
    if (header(message, 'event') === 'FullyBooted') this.#booted.resolve();
    for (const event of this.#translation.translate(message)) {
      if (this.#isUp) this.#options.onEvent(event);
    }
  }

  #end(reason: DownReason): void {
    this.#downReason = reason;
    this.#connection.close();
  }

  #closed(cause: unknown): void {
    this.#isUp = false;
    this.#cancelTimer();
    this.#pending.loseAll();
    this.#options.onDown(this.#downReason, cause);
  }
}
