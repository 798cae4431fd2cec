import type {
  ClientId,
  DeliveryId,
  DeliveryState,
  DeliveryWay,
  LeadId,
  NoticeKind,
  PhoneNumber,
} from '@alize/model';
import { sql } from 'kysely';
import { leadsOfNumbers } from './lead-phones.ts';
import type { Db } from './open-database.ts';

/** A delivery as a row of a page. */
export type StoredDelivery = Awaited<ReturnType<typeof deliveriesOfClient>>[number];

/** Which deliveries a page shows; what is undefined does not narrow it. */
export interface DeliveryFilter {
  readonly target?: string | undefined;
  readonly way?: DeliveryWay | undefined;
  readonly state?: DeliveryState | undefined;
  readonly noticeKind?: NoticeKind | undefined;
  readonly leadId?: LeadId | undefined;
}

/** The client's deliveries that fit, newest first. Index delivery_client, delivery_target or delivery_lead. */
export async function deliveriesOfClient(
  db: Db,
  clientId: ClientId,
  filter: DeliveryFilter,
  page: {
    readonly before: { readonly atMs: number; readonly id: DeliveryId } | null;
    readonly limit: number;
  },
) {
  const { before } = page;
  return selectDeliveries(db, clientId)
    .$if(filter.target !== undefined, (query) => query.where('target', '=', filter.target as string))
    .$if(filter.way !== undefined, (query) => query.where('way', '=', filter.way as DeliveryWay))
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state as DeliveryState))
    .$if(filter.noticeKind !== undefined, (query) =>
      query.where('notice_kind', '=', filter.noticeKind as NoticeKind),
    )
    .$if(filter.leadId !== undefined, (query) => query.where('lead_id', '=', filter.leadId as LeadId))
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`created_at <= ${before?.atMs} and (created_at < ${before?.atMs} or id < ${before?.id})`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
}

/** A delivery with what is sent, its log, and what the receiver said last; null when the client has none of that id. */
export async function findDelivery(db: Db, clientId: ClientId, id: DeliveryId) {
  const row = await selectDeliveries(db, clientId)
    .select(['payload', 'answer'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const tries = await db
    .selectFrom('delivery_try')
    .select(['at as atMs', 'duration_ms as durationMs', 'failure', 'status'])
    .where('delivery_id', '=', id)
    .orderBy('number')
    .execute();
  // Written by enqueue alone.
  return { ...row, payload: JSON.parse(row.payload) as unknown, tries };
}

const selectDeliveries = (db: Db, clientId: ClientId) =>
  db
    .selectFrom('delivery')
    .select([
      'id',
      'way',
      'target',
      'notice_kind as noticeKind',
      'state',
      'tries_count as triesCount',
      'next_try_at as nextTryAtMs',
      'failure',
      'status',
      'campaign_id as campaignId',
      'lead_id as leadId',
      'sent_at as sentAtMs',
      'created_at as createdAtMs',
      'changed_at as changedAtMs',
    ])
    .where('client_id', '=', clientId);

/**
 * Makes a delivery due now, with all its tries before it; one that is being sent at this moment is left to that. False
 * when the client has none of that id.
 */
export async function resendDelivery(
  db: Db,
  clientId: ClientId,
  id: DeliveryId,
  nowMs: number,
): Promise<boolean> {
  const isSending = sql<boolean>`state = 'due' and taken_until > ${nowMs}`;
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({
      next_try_at: sql`case when ${isSending} then next_try_at else ${nowMs} end`,
      tries_count: sql`case when ${isSending} then tries_count else 0 end`,
      // A reminder that people send again by hand is not too late for them.
      expires_at: sql`case when state = 'due' then expires_at else null end`,
      state: 'due',
      changed_at: nowMs,
    })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const dayMs = 24 * 3_600_000;
const sentKeptMs = 30 * dayMs;
const deadKeptMs = 90 * dayMs;
const sweptAtOnce = 1_000;

/** Forgets what was sent 30 days ago and what was given up 90 days ago, some at a time; how many. Index delivery_old. */
export async function sweepDeliveries(db: Db, nowMs: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const old = await tx
      .selectFrom('delivery')
      .select('id')
      .where((where) =>
        where.or([
          where.and([where('state', '=', 'sent'), where('changed_at', '<=', nowMs - sentKeptMs)]),
          where.and([where('state', '=', 'dead'), where('changed_at', '<=', nowMs - deadKeptMs)]),
        ]),
      )
      .limit(sweptAtOnce)
      .execute();
    await deleteDeliveries(
      tx,
      old.map(({ id }) => id),
    );
    return old.length;
  });
}

interface Person {
  readonly clientId: ClientId;
  readonly numbers: readonly PhoneNumber[];
}

/** What was told of a person to whom, with what was sent. Indexes lead_phone_number and delivery_lead. */
export async function deliveriesOfPerson(db: Db, { clientId, numbers }: Person) {
  const rows = await selectDeliveries(db, clientId)
    .select('payload')
    .where('lead_id', 'in', leadsOfNumbers(db, clientId, numbers))
    .orderBy('created_at')
    .execute();
  // Written by enqueue alone.
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown }));
}

/** Forgets every delivery that speaks of a person, sent or not. Call it in a transaction. */
export async function eraseDeliveries(tx: Db, { clientId, numbers }: Person): Promise<void> {
  const rows = await tx
    .selectFrom('delivery')
    .select('id')
    .where('client_id', '=', clientId)
    .where('lead_id', 'in', leadsOfNumbers(tx, clientId, numbers))
    .execute();
  await deleteDeliveries(
    tx,
    rows.map(({ id }) => id),
  );
}

async function deleteDeliveries(tx: Db, ids: readonly DeliveryId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('delivery_try')
    .where('delivery_id', 'in', [...ids])
    .execute();
  await tx
    .deleteFrom('delivery')
    .where('id', 'in', [...ids])
    .execute();
}
