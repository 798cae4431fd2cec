import { createHmac } from 'node:crypto';
import { DeliveryError } from './delivery-error.ts';
import { type Resolve, safeFetch } from './safe-fetch.ts';

const timeoutMs = 15_000;
/** Of the receiver's answer: enough to see what it says of a fault. */
const answerBytesMax = 4_096;

/** A message for a receiver, as Standard Webhooks has it. */
export interface WebhookMessage {
  /** The same at each try: by it a receiver knows a repetition. */
  readonly id: string;
  readonly url: string;
  /** JSON. */
  readonly body: string;
  /** `whsec_…`, newest first; while a secret is replaced, the one before too. */
  readonly secrets: readonly string[];
  readonly nowMs: number;
  readonly allowedHosts: readonly string[];
  readonly resolve?: Resolve;
}

/** What became of a message that a receiver answered. */
export type WebhookAnswer =
  | { readonly kind: 'taken'; readonly status: number; readonly answer: string }
  /** 410: it wants no more, ever. */
  | { readonly kind: 'gone'; readonly status: number; readonly answer: string };

/**
 * Sends a message, signed (Standard Webhooks 1.0.0). 2xx is taken, 410 is gone; anything else throws DeliveryError:
 * what `safeFetch` throws, `refused_by_receiver` for 3xx and 4xx, `receiver_failed` for 408, 429 and 5xx.
 */
export async function sendWebhook(message: WebhookMessage): Promise<WebhookAnswer> {
  const { status, body } = await safeFetch(message.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Alize-Webhooks/1',
      ...signWebhook(message),
    },
    body: message.body,
    ...{ allowedHosts: message.allowedHosts, timeoutMs, bytesMax: answerBytesMax, longer: 'cut' },
    ...(message.resolve && { resolve: message.resolve }),
  });
  const answer = body.toString('utf8').replaceAll('\0', '');
  if (status === 410) return { kind: 'gone', status, answer };
  if (status >= 200 && status < 300) return { kind: 'taken', status, answer };
  const isInTrouble = status >= 500 || status === 408 || status === 429;
  throw new DeliveryError(isInTrouble ? 'receiver_failed' : 'refused_by_receiver', { status, answer });
}

/**
 * The three headers by which a receiver knows a message for ours: HMAC-SHA-256 over id, timestamp and body, once for
 * each secret.
 */
export function signWebhook({
  id,
  body,
  secrets,
  nowMs,
}: Pick<WebhookMessage, 'id' | 'body' | 'secrets' | 'nowMs'>): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

/** A new secret for a webhook: `whsec_` and 256 random bits in base64. */
export function makeWebhookSecret(random: (bytesCount: number) => Uint8Array): string {
  return `whsec_${Buffer.from(random(32)).toString('base64')}`;
}
