import { apiKeysOfClient, insertApiKey, revokeApiKey } from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import { makeApiKey } from '../api-key.ts';
import { apiKeyContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';

const tags = ['api keys'];
const listKeys = createRoute({
  method: 'get',
  path: '/v1/api-keys',
  tags,
  summary: 'The client’s API keys, revoked ones too, newest first',
  responses: { 200: jsonAnswer(contract.apiKeyList, 'The keys, without their secrets') },
});
const makeKey = createRoute({
  method: 'post',
  path: '/v1/api-keys',
  tags,
  summary: 'Make an API key; this answer alone tells it',
  request: { body: jsonBody(contract.newApiKey) },
  responses: { 201: jsonAnswer(contract.madeApiKey, 'Made') },
});
const revokeKey = createRoute({
  method: 'delete',
  path: '/v1/api-keys/{id}',
  tags,
  summary: 'Revoke an API key, at once and for good',
  request: { params: withId('apikey') },
  responses: { 204: nothing('Revoked') },
});

/** Keys by which programs act for a client, in the name of whoever made them. */
export function apiKeyRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(listKeys, async (context) => {
      return context.json({ data: [...(await apiKeysOfClient(db, clientOf(context)))] }, 200);
    })
    .openapi(makeKey, async (context) => {
      const asked = context.req.valid('json');
      const atMs = api.clock.nowMs();
      if (asked.expiresAtMs !== null && asked.expiresAtMs <= atMs) throw new Problem('expiry_past');
      const { id, key, secretHash } = makeApiKey(api);
      const clientId = clientOf(context);
      const createdBy = context.var.asker.userId;
      await insertApiKey(db, { ...asked, id, clientId, secretHash, createdBy, atMs });
      return context.json({ id, key }, 201);
    })
    .openapi(revokeKey, async (context) => {
      const { id } = context.req.valid('param');
      const isRevoked = await revokeApiKey(db, clientOf(context), id, api.clock.nowMs());
      if (!isRevoked) throw new Problem('not_found');
      return context.body(null, 204);
    });
}
