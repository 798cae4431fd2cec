import { Worker } from 'node:worker_threads';
import type { ApiParts } from '../api-parts.ts';
import { Problem, type ProblemCode, type ProblemDetails } from '../problem.ts';
import type { FileAsked, FileName, Order, Reply, WorkAnswer, WorkAsked, WorkName } from './survey-work.ts';

/** Reads all interviews of a campaign in a thread of its own, so that nobody else waits while it does. */
export interface SurveyThread {
  /** Throws the problems of the work that is asked for, `unavailable` when the thread ends under it. */
  ask<N extends WorkName>(name: N, asked: WorkAsked<N>): Promise<WorkAnswer<N>>;
  /** A file, made as it is read. */
  file(name: FileName, asked: FileAsked): Promise<Response>;
  /** Ends the thread with all that is asked of it. */
  stop(): Promise<void>;
}

const heapMiB = 512;

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread begins with the first question and stays; one that dies begins anew with the next. */
export function createSurveyThread({
  settings: { databasePlace },
  clock,
}: Pick<ApiParts, 'settings' | 'clock'>): SurveyThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let isOver = false;
  let lastId = 0;

  const start = () => {
    const made = new Worker(new URL('./survey-worker.ts', import.meta.url), {
      workerData: { databasePlace },
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
    made.on('message', ({ id, reply }: { readonly id: number; readonly reply: Reply }) => {
      waiting.get(id)?.resolve(reply);
      waiting.delete(id);
    });
    const end = (error: unknown) => {
      if (worker !== made) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    made.on('error', end);
    made.on('exit', () => end(new Problem('unavailable')));
    return made;
  };
  const tell = async (order: Order): Promise<Reply> => {
    if (isOver) throw new Problem('unavailable');
    worker ??= start();
    lastId++;
    const reply = new Promise<Reply>((resolve, reject) => waiting.set(lastId, { resolve, reject }));
    worker.postMessage({ id: lastId, order });
    return orThrow(await reply);
  };

  return {
    async ask<N extends WorkName>(name: N, asked: WorkAsked<N>) {
      const reply = await tell({ kind: 'work', name, asked, nowMs: clock.nowMs() });
      if (reply.kind !== 'answer') throw new Error(`The survey thread answered ${reply.kind} to a question`);
      // The thread looks the work up by the same name.
      return reply.value as WorkAnswer<N>;
    },
    async file(name, asked) {
      const reply = await tell({ kind: 'file', name, asked, nowMs: clock.nowMs() });
      if (reply.kind !== 'file') throw new Error(`The survey thread answered ${reply.kind} for a file`);
      const { file, headers } = reply;
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const part = await tell({ kind: 'more', file });
          if (part.kind === 'part') controller.enqueue(part.bytes);
          else controller.close();
        },
        async cancel() {
          await tell({ kind: 'leave', file });
        },
      });
      return new Response(body, { headers: headers.map(([key, value]) => [key, value]) });
    },
    async stop() {
      isOver = true;
      await worker?.terminate();
    },
  };
}

function orThrow(reply: Reply): Reply {
  if (reply.kind === 'failed') throw reply.error;
  // It was a Problem on the other side.
  if (reply.kind === 'refused') throw new Problem(reply.code as ProblemCode, reply.details as ProblemDetails);
  return reply;
}
