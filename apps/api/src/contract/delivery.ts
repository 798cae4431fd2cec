import { deliveryFailures, deliveryStates, deliveryWays, noticeKinds } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf, pageOf, pageQuery } from './common.ts';

/** One thing told, or to be told, to one receiver. */
export const delivery = z.object({
  id: idOf('delivery').describe('Also the `webhook-id` that it bears'),
  way: z.enum(deliveryWays),
  target: z
    .string()
    .describe('Webhook id, e-mail address, number, calendar id, or campaign id of a CSV drop'),
  noticeKind: z.enum(noticeKinds),
  state: z.enum(deliveryStates),
  triesCount: z.number().int().describe('Tries so far'),
  nextTryAtMs: atMs.nullable().describe('When it is tried next; null once sent or given up'),
  failure: z.enum(deliveryFailures).nullable().describe('Of the last try'),
  status: z.number().int().nullable().describe('What the receiver answered at the last try: HTTP or SMTP'),
  campaignId: idOf('campaign').nullable(),
  leadId: idOf('lead').nullable(),
  sentAtMs: atMs.nullable(),
  createdAtMs: atMs,
  changedAtMs: atMs,
});
export const deliveryPage = pageOf(delivery);
export const deliveryQuery = z
  .object({
    webhookId: idOf('webhook').optional(),
    way: z.enum(deliveryWays).optional(),
    state: z.enum(deliveryStates).optional(),
    noticeKind: z.enum(noticeKinds).optional(),
    leadId: idOf('lead').optional(),
  })
  .extend(pageQuery.shape);

export const deliveryDetail = delivery.extend({
  payload: z.unknown().describe('What is sent, as it was stored with the fact'),
  answer: z.string().nullable().describe('The beginning of what the receiver said at the last try'),
  tries: arrayOf(
    z.object({
      atMs,
      durationMs: z.number().int(),
      failure: z.enum(deliveryFailures).nullable().describe('Null: it was taken'),
      status: z.number().int().nullable(),
    }),
  ).describe('Oldest first'),
});

const way = z.object({ isConfigured: z.boolean() });
/** By which ways messages to people can leave. */
export const deliveryWaysShown = z.object({ email: way, sms: way });
