import type { ClientId, NoticeKind, UserId, WebhookId } from '@alize/model';
import { sql } from 'kysely';
import { lockToChange } from './engine.ts';
import type { Db, Tx } from './open-database.ts';
import type { Schema } from './schema.ts';
import { disableWebhook, giveUpWaiting, type WebhookStop } from './webhook-health.ts';

/** A webhook as people see it: all but its secrets. */
export type StoredWebhook = Awaited<ReturnType<typeof webhooksOfClient>>[number];

/** Stores a new webhook; its secret comes enciphered. */
export async function insertWebhook(
  db: Db,
  webhook: {
    readonly id: WebhookId;
    readonly clientId: ClientId;
    readonly url: string;
    readonly description: string;
    readonly kinds: readonly NoticeKind[];
    readonly secret: string;
    readonly createdBy: UserId;
    readonly atMs: number;
  },
): Promise<void> {
  await db
    .insertInto('webhook')
    .values({
      ...{ id: webhook.id, client_id: webhook.clientId, url: webhook.url, description: webhook.description },
      ...{ kinds: JSON.stringify(webhook.kinds), secret: webhook.secret, secret_before: null },
      ...{ secret_before_until: null, disabled_reason: null, failing_since: null },
      ...{ created_by: webhook.createdBy, created_at: webhook.atMs, changed_at: webhook.atMs },
    })
    .execute();
}

/** The client's webhooks, oldest first. */
export async function webhooksOfClient(db: Db, clientId: ClientId) {
  const rows = await selectWebhooks(db, clientId).orderBy('webhook.id').execute();
  return rows.map(toWebhook);
}

/** A webhook; null when the client has none of that id. */
export async function findWebhook(db: Db, clientId: ClientId, id: WebhookId): Promise<StoredWebhook | null> {
  const row = await selectWebhooks(db, clientId).where('webhook.id', '=', id).executeTakeFirst();
  return row ? toWebhook(row) : null;
}

function selectWebhooks(db: Db, clientId: ClientId) {
  // Indexes delivery_due and delivery_dead.
  const due = sql<number>`(select count(*) from delivery where state = 'due' and lane = webhook.id)`;
  const dead = sql<number>`(select count(*) from delivery where state = 'dead' and target = webhook.id)`;
  return db
    .selectFrom('webhook')
    .leftJoin('user', 'user.id', 'webhook.created_by')
    .select([
      'webhook.id',
      'url',
      'description',
      'kinds',
      'webhook.is_active as isActive',
      'disabled_reason as disabledReason',
      'failing_since as failingSinceMs',
      'secret_before_until as secretBeforeUntilMs',
      'sent_at as lastSentAtMs',
      'version',
      'user.name as createdByName',
      'webhook.created_at as createdAtMs',
      'webhook.changed_at as changedAtMs',
      due.as('dueCount'),
      dead.as('deadCount'),
    ])
    .where('webhook.client_id', '=', clientId);
}

type WebhookRow = Awaited<ReturnType<ReturnType<typeof selectWebhooks>['executeTakeFirstOrThrow']>>;

function toWebhook({ kinds, isActive, disabledReason, ...row }: WebhookRow) {
  return {
    ...row,
    isActive: isActive === 1,
    // Both are written by this package alone.
    kinds: JSON.parse(kinds) as readonly NoticeKind[],
    disabledReason: disabledReason as WebhookStop | null,
  };
}

/** What changes of a webhook; what is undefined stays. */
export interface WebhookChange {
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly kinds?: readonly NoticeKind[] | undefined;
  readonly isActive?: boolean | undefined;
}

/**
 * Changes a webhook of that version. Switched on, it is as good as new; switched off, what waits for it is given up.
 * `stale` when it was changed meanwhile, `missing` when the client has none. Call it in a transaction.
 */
