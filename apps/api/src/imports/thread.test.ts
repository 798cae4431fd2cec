import { expect, it, onTestFinished } from 'vitest';
import { createThread, ThreadEnded } from './thread.ts';

/** A thread that answers what it is asked; "die" ends it, "never" has no answer. */
const echo = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, asked }) => {
      if (asked === 'die') throw new Error('died');
      if (asked !== 'never') parentPort.postMessage({ id, kind: 'answer', answer: asked });
    });`)}`,
);

function echoing(lastsMaxMs?: number) {
  const thread = createThread<string, string>(echo, {
    ...{ workerData: null, heapMiB: 64 },
    ...(lastsMaxMs !== undefined && { lastsMaxMs }),
  });
  onTestFinished(() => thread.end());
  return thread;
}

it('answers what it is asked while the one before it is ending', async () => {
  const thread = echoing();
  expect(await thread.ask('first')).toBe('first');
  const ending = thread.end();
  const second = thread.ask('second');
  await ending;
  expect(await second).toBe('second');
});

it('leaves nobody waiting when it is ended, dies or takes too long', async () => {
  const thread = echoing();
  const waiting = expect(thread.ask('never')).rejects.toThrow(ThreadEnded);
  await thread.end();
  await waiting;
  await expect(thread.ask('die')).rejects.toMatchObject({ name: 'ThreadEnded', cause: { message: 'died' } });
  await expect(echoing(50).ask('never')).rejects.toThrow(ThreadEnded);
  expect(await thread.ask('again')).toBe('again');
});
