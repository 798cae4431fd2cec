import { createRoute } from '@hono/zod-openapi';
import { scriptContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

const tags = ['scripts'];
const listScripts = createRoute({
  method: 'get',
  path: '/v1/scripts',
  tags,
  summary: 'The scripts of the client, each by its newest version',
  responses: { 200: jsonAnswer(contract.scriptList, 'The scripts') },
});
const publishScript = createRoute({
  method: 'post',
  path: '/v1/scripts',
  tags,
  summary: 'Publish a script, or a new version of one',
  request: { body: jsonBody(contract.newScript) },
  responses: { 201: jsonAnswer(contract.scriptDetail, 'Published') },
});
const getScript = createRoute({
  method: 'get',
  path: '/v1/scripts/{id}',
  tags,
  summary: 'A script with its newest document',
  request: { params: withId('script') },
  responses: { 200: jsonAnswer(contract.scriptDetail, 'The script') },
});

/** Scripts and their versions. */
export function scriptRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(listScripts, async () => todo())
    .openapi(publishScript, async () => todo())
    .openapi(getScript, async () => todo());
}
