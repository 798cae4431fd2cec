import { createRoute } from '@hono/zod-openapi';
import { common, suppressionContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

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
export function suppressionRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(listSuppressions, async () => todo())
    .openapi(createSuppression, async () => todo())
    .openapi(deleteSuppression, async () => todo());
}
