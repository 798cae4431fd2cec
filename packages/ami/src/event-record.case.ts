import type { AsteriskEvent } from './port.ts';

type Kind = AsteriskEvent['kind'];
type EventOf<K extends Kind> = Extract<AsteriskEvent, { kind: K }>;

/** The events of a link in their order, and a way to wait for one without sleeping. */
export class EventRecord {
  readonly all: AsteriskEvent[] = [];
  readonly #waiting = new Set<() => void>();
  #readCount = 0;

  readonly listener = (event: AsteriskEvent): void => {
    this.all.push(event);
    for (const check of this.#waiting) check();
  };

  /** The next event of this kind after those that were waited for already; rejects after `timeoutMs`. */
  next<K extends Kind>(kind: K, timeoutMs = 6000): Promise<EventOf<K>> {
    return this.#nextAfter(this.#readCount, kind, timeoutMs);
  }

  /** As `next` for two events that may come in either order. */
  both<K extends Kind, L extends Kind>(one: K, other: L): Promise<[EventOf<K>, EventOf<L>]> {
    const from = this.#readCount;
    return Promise.all([this.#nextAfter(from, one, 6000), this.#nextAfter(from, other, 6000)]);
  }

  count(kind: Kind): number {
    return this.all.filter((event) => event.kind === kind).length;
  }

  #nextAfter<K extends Kind>(from: number, kind: K, timeoutMs: number): Promise<EventOf<K>> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = this.all.findIndex((event, index) => index >= from && event.kind === kind);
        const event = this.all[found];
        if (!isOfKind(event, kind)) return;
        this.#readCount = Math.max(this.#readCount, found + 1);
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(event);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`No ${kind} in ${timeoutMs} ms after: ${this.all.map((event) => event.kind)}`));
      }, timeoutMs);
      this.#waiting.add(check);
      check();
    });
  }
}

function isOfKind<K extends Kind>(event: AsteriskEvent | undefined, kind: K): event is EventOf<K> {
  return event?.kind === kind;
}
