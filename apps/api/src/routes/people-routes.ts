import { createRoute } from '@hono/zod-openapi';
import { peopleContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

const tags = ['people'];
const listUsers = createRoute({
  method: 'get',
  path: '/v1/users',
  tags,
  summary: 'The people who work for the client',
  responses: { 200: jsonAnswer(contract.userList, 'The people') },
});
const createUser = createRoute({
  method: 'post',
  path: '/v1/users',
  tags,
  summary: 'Add a person',
  request: { body: jsonBody(contract.newUser) },
  responses: { 201: jsonAnswer(contract.user, 'Added') },
});
const changeUser = createRoute({
  method: 'patch',
  path: '/v1/users/{id}',
  tags,
  summary: 'Change or disable a person; a new password or role ends their sessions',
  request: { params: withId('user'), body: jsonBody(contract.userChange) },
  responses: { 200: jsonAnswer(contract.user, 'Changed') },
});

/** The people of a client, and what each may do. */
export function peopleRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(listUsers, async () => todo())
    .openapi(createUser, async () => todo())
    .openapi(changeUser, async () => todo());
}
