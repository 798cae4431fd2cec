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

/** A thread that runs, and who waits for it. */
interface Running<Answer> {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting<Answer>>;
}

export function createThread<Asked, Answer>(file: URL, options: ThreadOptions): Thread<Asked, Answer> {
  let running: Running<Answer> | null = null;
  let lastId = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Nobody has to wait longer than they may, and a thread that nobody waits for ends by and by. */
  const limit = ({ waiting }: Running<Answer>) => {
    clearTimeout(timer);
    if (waiting.size === 0) timer = setTimeout(end, idleMs).unref();
    else if (options.lastsMaxMs !== undefined) timer = setTimeout(end, options.lastsMaxMs);
  };
  const start = (): Running<Answer> => {
    const worker = new Worker(file, {
      workerData: options.workerData,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMiB, maxYoungGenerationSizeMb: youngMiB },
    });
    const started: Running<Answer> = { worker, waiting: new Map() };
    let cause: unknown;
    worker.on('message', (reply: Reply<Answer>) => {
      const one = started.waiting.get(reply.id);
      started.waiting.delete(reply.id);
      if (reply.kind === 'answer') one?.resolve(reply.answer);
      else one?.reject(reply.error);
      if (running === started) limit(started);
    });
    worker.on('error', (error: unknown) => {
      cause = error;
    });
    worker.on('exit', () => {
      if (running === started) leave();
      for (const one of started.waiting.values()) one.reject(new ThreadEnded({ cause }));
    });
    return started;
  };
  const leave = () => {
    running = null;
    clearTimeout(timer);
  };
  const end = async () => {
    const ended = running;
    leave();
    await ended?.worker.terminate();
  };

  return {
    ask(asked) {
      running ??= start();
      lastId += 1;
      const id = lastId;
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      running.waiting.set(id, { resolve, reject });
      if (running.waiting.size === 1) limit(running);
      running.worker.postMessage({ id, asked } satisfies Letter<Asked>);
      return promise;
    },
    end,
  };
}
