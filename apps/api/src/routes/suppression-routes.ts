import { insertSuppression, deleteSuppression as removeSuppression, suppressionsOfClient } from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import { common, suppressionContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';

const tags = ['suppressions'];
const listSuppressions = createRoute({
  method: 'get',
  path: '/v1/suppressions',
  tags,
  summary: 'Numbers never to be called, newest first',
  request: { query: common.pageQuery },
  responses: { 200: jsonAnswer(contract.suppressionPage, 'A page of numbers') },
});
const createSuppression = createRoute({
  method: 'post',
  path: '/v1/suppressions',
  tags,
  summary: 'Suppress a number for this client',
  request: { body: jsonBody(contract.newSuppression) },
  responses: { 201: jsonAnswer(contract.suppression, 'Suppressed') },
});
const deleteSuppression = createRoute({
  method: 'delete',
  path: '/v1/suppressions/{id}',
  tags,
  summary: 'Take a number off the client’s list; the centre’s entries stay',
  request: { params: withId('suppression') },
  responses: { 204: nothing('Removed') },
});

/** The list of those who are not to be called. */
export function suppressionRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(listSuppressions, async (context) => {
      const { cursor, limit } = context.req.valid('query');
      const page = { before: cursor ?? null, limit: limit + 1 };
      const found = await suppressionsOfClient(db, clientOf(context), page);
      const data = found.slice(0, limit);
      return context.json({ data, next: found.length > limit ? (data.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(createSuppression, async (context) => {
      const body = context.req.valid('json');
      const atMs = api.clock.nowMs();
      const suppression = { ...body, id: api.ids.make('suppression'), atMs };
      await insertSuppression(db, { ...suppression, clientId: clientOf(context) });
      return context.json({ ...body, id: suppression.id, scope: 'client' as const, createdAtMs: atMs }, 201);
    })
    .openapi(deleteSuppression, async (context) => {
      const isGone = await removeSuppression(db, clientOf(context), context.req.valid('param').id);
      if (!isGone) throw new Problem('not_found');
      return context.body(null, 204);
    });
}
