import type { ServerResponse } from 'node:http';
import { eventsAfter } from '@alize/db';
import type { StoredEvent } from '@alize/model';
import { events } from './events.ts';
import type { Api, Asker } from './routing.ts';

const heartbeatMs = 15_000;
/** A reader this many bytes behind is told to ask for everything anew once it has caught up. */
const queueBytesMax = 256 * 1024;
/** Whoever missed more events than this asks for everything anew; it is cheaper than telling them. */
const missedMax = 2000;

export interface StreamOptions {
  readonly asker: Asker;
  /** The last event that the reader has; null for "from now on". */
  readonly afterId: number | null;
  /** Whether the session behind the stream still is one. */
  readonly isStillGood: () => Promise<boolean>;
}

/**
 * Writes an event stream on a Node response until it closes: what was missed since `afterId`, then everything as it
 * happens. `resync` says that something was left out, so the reader must ask for the state anew.
 */
export async function writeEventStream(
  api: Api,
  response: ServerResponse,
  options: StreamOptions,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    // A stream that ends leaves no idle connection, so that stopping need not wait for it.
    connection: 'close',
  });
  response.flushHeaders();
  const early: StoredEvent[] = [];
  let isBehind = false;
  let tell = (event: StoredEvent) => void early.push(event);
  const unlisten = api.feed.listen({ tell: (event) => tell(event), end: () => response.end() });
  const stopHeartbeat = startHeartbeat(api, response, options.isStillGood);
  api.metrics.streams.inc();
  response.on('close', () => {
    api.metrics.streams.dec();
    unlisten();
    stopHeartbeat();
  });
  response.on('drain', () => {
    if (isBehind) response.write(resync(api.feed.position));
    isBehind = false;
  });

  const send = (event: StoredEvent) => {
    if (!maySee(options.asker, event)) return;
    if (response.writableLength > queueBytesMax) isBehind = true;
    if (!isBehind) response.write(frame(event));
  };
  let lastId = await writeMissed(api, response, options.afterId, send);
  tell = (event) => {
    if (event.id > lastId) send(event);
    lastId = Math.max(lastId, event.id);
  };
  for (const event of early) tell(event);
}

/** Writes what was missed; answers the id of the newest event that the reader is now past. */
async function writeMissed(
  api: Api,
  response: ServerResponse,
  afterId: number | null,
  send: (event: StoredEvent) => void,
): Promise<number> {
  const position = api.feed.position;
  if (afterId === null) {
    response.write(`id: ${position}\n: from here on\n\n`);
    return position;
  }
  const missed = await eventsAfter(api.database.db, afterId, missedMax + 1);
  const newest = missed.at(-1)?.id ?? position;
  // An id from another database, or too long a time: what happened since cannot be told.
  if (missed.length > missedMax || afterId > position) {
    response.write(resync(position));
    return position;
  }
  for (const event of missed) send(event);
  return newest;
}

/** Comments keep proxies from closing a quiet stream; the same beat ends the stream of a session that ended. */
function startHeartbeat(api: Api, response: ServerResponse, isStillGood: () => Promise<boolean>): () => void {
  let cancel = () => {};
  const beat = () => {
    response.write(': still here\n\n');
    cancel = api.clock.setTimer(heartbeatMs, beat);
    isStillGood()
      .then((isGood) => isGood || response.end())
      .catch((error: unknown) => events.sessionCheckFailed(api.log, error));
  };
  cancel = api.clock.setTimer(heartbeatMs, beat);
  return () => cancel();
}

const frame = (event: StoredEvent) => `id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`;
const resync = (id: number) => `id: ${id}\nevent: resync\ndata: {}\n\n`;

/**
 * An agent sees their own state and calls, how their client's campaigns stand, and what becomes of appointments; others
 * all of their client's.
 */
export function maySee(asker: Asker, { clientId, event }: StoredEvent): boolean {
  if (clientId !== null && clientId !== asker.clientId) return false;
  if (asker.role !== 'agent') return true;
  switch (event.kind) {
    case 'agent.changed':
      return event.userId === asker.userId;
    case 'call.changed':
      return event.agentId === asker.userId;
    case 'campaign.changed':
    case 'dialer.changed':
    // Whoever offers a time must see at once that somebody else took it; the event names nobody.
    case 'appointment.changed':
      return true;
    case 'campaign.paced':
    case 'list.changed':
    case 'import.changed':
    case 'survey.changed':
    case 'handover.changed':
    case 'delivery.changed':
    case 'audit.noted':
      return false;
  }
}
