import {
  allSites,
  countAdministrators,
  type Db,
  endSessionsOfUser,
  findUser,
  insertUser,
  normalLogin,
  type StoredUser,
  changeUser as storeUser,
  usersOfClient,
} from '@alize/db';
import type { ClientId, Role, SiteId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { peopleContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

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
export function peopleRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(listUsers, async (context) => {
      const users = await usersOfClient(db, boundsOf(context));
      return context.json({ data: users.map(toPerson) }, 200);
    })
    .openapi(createUser, async (context) => {
      const { password, ...person } = context.req.valid('json');
      await checkPerson(db, context, person);
      const clientId = person.role === 'administrator' ? null : clientOf(context);
      const passwordHash = await api.passwords.hash(password);
      const user = { ...person, login: normalLogin(person.login), id: api.ids.make('user'), clientId };
      const isNew = await insertUser(db, { ...user, passwordHash }, api.clock.nowMs());
      if (!isNew) throw new Problem('name_taken');
      return context.json(toPerson({ ...user, isDisabled: false }), 201);
    })
    .openapi(changeUser, async (context) => {
      const { id } = context.req.valid('param');
      const { password, ...change } = context.req.valid('json');
      await checkPerson(db, context, change);
      const passwordHash = password === undefined ? undefined : await api.passwords.hash(password);
      const changed = await db.transaction().execute(async (tx) => {
        const user = await findUser(tx, boundsOf(context), id);
        if (!user) throw new Problem('not_found');
        const next = { ...change, passwordHash, clientId: clientAfter(context, user, change.role) };
        await storeUser(tx, id, next, api.clock.nowMs());
        if ((await countAdministrators(tx)) === 0) throw new Problem('last_administrator');
        const isRightChanged = (change.role ?? user.role) !== user.role;
        if (passwordHash || isRightChanged || change.isDisabled) await endSessionsOfUser(tx, id);
        return findUser(tx, boundsOf(context), id);
      });
      if (!changed) throw new Problem('not_found');
      return context.json(toPerson(changed), 200);
    });
}

/** Administrators see the centre's own people beside the client's. */
function boundsOf(context: Context<Env>) {
  return { clientId: clientOf(context), withCentre: context.var.asker.role === 'administrator' };
}

/** Only administrators make administrators; a person's site must exist. */
async function checkPerson(
  db: Db,
  context: Context<Env>,
  person: { readonly role?: Role | undefined; readonly siteId?: SiteId | undefined },
): Promise<void> {
  if (person.role === 'administrator' && context.var.asker.role !== 'administrator') {
    throw new Problem('not_allowed');
  }
  if (person.siteId && !(await allSites(db)).some((site) => site.id === person.siteId)) {
    throw new Problem('unknown_part');
  }
}

/** Administrators belong to no client; whoever ceases to be one belongs to the client at hand. */
function clientAfter(context: Context<Env>, user: StoredUser, role: Role | undefined): ClientId | null {
  if ((role ?? user.role) === 'administrator') return null;
  return user.clientId ?? clientOf(context);
}

function toPerson({ id, name, login, role, language, siteId, isDisabled }: Omit<StoredUser, 'passwordHash'>) {
  return { id, name, login, role, language, siteId, isDisabled };
}
