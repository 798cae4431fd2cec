import { createRoute } from '@hono/zod-openapi';
import { peopleContract as people } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

const logIn = createRoute({
  method: 'post',
  path: '/v1/session',
  tags: ['session'],
  summary: 'Log in; the answer sets the session cookie',
  request: { body: jsonBody(people.logInBody) },
  responses: { 200: jsonAnswer(people.me, 'Logged in') },
});
const whoAmI = createRoute({
  method: 'get',
  path: '/v1/session',
  tags: ['session'],
  summary: 'The person logged in',
  responses: { 200: jsonAnswer(people.me, 'The person') },
});
const logOut = createRoute({
  method: 'delete',
  path: '/v1/session',
  tags: ['session'],
  summary: 'Log out',
  responses: { 204: nothing('Logged out') },
});
const chooseClient = createRoute({
  method: 'post',
  path: '/v1/session/client',
  tags: ['session'],
  summary: 'Choose the client to work for',
  request: { body: jsonBody(people.clientChoice) },
  responses: { 200: jsonAnswer(people.me, 'Chosen') },
});
const changeSession = createRoute({
  method: 'patch',
  path: '/v1/session',
  tags: ['session'],
  summary: 'Change the language',
  request: { body: jsonBody(people.sessionChange) },
  responses: { 200: jsonAnswer(people.me, 'Changed') },
});

/** Log-in, log-out, and what a person settles for themselves. */
export function sessionRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(logIn, async () => todo())
    .openapi(whoAmI, async () => todo())
    .openapi(logOut, async () => todo())
    .openapi(chooseClient, async () => todo())
    .openapi(changeSession, async () => todo());
}
