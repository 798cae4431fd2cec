import type { BusyTime, Calendar, CalendarId, CalendarSettings, ClientId } from '@alize/model';
import { lockToChange, unlessTaken } from './engine.ts';
import type { Db, Tx } from './open-database.ts';

/** A feed or a CalDAV collection that a calendar reads; the password is enciphered. */
export interface Inbound {
  readonly kind: 'ics' | 'caldav';
  readonly url: string;
  readonly user: string | null;
  readonly password: string | null;
}

export interface StoredCalendar extends Calendar {
  readonly version: number;
  /** Who knows it may read what is booked. */
  readonly feedKey: string;
  readonly inbound: Inbound | null;
  /** When it was last read to its end. */
  readonly inboundReadAtMs: number | null;
  /** Code of why the last reading failed; null when it did not. */
  readonly inboundFailure: string | null;
  /** What the server said of the version that was read. */
  readonly inboundEtag: string | null;
}

/** The calendars of a client, by name. */
export async function calendarsOfClient(db: Db, clientId: ClientId): Promise<readonly StoredCalendar[]> {
  const rows = await selectCalendars(db, clientId).orderBy('name').orderBy('id').execute();
  return rows.map(toCalendar);
}

/** A calendar; null when the client has none of that id. */
export async function findCalendar(
  db: Db,
  clientId: ClientId,
  id: CalendarId,
): Promise<StoredCalendar | null> {
  const row = await selectCalendars(db, clientId).where('id', '=', id).executeTakeFirst();
  return row ? toCalendar(row) : null;
}

/** Calendars of a client by their ids, those that it has. */
export async function calendarsByIds(
  db: Db,
  clientId: ClientId,
  ids: readonly CalendarId[],
): Promise<readonly StoredCalendar[]> {
  if (ids.length === 0) return [];
  return (await selectCalendarsByIds(db, clientId, ids).execute()).map(toCalendar);
}

/**
 * The same, and it is their turn from then on: whoever else wants to place something in one of them waits for the end of
 * the transaction.
 */
export async function takeCalendars(
  tx: Tx,
  clientId: ClientId,
  ids: readonly CalendarId[],
): Promise<readonly StoredCalendar[]> {
  if (ids.length === 0) return [];
  const query = selectCalendarsByIds(tx, clientId, ids);
  return (await lockToChange(tx, 'calendar', query).execute()).map(toCalendar);
}

/** In one order for all, so that no two who lock them wait for each other. */
function selectCalendarsByIds(db: Db, clientId: ClientId, ids: readonly CalendarId[]) {
  return selectCalendars(db, clientId)
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id');
}

/** The calendar whose feed has this key; null when there is none. Index calendar_feed. */
export async function findCalendarByFeedKey(db: Db, feedKey: string): Promise<StoredCalendar | null> {
  const row = await db.selectFrom('calendar').selectAll().where('feed_key', '=', feedKey).executeTakeFirst();
  return row ? toCalendar(row) : null;
}

