import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allAgents } from '@alize/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { origin, startApi, type TestApi } from './start-api.ts';

/** Stands for Asterisk: says back what it hears. */
const echo = createServer();
const sockets = new WebSocketServer({ server: echo });
sockets.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
});

let api: TestApi;
let address: string;
let agent: Awaited<ReturnType<TestApi['logIn']>>;
beforeAll(async () => {
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const { port } = echo.address() as AddressInfo;
  api = await startApi({ sipSocketUrl: `ws://127.0.0.1:${port}` });
  address = await api.listen();
  agent = await api.logIn('agent');
});
afterAll(async () => {
  await api.close();
  for (const socket of sockets.clients) socket.terminate();
  echo.close();
});

interface Way {
  readonly cookie?: string;
  readonly origin?: string;
  readonly path: string;
  readonly autoPong?: boolean;
}
const dial = (way: Way) =>
  new WebSocket(`ws://${address}${way.path}`, 'sip', {
    origin: way.origin ?? origin,
    headers: { cookie: way.cookie ?? '' },
    autoPong: way.autoPong ?? true,
  });
/** The status that a socket was refused with; 101 when it opened. */
const statusOf = (socket: WebSocket) =>
  new Promise<number>((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
const closed = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
const sitDown = async () =>
  ((await (await agent.ask('POST', '/v1/agent/sign-in')).json()) as { socketPath: string }).socketPath;
const presentAtMs = async () => (await allAgents(api.db))[0]?.presentAtMs ?? -1;

test('only an agent’s newest window, on our own page, gets through', async () => {
  const manager = await api.logIn('responsable');
  const old = await sitDown();
  const path = await sitDown();
  const { cookie } = agent;
  expect(await statusOf(dial({ path }))).toBe(401);
  expect(await statusOf(dial({ path, cookie, origin: 'https://mechant.example' }))).toBe(403);
  expect(await statusOf(dial({ path, cookie: manager.cookie }))).toBe(403);
  expect(await statusOf(dial({ path: old, cookie }))).toBe(409);
  expect(await statusOf(dial({ path: '/sip', cookie }))).toBe(409);
});

test('frames pass both ways while the agent counts as present, and not after', async () => {
  const socket = dial({ path: await sitDown(), cookie: agent.cookie });
  const answer = new Promise<string>((resolve) => socket.on('message', (data) => resolve(String(data))));
  await statusOf(socket);
  socket.send('OPTIONS sip:alize SIP/2.0\r\n\r\n');
  expect(await answer).toBe('OPTIONS sip:alize SIP/2.0\r\n\r\n');
  await expect.poll(presentAtMs, { interval: 20 }).toBeGreaterThan(api.clock.nowMs() - 1000);
  socket.close();
  await expect.poll(presentAtMs, { interval: 20 }).toBe(0);
});

test('a second window takes over from the first', async () => {
  const first = dial({ path: await sitDown(), cookie: agent.cookie });
  await statusOf(first);
  const firstClosed = closed(first);
  const second = dial({ path: await sitDown(), cookie: agent.cookie });
  await statusOf(second);
  expect(await firstClosed).toBe(4001);
  await expect.poll(presentAtMs, { interval: 20 }).toBeGreaterThan(0);
  second.close();
  await closed(second);
});

test('a browser that no longer answers is given up within two seconds', async () => {
  const socket = dial({ path: await sitDown(), cookie: agent.cookie, autoPong: false });
  await statusOf(socket);
  const openedAtMs = performance.now();
  expect(await closed(socket)).toBe(1006);
  expect(performance.now() - openedAtMs).toBeLessThan(2000);
  await expect.poll(presentAtMs, { interval: 20 }).toBe(0);
});
