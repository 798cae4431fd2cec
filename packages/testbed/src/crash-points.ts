import type { AsteriskLink } from '@alize/ami';
import type { Database, Db, Tx } from '@alize/db';

/**
 * The moments at which a dialer can die: before and after each thing it asks of Asterisk, hears from it, or commits.
 * From the chosen moment on nothing of that dialer reaches socket or disk, as after kill -9.
 */
export class CrashPoints {
  readonly passed: string[] = [];
  #dieAt: number | null = null;
  #link: AsteriskLink | null = null;
  #close: () => void = () => {};
  isDead = false;

  /** Dies at the `index`-th moment from now; -1 never, to count them. */
  arm(index: number): void {
    this.passed.length = 0;
    this.#dieAt = index;
  }

  wrapLink(link: AsteriskLink): AsteriskLink {
    this.#link = link;
    const points = this;
    const around = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      await points.#pass(`before ${name}`);
      const answer = await act();
      await points.#pass(`after ${name}`);
      return answer;
    };
    return {
      get isUp() {
        return link.isUp && !points.isDead;
      },
      start: (listener) =>
        link.start((event) => {
          if (points.#isOver(`before ${event.kind}`)) return;
          listener(event);
          points.#isOver(`after ${event.kind}`);
        }),
      stop: () => link.stop(),
      placeCall: (clearance, options) => around('placeCall', () => link.placeCall(clearance, options)),
      connect: (callee, agent) => around('connect', () => link.connect(callee, agent)),
      hangUp: (channel) => around('hangUp', () => link.hangUp(channel)),
      liveChannels: () => link.liveChannels(),
    };
  }

  wrapDatabase(database: Database): Database {
    this.#close = () => void database.close();
    const points = this;
    const db = new Proxy(database.db, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
        return () => ({ execute: (work: (tx: Tx) => Promise<unknown>) => points.#commit(target, work) });
      },
    });
    return { ...database, db, version: () => (this.isDead ? 0 : database.version()) };
  }

  async #commit(db: Db, work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
    if (this.#isOver('before commit')) throw new Error('dead');
    const answer = await db.transaction().execute(work);
    if (this.#isOver('after commit')) throw new Error('dead');
    return answer;
  }

  /** Never resolves when the dialer is dead. */
  async #pass(name: string): Promise<void> {
    if (this.#isOver(name)) await new Promise(() => {});
  }

  #isOver(name: string): boolean {
    if (this.isDead || this.#dieAt === null) return this.isDead;
    if (this.passed.length === this.#dieAt) {
      this.isDead = true;
      void this.#link?.stop();
      this.#close();
      return true;
    }
    this.passed.push(name);
    return false;
  }
}
