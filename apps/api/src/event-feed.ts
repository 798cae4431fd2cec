import { eventsAfter, lastEventId } from '@alize/db';
import type { StoredEvent } from '@alize/model';
import { watchDatabase } from '@alize/runtime';
import type { ApiParts } from './api-parts.ts';
import { events as logged } from './events.ts';

const pageRows = 500;

/** The event table, told to listeners as it grows. */
export interface EventFeed {
  /** Id of the newest event that was told. */
  readonly position: number;
  /** Look now: this process has written events itself. */
  wake(): void;
  /** Tells every event from now on, in order; the answer ends it. */
  listen(listener: FeedListener): () => void;
  /** Tells every listener that nothing more comes. */
  stop(): Promise<void>;
}

export interface FeedListener {
  tell(event: StoredEvent): void;
  end(): void;
}

/** Follows the event table from its end on: other processes' commits wake it, and so does `wake`. */
export async function createEventFeed(api: ApiParts): Promise<EventFeed> {
  const { db } = api.database;
  const listeners = new Set<FeedListener>();
  let position = await lastEventId(db);
  let reading: Promise<void> | null = null;
  let isWanted = false;

  const read = async () => {
    while (isWanted) {
      isWanted = false;
      const events = await eventsAfter(db, position, pageRows);
      for (const event of events) {
        position = event.id;
        for (const listener of listeners) listener.tell(event);
      }
      if (events.length === pageRows) isWanted = true;
    }
  };
  const wake = () => {
    isWanted = true;
    reading ??= read()
      .catch((error: unknown) => logged.feedFailed(api.log, error))
      .finally(() => {
        reading = null;
      });
  };
  const unwatch = watchDatabase(api.database, api.clock, wake);
  return {
    get position() {
      return position;
    },
    wake,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      unwatch();
      await reading;
      for (const listener of listeners) listener.end();
    },
  };
}
