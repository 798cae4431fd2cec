import { closeTry, type TakenDelivery, type TryResult, takeDeliveries, waitingLanes } from '@alize/db';
import { DeliveryError, nextTryAt } from '@alize/delivery';
import { startLoop, watchDatabase } from '@alize/runtime';
import type { ApiParts } from '../api-parts.ts';
import { events } from '../events.ts';
import type { Senders } from './senders.ts';

/** Sends what was stored to be told, as soon as it is due. */
export interface Outbox {
  /** Look now: this process has stored something to send. */
  wake(): void;
  /** Takes nothing more; resolves when what is being sent has been. */
  stop(): Promise<void>;
}

/** How often it looks when nobody has told it to: for those whose time has come. */
const everyMs = 1_000;
/** Longer than any try takes; what a process that died was sending is taken up by another after so long. */
const leaseMs = 120_000;
/** Sent at once in one lane, so that a slow receiver holds up no other. */
const atOnce = (lane: string): number => (lane === 'csv_drop' ? 1 : 4);
const atOnceInAll = 64;

/**
 * Takes due deliveries, sends them, and writes what came of each: at least once, whatever dies when. Woken by this
 * process, by other processes' commits, and by time.
 */
export function createOutbox(api: ApiParts, senders: Senders): Outbox {
  const { db } = api.database;
  const inLanes = new Map<string, number>();
  const inFlight = new Set<Promise<void>>();
  let isStopped = false;

  const begin = (delivery: TakenDelivery) => {
    const { lane } = delivery;
    inLanes.set(lane, (inLanes.get(lane) ?? 0) + 1);
    const sending = deliver(api, senders, delivery)
      .catch((error: unknown) => events.outboxFailed(api.log, error))
      .finally(() => {
        inFlight.delete(sending);
        const left = (inLanes.get(lane) ?? 1) - 1;
        if (left > 0) inLanes.set(lane, left);
        else inLanes.delete(lane);
        loop.wake();
      });
    inFlight.add(sending);
  };
  const takeDue = async () => {
    for (const lane of await waitingLanes(db)) {
      const limit = Math.min(atOnce(lane) - (inLanes.get(lane) ?? 0), atOnceInAll - inFlight.size);
      if (limit <= 0 || isStopped) continue;
      const nowMs = api.clock.nowMs();
      const taken = await takeDeliveries(db, { lane, limit, nowMs, untilMs: nowMs + leaseMs });
      for (const delivery of taken) begin(delivery);
    }
  };
  const loop = startLoop({
    ...{ clock: api.clock, everyMs, job: takeDue },
    onError: (error) => events.outboxFailed(api.log, error),
  });
  const unwatch = watchDatabase(api.database, api.clock, loop.wake);
  return {
    wake: loop.wake,
    async stop() {
      isStopped = true;
      unwatch();
      await loop.stop();
      await Promise.all(inFlight);
      senders.close();
    },
  };
}

async function deliver(api: ApiParts, senders: Senders, delivery: TakenDelivery): Promise<void> {
  const atMs = api.clock.nowMs();
  const result = await tryOnce(api, senders, delivery);
  await closeTry(api.database.db, delivery, { atMs, endedAtMs: api.clock.nowMs(), result });
}

async function tryOnce(api: ApiParts, senders: Senders, delivery: TakenDelivery): Promise<TryResult> {
  const isLate = delivery.expiresAtMs !== null && delivery.expiresAtMs <= api.clock.nowMs();
  if (isLate) return givenUp(new DeliveryError('timed_out'), false);
  try {
    const sent = await senders.send(delivery);
    if (sent.kind === 'gone') return givenUp(new DeliveryError('refused_by_receiver', sent), true);
    return sent;
  } catch (error) {
    return failed(api, delivery, error);
  }
}

const givenUp = ({ code, status, answer }: DeliveryError, isGone: boolean): TryResult => ({
  ...{ kind: 'failed', failure: code, status, answer, nextTryAtMs: null, isGone },
});

/** What is none of the receiver's or the network's failures is a fault of ours, which may be mended in time. */
function failed(api: ApiParts, delivery: TakenDelivery, error: unknown): TryResult {
  if (!(error instanceof DeliveryError)) events.deliveryFailed(api.log, { deliveryId: delivery.id, error });
  const { code, status, answer } =
    error instanceof DeliveryError ? error : new DeliveryError('receiver_failed', { cause: error });
  const nextTryAtMs = nextTryAt({
    ...{ way: delivery.way, failure: code, triesCount: delivery.triesCount },
    ...{ nowMs: api.clock.nowMs(), expiresAtMs: delivery.expiresAtMs, random: randomShare(api) },
  });
  return { kind: 'failed', failure: code, status, answer, nextTryAtMs, isGone: false };
}

/** From 0 to 1. */
function randomShare(api: ApiParts): number {
  const [byte = 128] = api.random(1);
  return byte / 255;
}
