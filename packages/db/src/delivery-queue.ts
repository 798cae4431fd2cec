import type {
  CampaignId,
  ClientId,
  DeliveryFailure,
  DeliveryId,
  DeliveryWay,
  LeadId,
  NoticeKind,
} from '@alize/model';
import { sql } from 'kysely';
import { lockNext } from './engine.ts';
import { appendEvents } from './events.ts';
import type { Db, Tx } from './open-database.ts';
import { disableWebhook, noteWebhookFailure, noteWebhookSuccess } from './webhook-health.ts';

/** A delivery that this process is to send. */
export interface TakenDelivery {
  readonly id: DeliveryId;
  /** Its place in the order in which facts were told. */
  readonly number: number;
  readonly orderKey: string | null;
  readonly clientId: ClientId;
  readonly way: DeliveryWay;
  readonly target: string;
  readonly lane: string;
  readonly noticeKind: NoticeKind;
  readonly payload: unknown;
  readonly campaignId: CampaignId | null;
  readonly leadId: LeadId | null;
  /** Which try this is, from 1; it tells a late report of an earlier one apart. */
  readonly triesCount: number;
  readonly expiresAtMs: number | null;
  readonly createdAtMs: number;
}

/** What came of a try. */
export type TryResult =
  | { readonly kind: 'sent'; readonly status: number | null; readonly answer: string | null }
  | {
      readonly kind: 'failed';
      readonly failure: DeliveryFailure;
      readonly status: number | null;
      readonly answer: string | null;
      /** Null: it is given up. */
      readonly nextTryAtMs: number | null;
      /** Of a webhook: it wants no more, ever. */
      readonly isGone: boolean;
    };

/** The lanes in which something waits, due or not. Index delivery_due, once for each. */
export async function waitingLanes(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ lane: string }>`
    with recursive found (lane) as (
      select min(lane) from delivery where state = 'due'
      union all
      select (select min(delivery.lane) from delivery where delivery.state = 'due' and delivery.lane > found.lane)
      from found where found.lane is not null
    )
    select lane from found where lane is not null`.execute(db);
  return rows.map(({ lane }) => lane);
}

/** What is asked of a lane. */
export interface TakeAsked {
  readonly lane: string;
  readonly limit: number;
  readonly nowMs: number;
  readonly untilMs: number;
}

/**
 * Takes due deliveries of a lane, those that have waited longest first, until `untilMs`: nobody else takes them before.
 * Of those with the same order key and target only the first that is not sent yet. When nothing is due nothing is locked.
 */
export async function takeDeliveries(db: Db, asked: TakeAsked): Promise<readonly TakenDelivery[]> {
  const first = await selectDue(db, { ...asked, limit: 1 }).executeTakeFirst();
  if (!first) return [];
  return db.transaction().execute(async (tx) => {
    const ids = (await lockNext(tx, selectDue(tx, asked)).execute()).map(({ id }) => id);
    if (ids.length === 0) return [];
    const rows = await tx
      .updateTable('delivery')
      .set((column) => ({ taken_until: asked.untilMs, tries_count: column('tries_count', '+', 1) }))
      .where('id', 'in', ids)
      .returningAll()
      .execute();
    return rows.sort((a, b) => a.number - b.number).map(toTaken);
  });
}

/** Index delivery_due; delivery_order for each that has an order. */
const selectDue = (db: Db, { lane, limit, nowMs }: TakeAsked) =>
  db
    .selectFrom('delivery')
    .select('id')
    .where('state', '=', 'due')
    .where('lane', '=', lane)
    .where('next_try_at', '<=', nowMs)
    .where(isFree(nowMs))
    .where(isFirstOfItsOrder)
    .orderBy('next_try_at')
    .orderBy('number')
    .limit(limit);

const isFree = (nowMs: number) => sql<boolean>`(taken_until is null or taken_until <= ${nowMs})`;
const isFirstOfItsOrder = sql<boolean>`(order_key is null or not exists (
  select 1 from delivery as earlier where earlier.state = 'due' and earlier.target = delivery.target
    and earlier.order_key = delivery.order_key and earlier.number < delivery.number))`;

