import type { ClientId, WebhookId } from '@alize/model';
import { appendEvents } from './events.ts';
import type { Tx } from './open-database.ts';

/** A webhook that has taken nothing for so long is switched off (Standard Webhooks: “disable the endpoint”). */
export const failingDisablesAfterMs = 5 * 24 * 3_600_000;

/** Why a webhook was switched off by itself. gone: it answered 410. failing: for five days it took nothing. */
export type WebhookStop = 'gone' | 'failing';

export async function noteWebhookSuccess(tx: Tx, webhookId: string, atMs: number): Promise<void> {
  await tx
    .updateTable('webhook')
    .set({ failing_since: null, sent_at: atMs })
    .where('id', '=', webhookId as WebhookId)
    .execute();
}

/** Notes that it has failed, and switches it off when it has for too long. */
export async function noteWebhookFailure(
  tx: Tx,
  clientId: ClientId,
  webhookId: string,
  atMs: number,
): Promise<void> {
  const webhook = await tx
    .updateTable('webhook')
    .set((column) => ({ failing_since: column.fn.coalesce('failing_since', column.val(atMs)) }))
    .where('id', '=', webhookId as WebhookId)
    .where('is_active', '=', 1)
    .returning('failing_since as failingSinceMs')
    .executeTakeFirst();
  if (webhook?.failingSinceMs == null || atMs - webhook.failingSinceMs < failingDisablesAfterMs) return;
  await disableWebhook(tx, { clientId, webhookId, reason: 'failing', atMs });
}

/** Switches a webhook off; what waits for it is given up, to be seen and sent again. */
export async function disableWebhook(
  tx: Tx,
  stop: {
    readonly clientId: ClientId;
    readonly webhookId: string;
    /** Null: people did. */
    readonly reason: WebhookStop | null;
    readonly atMs: number;
  },
): Promise<void> {
  await tx
    .updateTable('webhook')
    .set((column) => ({
      ...{ is_active: 0, disabled_reason: stop.reason, changed_at: stop.atMs },
      version: column('version', '+', 1),
    }))
    .where('id', '=', stop.webhookId as WebhookId)
    .where('client_id', '=', stop.clientId)
    .execute();
  await giveUpWaiting(tx, stop.clientId, stop.webhookId, stop.atMs);
}

/** Gives up what waits for a webhook; what is being sent at this moment ends by itself. */
export async function giveUpWaiting(
  tx: Tx,
  clientId: ClientId,
  webhookId: string,
  atMs: number,
): Promise<void> {
  const given = await tx
    .updateTable('delivery')
    .set({ state: 'dead', next_try_at: null, failure: 'not_configured', changed_at: atMs })
    .where('state', '=', 'due')
    .where('lane', '=', webhookId)
    .where('client_id', '=', clientId)
    .where((where) => where.or([where('taken_until', 'is', null), where('taken_until', '<=', atMs)]))
    .returning(['id', 'way'])
    .execute();
  const events = given.map(({ id, way }) => ({
    clientId,
    event: { kind: 'delivery.changed', deliveryId: id, way, state: 'dead' } as const,
  }));
  await appendEvents(tx, atMs, events);
}
