import { noticeKinds } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, arrayOf, atMs, idOf } from './common.ts';

const url = z.url().max(2000).describe('https, to a public address; others only for hosts allowed by name');
const description = z.string().trim().max(200);
const kinds = arrayOf(z.enum(noticeKinds)).describe('What it is told; empty: everything');

/** Why a webhook was switched off by itself. gone: it answered 410. failing: for five days it took nothing. */
export const webhookStops = ['gone', 'failing'] as const;

/** An address of the client's that is told what happens, signed as Standard Webhooks has it. */
export const webhook = z.object({
  id: idOf('webhook'),
  url,
  description,
  kinds,
  isActive: z.boolean().describe('False: nothing is sent to it'),
  disabledReason: z
    .enum(webhookStops)
    .nullable()
    .describe('Switched off by itself: gone: it answered 410; failing: for five days it took nothing'),
  failingSinceMs: atMs.nullable().describe('Since when it has taken nothing; null while it works'),
  secretBeforeUntilMs: atMs.nullable().describe('Until when the secret before the last change signs too'),
  dueCount: z.number().int().describe('Deliveries that wait'),
  deadCount: z.number().int().describe('Deliveries given up'),
  lastSentAtMs: atMs.nullable(),
  createdByName: z.string().nullable(),
  createdAtMs: atMs,
  changedAtMs: atMs,
});
export const webhookList = allOf(webhook);
export const newWebhook = z.strictObject({
  url,
  description: description.default(''),
  kinds: z.array(z.enum(noticeKinds)).max(noticeKinds.length).default([]),
});
export const webhookChange = z.strictObject({
  url: url.optional(),
  description: description.optional(),
  kinds: z.array(z.enum(noticeKinds)).max(noticeKinds.length).optional(),
  isActive: z.boolean().optional(),
});

const secret = z.string().describe('`whsec_…`; the only time that it is told');
export const madeWebhook = webhook.extend({ secret });
export const rotatedSecret = z.object({
  secret,
  secretBeforeUntilMs: atMs.describe('Until then every delivery bears both signatures'),
});
export const testSent = z.object({ deliveryId: idOf('delivery') });
