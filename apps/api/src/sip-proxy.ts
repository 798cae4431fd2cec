import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { findAgent } from '@alize/db';
import type { UserId } from '@alize/model';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { events } from './events.ts';
import { isOwnOrigin } from './own-origin.ts';
import { type Presence, startPresence } from './presence.ts';
import type { Api } from './routing.ts';
import { sessionOf } from './session.ts';

const pingEveryMs = 500;
const silentMs = 1200;
/** How often a connected telephone's session is looked at again. */
const checkEveryPings = 30;
const frameBytesMax = 64 * 1024;
/** Frames kept while Asterisk's side opens. */
const earlyMax = 32;
/** Close codes for the console: another window took the seat; the session has ended. */
const takenOver = 4001;
const sessionEnded = 4002;

/** The way of the agents' SIP to Asterisk, and thereby our knowledge of who is there. */
export interface SipProxy {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  stop(): Promise<void>;
}

/** Passes SIP frames between agents' browsers and Asterisk. Only a signed-in agent's newest window gets through. */
export function createSipProxy(api: Api): SipProxy {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: frameBytesMax,
    handleProtocols: () => 'sip',
  });
  const presence = startPresence(api);
  const telephones = new Map<UserId, WebSocket>();
  return {
    async upgrade(request, socket, head) {
      const asked = await admit(api, request);
      if (asked.kind === 'refused') return refuse(socket, asked.status);
      server.handleUpgrade(request, socket, head, (browser) => {
        telephones.get(asked.userId)?.close(takenOver, 'taken over');
        telephones.set(asked.userId, browser);
        api.metrics.telephones.set(telephones.size);
        connect(api, presence, browser, { ...asked, cookies: request.headers.cookie });
        browser.on('close', () => {
          if (telephones.get(asked.userId) !== browser) return;
          telephones.delete(asked.userId);
          api.metrics.telephones.set(telephones.size);
          presence.leave(asked.userId);
        });
      });
    },
    async stop() {
      for (const browser of telephones.values()) browser.terminate();
      server.close();
      await presence.stop();
    },
  };
}

type Admission =
  | { readonly kind: 'admitted'; readonly userId: UserId }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 409 };

/** A page of our own, a session of an agent who has a seat, and that agent's newest window. */
async function admit(api: Api, request: IncomingMessage): Promise<Admission> {
  const protocols = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
  if (!isOwnOrigin(request.headers.origin ?? '', api.settings.origin) || !protocols?.includes('sip')) {
    return { kind: 'refused', status: 403 };
  }
  const session = await sessionOf(api, request.headers.cookie);
  if (!session) return { kind: 'refused', status: 401 };
  const { userId, clientId } = session;
  if (session.role !== 'agent' || !clientId) return { kind: 'refused', status: 403 };
  const agent = await findAgent(api.database.db, clientId, userId, 0);
  const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
  if (!agent?.seat || !api.tickets.accept(userId, ticket)) return { kind: 'refused', status: 409 };
  return { kind: 'admitted', userId };
}

function refuse(socket: Duplex, status: 401 | 403 | 409): void {
  const text = { 401: 'Unauthorized', 403: 'Forbidden', 409: 'Conflict' }[status];
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function connect(
  api: Api,
  presence: Presence,
  browser: WebSocket,
  agent: { readonly userId: UserId; readonly cookies: string | undefined },
): void {
  const stopWatching = watch(api, browser, agent.cookies);
  // The fake Asterisk has no telephones: the socket tells of presence alone.
  if (api.settings.asterisk !== 'fake') passToAsterisk(api, browser);
  browser.on('error', () => browser.terminate());
  browser.on('close', (_code, reason) => {
    stopWatching();
    events.telephoneDown(api.log, { userId: agent.userId, reason: reason.toString() });
  });
  presence.arrive(agent.userId);
  events.telephoneUp(api.log, { userId: agent.userId });
}

function passToAsterisk(api: Api, browser: WebSocket): void {
  const asterisk = new WebSocket(api.settings.sipSocketUrl, 'sip', { maxPayload: frameBytesMax });
  pass(browser, asterisk);
  pass(asterisk, browser);
  asterisk.on('error', (error) => events.asteriskSocketFailed(api.log, error));
  asterisk.on('close', () => browser.close(1013, 'no Asterisk'));
  browser.on('close', () => asterisk.close());
}

/** Frames from one side to the other, in order; a few are kept while the other side opens. */
function pass(from: WebSocket, to: WebSocket): void {
  const early: { data: RawData; isBinary: boolean }[] = [];
  from.on('message', (data, isBinary) => {
    if (to.readyState === WebSocket.OPEN) to.send(data, { binary: isBinary });
    else if (to.readyState === WebSocket.CONNECTING && early.length < earlyMax)
      early.push({ data, isBinary });
  });
  to.on('open', () => {
    for (const { data, isBinary } of early.splice(0)) to.send(data, { binary: isBinary });
  });
}

/**
 * Pings a browser, ends it when it falls silent, and now and then asks whether its session still is one. Time for which
 * this process itself was held up is not the browser's silence: its answers wait to be read.
 */
function watch(api: Api, browser: WebSocket, cookies: string | undefined): () => void {
  let answeredAtMs = api.clock.nowMs();
  let dueAtMs = answeredAtMs + pingEveryMs;
  let pings = 0;
  let cancel = () => {};
  const beat = () => {
    answeredAtMs += Math.max(0, api.clock.nowMs() - dueAtMs);
    dueAtMs = api.clock.nowMs() + pingEveryMs;
    if (api.clock.nowMs() - answeredAtMs > silentMs) return browser.terminate();
    browser.ping();
    pings += 1;
    if (pings % checkEveryPings === 0) void endWithSession(api, browser, cookies);
    cancel = api.clock.setTimer(pingEveryMs, beat);
  };
  browser.on('pong', () => {
    answeredAtMs = api.clock.nowMs();
  });
  cancel = api.clock.setTimer(pingEveryMs, beat);
  return () => cancel();
}

async function endWithSession(api: Api, browser: WebSocket, cookies: string | undefined): Promise<void> {
  const session = await sessionOf(api, cookies).catch((error: unknown) => {
    events.sessionCheckFailed(api.log, error);
    return undefined;
  });
  if (session === null) browser.close(sessionEnded, 'session ended');
}
