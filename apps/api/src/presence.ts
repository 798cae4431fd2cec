import { markPresent } from '@alize/db';
import type { UserId } from '@alize/model';
import { startLoop } from '@alize/runtime';
import type { ApiParts } from './api-parts.ts';
import { events } from './events.ts';

/** How often the rows of the agents who are there are refreshed; the dialer gives an agent up after 1,500 ms. */
const refreshEveryMs = 400;

/** Which agents' browsers are there, kept in the agents' rows for the dialer to see. */
export interface Presence {
  /** True while the agent's browser answers. */
  arrive(userId: UserId): void;
  /** The agent's browser is gone: their row says so at once. */
  leave(userId: UserId): void;
  stop(): Promise<void>;
}

export function startPresence(api: ApiParts): Presence {
  const { db } = api.database;
  const present = new Set<UserId>();
  const onError = (error: unknown) => events.presenceFailed(api.log, error);
  const loop = startLoop({
    clock: api.clock,
    everyMs: refreshEveryMs,
    job: () => markPresent(db, [...present], api.clock.nowMs()),
    onError,
  });
  return {
    arrive(userId) {
      present.add(userId);
      loop.wake();
    },
    leave(userId) {
      present.delete(userId);
      void markPresent(db, [userId], 0).catch(onError);
    },
    async stop() {
      await loop.stop();
      await markPresent(db, [...present], 0).catch(onError);
    },
  };
}
