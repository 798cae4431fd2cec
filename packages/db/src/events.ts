import type { ClientId, Event, StoredEvent } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** An event about to be stored, with the client whose people may see it (null: everyone's). */
export interface NewEvent {
  readonly clientId: ClientId | null;
  readonly event: Event;
}

/** Appends events in the order given. Call it in the transaction of what they tell. */
export async function appendEvents(db: Db, atMs: number, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ clientId, event }) => ({
    at: atMs,
    client_id: clientId,
    campaign_id: 'campaignId' in event ? event.campaignId : null,
    user_id: 'userId' in event ? event.userId : event.kind === 'call.changed' ? event.agentId : null,
    kind: event.kind,
    data: JSON.stringify(event),
  }));
  await db.insertInto('event').values(rows).execute();
}

/** Events after `id`, oldest first, `limit` at most. */
export async function eventsAfter(db: Db, id: number, limit: number): Promise<readonly StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['id', 'at', 'client_id', 'data'])
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    atMs: row.at,
    clientId: row.client_id,
    // Written by appendEvents alone, so it is an Event.
    event: JSON.parse(row.data) as Event,
  }));
}

/** The id of the newest event, 0 when there is none. */
export async function lastEventId(db: Db): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select(sql<number>`coalesce(max(id), 0)`.as('id'))
    .executeTakeFirstOrThrow();
  return row.id;
}
