import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '@alize/db';
import { Problem } from '../problem.ts';
import type { Reading } from './read-interviews.ts';
import { files, type Order, type Reply, works } from './survey-work.ts';

/** Answers whatever it is told, several at once in turns. The casts hold: only survey-thread.ts makes this thread. */
const { databasePlace } = workerData as { readonly databasePlace: string };
const database = openDatabase(databasePlace);
const open = new Map<number, ReadableStreamDefaultReader<Uint8Array>>();
let filesCount = 0;

parentPort?.on('message', async ({ id, order }: { readonly id: number; readonly order: Order }) => {
  const reply = await obey(order).catch(failure);
  parentPort?.postMessage({ id, reply });
});

async function obey(order: Order): Promise<Reply> {
  switch (order.kind) {
    case 'work': {
      const work: (reading: Reading, asked: never) => Promise<unknown> = works[order.name];
      return { kind: 'answer', value: await work(readingAt(order.nowMs), order.asked as never) };
    }
    case 'file': {
      const { headers, body } = await files[order.name](readingAt(order.nowMs), order.asked);
      if (!body) throw new Error('A file has a body');
      filesCount++;
      open.set(filesCount, body.getReader());
      return { kind: 'file', file: filesCount, headers: [...headers] };
    }
    case 'more': {
      const part = await open.get(order.file)?.read();
      if (part?.value) return { kind: 'part', bytes: part.value };
      open.delete(order.file);
      return { kind: 'end' };
    }
    case 'leave':
      await open.get(order.file)?.cancel();
      open.delete(order.file);
      return { kind: 'end' };
    default:
      return order satisfies never;
  }
}

function readingAt(nowMs: number): Reading {
  const setTimer = () => {
    throw new Error('Nothing that is read waits');
  };
  return { database, clock: { nowMs: () => nowMs, setTimer } };
}

function failure(error: unknown): Reply {
  return error instanceof Problem
    ? { kind: 'refused', code: error.code, details: error.details }
    : { kind: 'failed', error };
}
