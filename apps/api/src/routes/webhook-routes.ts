import {
  enqueue,
  findWebhook,
  insertWebhook,
  deleteWebhook as removeWebhook,
  rotateWebhookSecret,
  changeWebhook as storeChange,
  webhooksOfClient,
} from '@alize/db';
import { encipher, isAddressAllowed, makeWebhookSecret } from '@alize/delivery';
import type { ClientId, WebhookId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import { webhookContract as contract } from '../contract/index.ts';
import { ifMatch, jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { tellVersion, versionMeant } from '../etag.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';

const tags = ['webhooks'];
const params = withId('webhook');
const listWebhooks = createRoute({
  method: 'get',
  path: '/v1/webhooks',
  tags,
  summary: 'The client’s webhooks, oldest first',
  responses: { 200: jsonAnswer(contract.webhookList, 'All of them') },
});
const createWebhook = createRoute({
  method: 'post',
  path: '/v1/webhooks',
  tags,
  summary: 'Tell an address what happens; its secret is told once',
  request: { body: jsonBody(contract.newWebhook) },
  responses: { 201: jsonAnswer(contract.madeWebhook, 'Made') },
});
const getWebhook = createRoute({
  method: 'get',
  path: '/v1/webhooks/{id}',
  tags,
  summary: 'A webhook',
  request: { params },
  responses: { 200: jsonAnswer(contract.webhook, 'The webhook, its version in the ETag') },
});
const changeWebhook = createRoute({
  method: 'patch',
  path: '/v1/webhooks/{id}',
  tags,
  summary: 'Change a webhook; switched on again, it is as good as new',
  request: { params, headers: ifMatch, body: jsonBody(contract.webhookChange) },
  responses: { 200: jsonAnswer(contract.webhook, 'Changed') },
});
const deleteWebhook = createRoute({
  method: 'delete',
  path: '/v1/webhooks/{id}',
  tags,
  summary: 'Remove a webhook; what waits for it is given up',
  request: { params },
  responses: { 204: nothing('Removed') },
});
const testWebhook = createRoute({
  method: 'post',
  path: '/v1/webhooks/{id}/test',
  tags,
  summary: 'Send a webhook.test to it at once; what came of it is with the delivery',
  request: { params },
  responses: { 202: jsonAnswer(contract.testSent, 'On its way') },
});
const rotateSecret = createRoute({
  method: 'post',
  path: '/v1/webhooks/{id}/rotate',
  tags,
  summary: 'Give it a new secret; the one before signs beside it for a day',
  request: { params },
  responses: { 200: jsonAnswer(contract.rotatedSecret, 'The new secret') },
});

/** How long the secret before the last change goes on signing. */
const beforeKeptMs = 24 * 3_600_000;

/** Addresses of the client's that are told what happens. */
export function webhookRoutes(api: Api) {
  const { db } = api.database;
  const see = async (clientId: ClientId, id: WebhookId) => {
    const webhook = await findWebhook(db, clientId, id);
    if (!webhook) throw new Problem('not_found');
    return webhook;
  };
  const newSecret = () => {
    const secret = makeWebhookSecret(api.random);
    return { secret, enciphered: encipher(api.settings.secretKey, secret) };
  };
  /** What names stand for is seen at each delivery. */
  const refuseAddress = (url: string | undefined) => {
    if (url !== undefined && !isAddressAllowed(url, api.settings.privateHostsAllowed))
      throw new Problem('address_refused');
  };

  return makeRouter()
    .openapi(listWebhooks, async (context) =>
      context.json({ data: (await webhooksOfClient(db, clientOf(context))).map(toContract) }, 200),
    )
    .openapi(createWebhook, async (context) => {
      const clientId = clientOf(context);
      const settings = context.req.valid('json');
      refuseAddress(settings.url);
      const id = api.ids.make('webhook');
      const { secret, enciphered } = newSecret();
      await insertWebhook(db, {
        ...{ ...settings, id, clientId, secret: enciphered },
        ...{ createdBy: context.var.asker.userId, atMs: api.clock.nowMs() },
      });
      const made = await see(clientId, id);
      tellVersion(context, made.version);
      return context.json({ ...toContract(made), secret }, 201);
    })
    .openapi(getWebhook, async (context) => {
      const webhook = await see(clientOf(context), context.req.valid('param').id);
      tellVersion(context, webhook.version);
      return context.json(toContract(webhook), 200);
    })
    .openapi(changeWebhook, async (context) => {
      const clientId = clientOf(context);
      const { id } = context.req.valid('param');
      const change = context.req.valid('json');
      await see(clientId, id);
      const expected = versionMeant(context);
      refuseAddress(change.url);
      const done = await db
        .transaction()
        .execute((tx) => storeChange(tx, { id, clientId, expected }, change, api.clock.nowMs()));
      if (done === 'stale') throw new Problem('version_stale');
      if (done === 'missing') throw new Problem('not_found');
      const changed = await see(clientId, id);
      tellVersion(context, changed.version);
      return context.json(toContract(changed), 200);
    })
    .openapi(deleteWebhook, async (context) => {
      const { id } = context.req.valid('param');
      const isRemoved = await db
        .transaction()
        .execute((tx) => removeWebhook(tx, clientOf(context), id, api.clock.nowMs()));
      if (!isRemoved) throw new Problem('not_found');
      return context.body(null, 204);
    })
    .openapi(testWebhook, async (context) => {
      const clientId = clientOf(context);
      const { id, isActive } = await see(clientId, context.req.valid('param').id);
      if (!isActive) throw new Problem('webhook_off');
      const [deliveryId, atMs] = [api.ids.make('delivery'), api.clock.nowMs()];
      const payload = {
        type: 'webhook.test',
        timestamp: new Date(atMs).toISOString(),
        data: { webhookId: id },
      };
      await enqueue(
        db,
        {
          ...{ clientId, way: 'webhook', target: id, noticeKind: 'webhook.test', payload, orderKey: null },
          ...{ leadId: null, campaignId: null, atMs },
        },
        deliveryId,
      );
      return context.json({ deliveryId }, 202);
    })
    .openapi(rotateSecret, async (context) => {
      const webhook = { id: context.req.valid('param').id, clientId: clientOf(context) };
      const { secret, enciphered } = newSecret();
      const atMs = api.clock.nowMs();
      const beforeUntilMs = atMs + beforeKeptMs;
      const change = { secret: enciphered, beforeUntilMs, atMs };
      const isDone = await db.transaction().execute((tx) => rotateWebhookSecret(tx, webhook, change));
      if (!isDone) throw new Problem('not_found');
      return context.json({ secret, secretBeforeUntilMs: beforeUntilMs }, 200);
    });
}

const toContract = ({ version: _, ...webhook }: Awaited<ReturnType<typeof webhooksOfClient>>[number]) =>
  webhook;