/** Stores a new calendar; false when its name is taken. */
export async function insertCalendar(
  db: Db,
  calendar: { readonly id: CalendarId; readonly clientId: ClientId; readonly feedKey: string },
  settings: CalendarSettings,
  atMs: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('calendar')
    .values({
      ...{ id: calendar.id, client_id: calendar.clientId, feed_key: calendar.feedKey },
      ...columnsOf(settings),
      ...{ inbound: null, inbound_read_at: null, inbound_failure: null, inbound_etag: null },
      ...{ created_at: atMs, changed_at: atMs },
    })
    .onConflict((conflict) => conflict.columns(['client_id', 'name']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * Stores settings in place of those of version `expected`, in a statement alone; nothing changes unless it is said to be
 * saved.
 */
export async function saveCalendar(
  db: Db,
  saved: { readonly id: CalendarId; readonly clientId: ClientId; readonly expected: number },
  settings: CalendarSettings,
  atMs: number,
): Promise<'saved' | 'stale' | 'name_taken'> {
  const { id, clientId, expected } = saved;
  const saving = db
    .updateTable('calendar')
    .set({ ...columnsOf(settings), version: expected + 1, changed_at: atMs })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .where('version', '=', expected)
    .executeTakeFirst();
  const result = await unlessTaken(saving);
  if (result === 'taken') return 'name_taken';
  return result.numUpdatedRows === 1n ? 'saved' : 'stale';
}

/** Removes a calendar in which nothing was ever placed; false when something was. */
export async function deleteCalendar(tx: Tx, clientId: ClientId, id: CalendarId): Promise<boolean> {
  await takeCalendars(tx, clientId, [id]);
  const used = await tx
    .selectFrom('appointment')
    .select('id')
    .where('calendar_id', '=', id)
    .executeTakeFirst();
  if (used) return false;
  await tx.deleteFrom('calendar_busy').where('calendar_id', '=', id).execute();
  await tx.deleteFrom('calendar').where('id', '=', id).where('client_id', '=', clientId).execute();
  return true;
}

/** Gives the feed another key; the old one opens nothing any more. */
export async function setFeedKey(db: Db, clientId: ClientId, id: CalendarId, feedKey: string): Promise<void> {
  await db
    .updateTable('calendar')
    .set({ feed_key: feedKey })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}

/** Says what makes a calendar busy from now on; what another feed said before counts no more. */
export async function setInbound(
  tx: Tx,
  clientId: ClientId,
  id: CalendarId,
  inbound: Inbound | null,
): Promise<void> {
  await tx
    .updateTable('calendar')
    .set({
      inbound: inbound && JSON.stringify(inbound),
      ...{ inbound_read_at: null, inbound_failure: null, inbound_etag: null },
    })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
  await tx
    .deleteFrom('calendar_busy')
    .where('calendar_id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}

/** Every active calendar, of any client, that reads a feed or a collection. */
export async function calendarsWithInbound(db: Db): Promise<readonly StoredCalendar[]> {
  const rows = await db
    .selectFrom('calendar')
    .selectAll()
    .where('inbound', 'is not', null)
    .where('is_active', '=', 1)
    .orderBy('id')
    .execute();
  return rows.map(toCalendar);
}

/** What came of reading a calendar's feed. */
export type InboundReading =
  | { readonly kind: 'read'; readonly busy: readonly BusyTime[]; readonly etag: string | null }
  /** It is as it was. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: string };

/** Busy times in one statement; SQLite takes 32,766 values at most. */
const busyAtOnce = 1000;

/** Keeps what came of a reading of `inbound`: nothing, when the calendar reads something else by now. */
export async function keepReading(
  tx: Tx,
  calendar: Pick<StoredCalendar, 'id' | 'clientId' | 'inbound'>,
  reading: InboundReading,
  atMs: number,
): Promise<void> {
  const { id, clientId } = calendar;
  const set =
    reading.kind === 'failed'
      ? { inbound_failure: reading.code }
      : {
          inbound_failure: null,
          inbound_read_at: atMs,
          ...(reading.kind === 'read' && { inbound_etag: reading.etag }),
        };
  const { numUpdatedRows } = await tx
    .updateTable('calendar')
    .set(set)
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .where('inbound', '=', calendar.inbound && JSON.stringify(calendar.inbound))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n || reading.kind !== 'read') return;
  await tx.deleteFrom('calendar_busy').where('calendar_id', '=', id).execute();
  for (let from = 0; from < reading.busy.length; from += busyAtOnce) {
    const rows = reading.busy.slice(from, from + busyAtOnce).map(({ startsAtMs, endsAtMs }) => ({
      ...{ calendar_id: id, client_id: clientId, starts_at: startsAtMs, ends_at: endsAtMs },
    }));
    await tx.insertInto('calendar_busy').values(rows).execute();
  }
}

function selectCalendars(db: Db, clientId: ClientId) {
  return db.selectFrom('calendar').selectAll().where('client_id', '=', clientId);
}

function columnsOf({ name, isActive, ...settings }: CalendarSettings) {
  return { name, is_active: isActive ? 1 : 0, settings: JSON.stringify(settings) };
}

type CalendarRow = Awaited<ReturnType<ReturnType<typeof selectCalendars>['executeTakeFirstOrThrow']>>;

function toCalendar(row: CalendarRow): StoredCalendar {
  return {
    // Both were written by this file alone.
    ...(JSON.parse(row.settings) as Omit<CalendarSettings, 'name' | 'isActive'>),
    inbound: row.inbound === null ? null : (JSON.parse(row.inbound) as Inbound),
    id: row.id,
    clientId: row.client_id,
    name: row.name,
    isActive: row.is_active === 1,
    version: row.version,
    feedKey: row.feed_key,
    inboundReadAtMs: row.inbound_read_at,
    inboundFailure: row.inbound_failure,
    inboundEtag: row.inbound_etag,
  };
}