export async function changeWebhook(
  tx: Tx,
  webhook: { readonly id: WebhookId; readonly clientId: ClientId; readonly expected: number },
  change: WebhookChange,
  atMs: number,
): Promise<'changed' | 'stale' | 'missing'> {
  const { id, clientId, expected } = webhook;
  const stored = await lockToChange(
    tx,
    'webhook',
    tx
      .selectFrom('webhook')
      .select(['version', 'is_active'])
      .where('id', '=', id)
      .where('client_id', '=', clientId),
  ).executeTakeFirst();
  if (!stored) return 'missing';
  if (stored.version !== expected) return 'stale';
  const isSwitchedOn = change.isActive === true && stored.is_active === 0;
  await tx
    .updateTable('webhook')
    .set({
      ...{ url: change.url, description: change.description },
      kinds: change.kinds && JSON.stringify(change.kinds),
      ...{ version: expected + 1, changed_at: atMs },
      ...(isSwitchedOn && { is_active: 1, disabled_reason: null, failing_since: null }),
    })
    .where('id', '=', id)
    .execute();
  const isSwitchedOff = change.isActive === false && stored.is_active === 1;
  if (isSwitchedOff) await disableWebhook(tx, { clientId, webhookId: id, reason: null, atMs });
  return 'changed';
}

/** Removes a webhook; what waits for it is given up. False when the client has none. Call it in a transaction. */
export async function deleteWebhook(
  tx: Tx,
  clientId: ClientId,
  id: WebhookId,
  atMs: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('webhook')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) return false;
  await giveUpWaiting(tx, clientId, id, atMs);
  return true;
}

/** Of secrets that sign beside the newest one. */
const secretsBeforeMax = 4;

/**
 * Puts a new secret in place of a webhook's; until `beforeUntilMs` the one before signs too, and so do those before it
 * that still did: whoever asks twice, for the first answer was lost, cuts off no receiver. False when the client has no
 * such webhook. Call it in a transaction.
 */
export async function rotateWebhookSecret(
  tx: Tx,
  webhook: { readonly id: WebhookId; readonly clientId: ClientId },
  change: { readonly secret: string; readonly beforeUntilMs: number; readonly atMs: number },
): Promise<boolean> {
  const { id, clientId } = webhook;
  const own = tx
    .selectFrom('webhook')
    .select(['secret', 'secret_before', 'secret_before_until', 'version'])
    .where('id', '=', id)
    .where('client_id', '=', clientId);
  const stored = await lockToChange(tx, 'webhook', own).executeTakeFirst();
  if (!stored) return false;
  const before = secretsOf(stored, change.atMs).slice(0, secretsBeforeMax);
  await tx
    .updateTable('webhook')
    .set({
      ...{ secret: change.secret, secret_before: before.join(' ') },
      ...{ secret_before_until: change.beforeUntilMs, changed_at: change.atMs },
      version: stored.version + 1,
    })
    .where('id', '=', id)
    .execute();
  return true;
}

/** The secrets that sign at an instant, newest first. */
function secretsOf(
  row: Pick<Schema['webhook'], 'secret' | 'secret_before' | 'secret_before_until'>,
  nowMs: number,
): readonly string[] {
  const areBeforeGood = nowMs < (row.secret_before_until ?? 0);
  return [row.secret, ...(areBeforeGood ? (row.secret_before?.split(' ') ?? []) : [])];
}

/** Where a webhook's deliveries go and what signs them, enciphered, newest first; null when there is none active. */
export async function webhookToSend(
  db: Db,
  clientId: ClientId,
  id: string,
  nowMs: number,
): Promise<{ readonly url: string; readonly secrets: readonly string[] } | null> {
  const row = await db
    .selectFrom('webhook')
    .select(['url', 'secret', 'secret_before', 'secret_before_until'])
    .where('id', '=', id as WebhookId)
    .where('client_id', '=', clientId)
    .where('is_active', '=', 1)
    .executeTakeFirst();
  return row ? { url: row.url, secrets: secretsOf(row, nowMs) } : null;
}