function toTaken(row: {
  id: DeliveryId;
  number: number;
  order_key: string | null;
  client_id: ClientId;
  way: DeliveryWay;
  target: string;
  lane: string;
  notice_kind: NoticeKind;
  payload: string;
  campaign_id: CampaignId | null;
  lead_id: LeadId | null;
  tries_count: number;
  expires_at: number | null;
  created_at: number;
}): TakenDelivery {
  return {
    ...{ number: row.number, orderKey: row.order_key },
    ...{ id: row.id, clientId: row.client_id, way: row.way, target: row.target, lane: row.lane },
    ...{ noticeKind: row.notice_kind, campaignId: row.campaign_id, leadId: row.lead_id },
    payload: JSON.parse(row.payload),
    ...{ triesCount: row.tries_count, expiresAtMs: row.expires_at, createdAtMs: row.created_at },
  };
}

/**
 * Writes what came of a try: the delivery, its log, the standing of its webhook, and the event when it is sent or given
 * up. False when another try has begun meanwhile, or it was erased: then nothing is written. One transaction.
 */
export async function closeTry(
  db: Db,
  delivery: TakenDelivery,
  tried: { readonly atMs: number; readonly endedAtMs: number; readonly result: TryResult },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await moveDelivery(tx, delivery, tried.endedAtMs, tried.result))) return false;
    await moveFollowers(tx, delivery, tried.endedAtMs, tried.result);
    await logTry(tx, delivery.id, tried);
    if (delivery.way === 'webhook') await noteStanding(tx, delivery, tried.endedAtMs, tried.result);
    return true;
  });
}

async function moveDelivery(
  tx: Tx,
  { id, clientId, way, triesCount }: TakenDelivery,
  atMs: number,
  result: TryResult,
): Promise<boolean> {
  const nextTryAtMs = result.kind === 'sent' ? null : result.nextTryAtMs;
  const state = result.kind === 'sent' ? 'sent' : nextTryAtMs === null ? 'dead' : 'due';
  const { numUpdatedRows } = await tx
    .updateTable('delivery')
    .set({
      ...{ state, next_try_at: nextTryAtMs, taken_until: null, changed_at: atMs },
      failure: result.kind === 'sent' ? null : result.failure,
      sent_at: result.kind === 'sent' ? atMs : null,
      ...{ status: result.status, answer: result.answer },
    })
    .where('id', '=', id)
    .where('state', '=', 'due')
    .where('tries_count', '=', triesCount)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  if (state !== 'due') {
    const event = { kind: 'delivery.changed', deliveryId: id, way, state } as const;
    await appendEvents(tx, atMs, [{ clientId, event }]);
  }
  return true;
}

/**
 * Those that come after it wait as long as it does, and no longer: so what cannot be sent yet is not looked at again and
 * again. Index delivery_order.
 */
async function moveFollowers(
  tx: Tx,
  { target, orderKey, number }: TakenDelivery,
  atMs: number,
  result: TryResult,
): Promise<void> {
  if (orderKey === null) return;
  const nextTryAtMs = (result.kind === 'failed' && result.nextTryAtMs) || atMs;
  await tx
    .updateTable('delivery')
    .set({ next_try_at: nextTryAtMs })
    .where('state', '=', 'due')
    .where('target', '=', target)
    .where('order_key', '=', orderKey)
    .where('number', '>', number)
    .execute();
}

async function logTry(
  tx: Tx,
  id: DeliveryId,
  tried: { readonly atMs: number; readonly endedAtMs: number; readonly result: TryResult },
): Promise<void> {
  const { number } = await tx
    .selectFrom('delivery_try')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
    .where('delivery_id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('delivery_try')
    .values({
      ...{ delivery_id: id, number, at: tried.atMs, duration_ms: tried.endedAtMs - tried.atMs },
      failure: tried.result.kind === 'failed' ? tried.result.failure : null,
      status: tried.result.status,
    })
    .execute();
}

async function noteStanding(
  tx: Tx,
  { clientId, target }: TakenDelivery,
  atMs: number,
  result: TryResult,
): Promise<void> {
  if (result.kind === 'sent') await noteWebhookSuccess(tx, target, atMs);
  else if (result.isGone) await disableWebhook(tx, { clientId, webhookId: target, reason: 'gone', atMs });
  // A webhook that is switched off does not fail.
  else if (result.failure !== 'not_configured') await noteWebhookFailure(tx, clientId, target, atMs);
}
