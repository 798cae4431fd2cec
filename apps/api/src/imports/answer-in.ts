import { parentPort } from 'node:worker_threads';
import type { Letter, Reply } from './thread.ts';

/** The other side of `createThread`: answers each question in its turn, and tells a failure as one. */
export function answerIn<Asked, Answer>(answer: (asked: Asked) => Promise<Answer>): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', ({ id, asked }: Letter<Asked>) => {
    last = last.then(async () => {
      parentPort?.postMessage(await replyTo(id, () => answer(asked)));
    });
  });
}

async function replyTo<Answer>(id: number, answer: () => Promise<Answer>): Promise<Reply<Answer>> {
  try {
    return { id, kind: 'answer', answer: await answer() };
  } catch (error) {
    return { id, kind: 'failed', error };
  }
}
