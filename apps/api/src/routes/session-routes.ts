import {
  allClients,
  appendCommand,
  changeUser,
  chooseSessionClient,
  endSession,
  findClient,
  findUserByLogin,
  normalLogin,
} from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addressOf } from '../address.ts';
import { peopleContract as people } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing } from '../contract/route.ts';
import { Problem } from '../problem.ts';
import { type Api, type Env, makeRouter } from '../routing.ts';
import { beginSession, sessionCookie, sessionOf } from '../session.ts';
import { createThrottle } from '../throttle.ts';

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
export function sessionRoutes(api: Api) {
  const { db } = api.database;
  const { passwords } = api;
  const throttle = createThrottle();

  return makeRouter()
    .openapi(logIn, async (context) => {
      const { login, password } = context.req.valid('json');
      const account = normalLogin(login);
      const address = addressOf(context);
      await throttle.count(account, address);
      const user = await findUserByLogin(db, account);
      const isRight = await passwords.verify(password, user?.passwordHash ?? null);
      if (!user || !isRight || user.isDisabled) throw new Problem('wrong_log_in');
      await throttle.forgive(account, address);
      const clients = user.clientId ? [] : await allClients(db);
      const only = clients.length === 1 ? clients[0]?.id : undefined;
      const { token } = await beginSession(api, { userId: user.id, clientId: user.clientId ?? only ?? null });
      const cookie = sessionCookie(api.settings.origin, token);
      context.header('set-cookie', cookie);
      return context.json(await meOf(api, cookie), 200);
    })
    .openapi(whoAmI, async (context) => context.json(await meOf(api, context.req.header('cookie')), 200))
    .openapi(logOut, async (context) => {
      const { userId, clientId, role } = context.var.asker;
      const sessionId = sessionIdOf(context);
      const atMs = api.clock.nowMs();
      await db.transaction().execute(async (tx) => {
        await endSession(tx, sessionId);
        // Whoever logs out leaves the seat too, unless in a call.
        if (role === 'agent' && clientId) {
          await appendCommand(tx, { atMs, clientId, userId, command: { kind: 'agent.sign_out' } });
        }
      });
      context.header('set-cookie', sessionCookie(api.settings.origin, ''));
      return context.body(null, 204);
    })
    .openapi(chooseClient, async (context) => {
      const { clientId } = context.req.valid('json');
      if (!(await findClient(db, clientId))) throw new Problem('not_found');
      await chooseSessionClient(db, sessionIdOf(context), clientId);
      return context.json(await meOf(api, context.req.header('cookie')), 200);
    })
    .openapi(changeSession, async (context) => {
      const { language } = context.req.valid('json');
      await changeUser(db, context.var.asker.userId, { language }, api.clock.nowMs());
      return context.json(await meOf(api, context.req.header('cookie')), 200);
    });
}

/** The person behind these cookies, as the console wants to know them. */
async function meOf(api: Api, cookies: string | undefined) {
  const session = await sessionOf(api, cookies);
  if (!session) throw new Problem('not_signed_in');
  const { userId, name, login, role, language, timeZone, clientId, clientName } = session;
  const client = clientId && clientName !== null ? { id: clientId, name: clientName } : null;
  const clients = session.ownClientId === null ? await allClients(api.database.db) : client ? [client] : [];
  return { userId, name, login, role, language, timeZone, client, clients };
}

/** The session that this request is of; a key has none, and the table of areas keeps it out. */
function sessionIdOf(context: Context<Env>) {
  const { by } = context.var.asker;
  if (by.kind !== 'session') throw new Problem('not_allowed');
  return by.sessionId;
}
