import { appendEvents, findUserByLogin, lastEventId } from '@alize/db';
import type { Event } from '@alize/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let address: string;
beforeAll(async () => {
  api = await startApi();
  address = await api.listen();
});
afterAll(() => api.close());

/** Reads a stream's text as it comes; `until` waits for a piece of it. */
async function open(cookie: string, headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const response = await fetch(`http://${address}/v1/events`, {
    headers: { cookie, ...headers },
    signal: leaving.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    async until(piece: string): Promise<string> {
      while (!text.includes(piece)) {
        const read = await reader?.read();
        if (!read || read.done) throw new Error(`the stream ended before ${piece}`);
        text += read.value;
      }
      return text;
    },
    close: () => leaving.abort(),
  };
}

const dialerChanged = (isAsteriskUp: boolean): Event => ({ kind: 'dialer.changed', isAsteriskUp });
const tell = (clientId: `client_${string}` | null, ...events: Event[]) =>
  appendEvents(
    api.db,
    api.clock.nowMs(),
    events.map((event) => ({ clientId, event })),
  );
/** This process wrote the event itself, so it asks something that wakes the feed, as every writing request does. */
const wake = async (cookie: string) => {
  await fetch(`http://${address}/v1/session`, {
    method: 'PATCH',
    headers: { cookie, origin: 'http://localhost:8500', 'content-type': 'application/json' },
    body: '{"language":"fr"}',
  });
};

test('events come as they happen, and those missed come first on a resume', async () => {
  const { cookie } = await api.logIn('superviseur');
  const first = await open(cookie);
  await first.until('from here on');
  await tell(null, dialerChanged(true));
  await wake(cookie);
  const text = await first.until('"isAsteriskUp":true');
  const id = /id: (\d+)\ndata: \{.*"isAsteriskUp":true/.exec(text)?.[1] ?? '';
  first.close();

  await tell(null, dialerChanged(false));
  const second = await open(cookie, { 'last-event-id': id });
  const resumed = await second.until('"isAsteriskUp":false');
  expect(resumed).not.toContain('"isAsteriskUp":true');
  second.close();
});

test('a reader who missed too much, or comes from another database, is told to ask anew', async () => {
  const { cookie } = await api.logIn('superviseur');
  const stream = await open(cookie, { 'last-event-id': String((await lastEventId(api.db)) + 1000) });
  await stream.until('event: resync');
  stream.close();
});

test('an agent sees their own calls and the campaigns, and nobody another client’s', async () => {
  const { cookie } = await api.logIn('agent');
  const other = await addOtherClient(api);
  const me = await findUserByLogin(api.db, 'agent');
  if (!me?.clientId) throw new Error('the demonstration is missing');
  const agentChanged = (userId: `user_${string}`): Event => ({
    kind: 'agent.changed',
    userId,
    state: 'ready',
    pauseReason: null,
    wishedPause: null,
    sinceMs: 0,
    attemptId: null,
    campaignId: null,
    connection: 'up',
  });
  const stream = await open(cookie);
  await stream.until('from here on');
  await tell(other.clientId, agentChanged(me.id));
  await tell(me.clientId, agentChanged(other.user), agentChanged(me.id));
  await wake(cookie);
  const text = await stream.until('agent.changed');
  expect(text.match(/agent\.changed/g)).toHaveLength(1);
  expect(text).toContain(`"clientId":"${me.clientId}"`);
  expect(text).not.toContain(other.user);
  stream.close();
});

test('a stranger gets no stream', async () => {
  expect((await open('')).status).toBe(401);
});
