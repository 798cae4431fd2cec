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

  /**
   * The next event of this kind after those that were waited for already; rejects after `timeoutMs`. Events that may
   * come in either order are waited for together, by `Promise.all`.
   */
  next<K extends Kind>(kind: K, timeoutMs = 6000): Promise<EventOf<K>> {
    const from = this.#readCount;
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

  count(kind: Kind): number {
    return this.all.filter((event) => event.kind === kind).length;
  }
}

function isOfKind<K extends Kind>(event: AsteriskEvent | undefined, kind: K): event is EventOf<K> {
  return event?.kind === kind;
}
