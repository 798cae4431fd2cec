import type { CampaignId, ClientId, DeliveryId, DeliveryWay, LeadId, NoticeKind } from '@alize/model';
import type { Db } from './open-database.ts';

/** Something to be told to the outside, as it is when the fact is stored. */
export interface Notice {
  readonly clientId: ClientId;
  readonly kind: NoticeKind;
  readonly atMs: number;
  /** What receivers read, in JSON; instants as ISO text. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly campaignId: CampaignId | null;
  /** Whose person it speaks of: erased with them. */
  readonly leadId: LeadId | null;
}

/** One message by one way to one receiver. */
export interface NewDelivery {
  readonly clientId: ClientId;
  readonly way: DeliveryWay;
  /** Webhook id, e-mail address, number, calendar id, or campaign id of a CSV drop. */
  readonly target: string;
  readonly noticeKind: NoticeKind;
  /** As `@alize/delivery` reads it for this way. */
  readonly payload: unknown;
  /** Deliveries to one target with the same key go one after the other; null: in any order. */
  readonly orderKey: string | null;
  readonly leadId: LeadId | null;
  readonly campaignId: CampaignId | null;
  readonly atMs: number;
  /** From when on it is too late to send it: a reminder after its appointment. Left out: never. */
  readonly expiresAtMs?: number | null;
}

/**
 * Tells a fact to every active webhook of the client that wants its kind: one delivery each. Call it in the
 * transaction of the fact, so that it is told if and only if it happened.
 */
export async function announce(
  tx: Db,
  notice: Notice,
  makeDeliveryId: () => DeliveryId,
): Promise<readonly DeliveryId[]> {
  const webhooks = await tx
    .selectFrom('webhook')
    .select(['id', 'kinds'])
    .where('client_id', '=', notice.clientId)
    .where('is_active', '=', 1)
    .execute();
  const payload = {
    type: notice.kind,
    timestamp: new Date(notice.atMs).toISOString(),
    data: notice.data,
  };
  const ids: DeliveryId[] = [];
  for (const { id, kinds } of webhooks) {
    // Written by the webhooks of this package alone.
    const wanted = JSON.parse(kinds) as readonly NoticeKind[];
    if (wanted.length > 0 && !wanted.includes(notice.kind)) continue;
    const deliveryId = makeDeliveryId();
    ids.push(deliveryId);
    await enqueue(
      tx,
      {
        ...{ clientId: notice.clientId, way: 'webhook', target: id, noticeKind: notice.kind, payload },
        ...{
          orderKey: notice.leadId,
          leadId: notice.leadId,
          campaignId: notice.campaignId,
          atMs: notice.atMs,
        },
      },
      deliveryId,
    );
  }
  return ids;
}

/**
 * Stores a message that is due now, or with the one before it of its order. Call it in the transaction of what it tells.
 */
export async function enqueue(tx: Db, delivery: NewDelivery, id: DeliveryId): Promise<void> {
  await tx
    .insertInto('delivery')
    .values({
      id,
      client_id: delivery.clientId,
      way: delivery.way,
      target: delivery.target,
      lane: laneOf(delivery),
      notice_kind: delivery.noticeKind,
      payload: JSON.stringify(delivery.payload),
      order_key: delivery.orderKey,
      lead_id: delivery.leadId,
      campaign_id: delivery.campaignId,
      state: 'due',
      next_try_at: Math.max(delivery.atMs, (await dueBefore(tx, delivery)) ?? 0),
      expires_at: delivery.expiresAtMs ?? null,
      failure: null,
      status: null,
      answer: null,
      sent_at: null,
      created_at: delivery.atMs,
      changed_at: delivery.atMs,
    })
    .execute();
}

/** What may be slow or down as one: each webhook and each calendar; the server of a way for all who get by it. */
function laneOf({ way, target }: Pick<NewDelivery, 'way' | 'target'>): string {
  return way === 'webhook' || way === 'calendar' ? target : way;
}

/** When the last one of the same order that still waits is due; null when none does. Index delivery_order. */
async function dueBefore(tx: Db, { target, orderKey }: NewDelivery): Promise<number | null> {
  if (orderKey === null) return null;
  const row = await tx
    .selectFrom('delivery')
    .select('next_try_at')
    .where('state', '=', 'due')
    .where('target', '=', target)
    .where('order_key', '=', orderKey)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.next_try_at ?? null;
}
