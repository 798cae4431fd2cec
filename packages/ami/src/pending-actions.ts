import type { Clock } from './clock.ts';
import { setPatientTimer } from './patient-timer.ts';
import { AmiError } from './port.ts';
import { header, type RawMessage } from './raw-message.ts';

interface Pending {
  readonly messages: RawMessage[];
  readonly resolve: (messages: readonly RawMessage[]) => void;
  readonly reject: (error: AmiError) => void;
  readonly cancelTimer: () => void;
}

/** The actions of one connection that Asterisk has not answered yet. Each ends once: answered, timed out or lost. */
export class PendingActions {
  readonly #clock: Clock;
  readonly #pending = new Map<string, Pending>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  has(id: string): boolean {
    return this.#pending.has(id);
  }

  /**
   * The response to the action `id`, followed by the members when it is a list. Rejects with AmiError AMI_REFUSED,
   * AMI_TIMEOUT or AMI_LOST.
   */
  wait(id: string, timeoutMs: number): Promise<readonly RawMessage[]> {
    return new Promise((resolve, reject) => {
      const expire = () => this.#take(id)?.reject(new AmiError('AMI_TIMEOUT'));
      const cancelTimer = setPatientTimer(this.#clock, timeoutMs, expire);
      this.#pending.set(id, { messages: [], resolve, reject, cancelTimer });
    });
  }

  /** Gives a message to the action it answers; without one, it does nothing. */
  receive(message: RawMessage): void {
    const id = header(message, 'actionid');
    const pending = this.#pending.get(id);
    if (!pending || header(message, 'event') === 'OriginateResponse') return;
    pending.messages.push(message);
    if (header(message, 'response') === 'Error') {
      const cause = header(message, 'message');
      this.#take(id)?.reject(new AmiError('AMI_REFUSED', { cause }));
    } else if (!isMoreToCome(message)) {
      this.#take(id)?.resolve(pending.messages);
    }
  }

  /** The connection is gone: whatever was written may have been carried out. */
  loseAll(): void {
    for (const id of [...this.#pending.keys()]) this.#take(id)?.reject(new AmiError('AMI_LOST'));
  }

  #take(id: string): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.cancelTimer();
    return pending;
  }
}

/** A list is a response with `EventList: start`, its members, and an event with `EventList: Complete`. */
function isMoreToCome(message: RawMessage): boolean {
  if (message.has('response')) return header(message, 'eventlist').toLowerCase() === 'start';
  return header(message, 'eventlist').toLowerCase() !== 'complete';
}
