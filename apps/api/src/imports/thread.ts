import { Worker } from 'node:worker_threads';

/** A thread of this process that is started when first asked, and ends when nobody has asked for a while. */
export interface Thread<Asked, Answer> {
  /** Its answer. Rejects with what it threw, or with ThreadEnded. */
  ask(asked: Asked): Promise<Answer>;
  /** Ends it at once, whatever it is doing; the next question starts a new one. */
  end(): Promise<void>;
}

/** The thread was ended, or died, before it had answered. */
export class ThreadEnded extends Error {
  constructor(options?: ErrorOptions) {
    super('thread ended early', options);
    this.name = 'ThreadEnded';
  }
}

export interface ThreadOptions {
  readonly workerData: unknown;
  /** Old space, MiB; a thread that needs more dies without harm to its process. */
  readonly heapMiB: number;
  /** After this long without an answer it is ended; left out: never. */
  readonly lastsMaxMs?: number;
}

/** What a thread makes is short-lived rows: more room for them is memory, not speed. MiB. */
const youngMiB = 16;

/** Long enough to find it warm at the next change of a mapping. */
const idleMs = 60_000;

/** What goes to the thread and comes back; `answerIn` reads and writes it on the other side. */
export interface Letter<Asked> {
  readonly id: number;
  readonly asked: Asked;
}
export type Reply<Answer> = { readonly id: number } & (
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: unknown }
);

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

export function createThread<Asked, Answer>(file: URL, options: ThreadOptions): Thread<Asked, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | null = null;
  let lastId = 0;
  let timer: NodeJS.Timeout | undefined;

  const settle = (id: number, how: (one: Waiting<Answer>) => void) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one) how(one);
    clearTimeout(timer);
    if (waiting.size === 0) timer = setTimeout(end, idleMs).unref();
    else limit();
  };
  const limit = () => {
    if (options.lastsMaxMs === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(end, options.lastsMaxMs);
  };
  const start = (): Worker => {
    const started = new Worker(file, {
      workerData: options.workerData,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMiB, maxYoungGenerationSizeMb: youngMiB },
    });
    let cause: unknown;
    started.on('message', (reply: Reply<Answer>) =>
      settle(reply.id, (one) =>
        reply.kind === 'answer' ? one.resolve(reply.answer) : one.reject(reply.error),
      ),
    );
    started.on('error', (error: unknown) => {
      cause = error;
    });
    started.on('exit', () => {
      if (worker === started) abandon(cause);
    });
    return started;
  };
  /** What it was asked is not answered any more. */
  const abandon = (cause?: unknown) => {
    worker = null;
    clearTimeout(timer);
    const all = [...waiting.values()];
    waiting.clear();
    for (const one of all) one.reject(new ThreadEnded({ cause }));
  };
  const end = async () => {
    const ended = worker;
    if (!ended) return;
    worker = null;
    await ended.terminate();
    abandon();
  };

  return {
    ask(asked) {
      worker ??= start();
      lastId += 1;
      const id = lastId;
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      waiting.set(id, { resolve, reject });
      if (waiting.size === 1) {
        clearTimeout(timer);
        limit();
      }
      worker.postMessage({ id, asked } satisfies Letter<Asked>);
      return promise;
    },
    end,
  };
}
