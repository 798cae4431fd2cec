import {
  type CallerIdChange,
  callerIdRegistry,
  findCallerId,
  findClientFacts,
  insertCallerId,
  isCallerIdInUse,
  removeCallerId,
  type StoredCallerId,
  changeCallerId as storeCallerId,
  changeClient as storeClient,
} from '@alize/db';
import type { CallerIdId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isCategoryOf } from '../caller-id-category.ts';
import { callerIdContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { faultAt } from '../fault-at.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

const tags = ['caller IDs'];
const listCallerIds = createRoute({
  method: 'get',
  path: '/v1/caller-ids',
  tags,
  summary: 'The client’s registry of numbers to show, expired ones too',
  responses: { 200: jsonAnswer(contract.callerIdList, 'The numbers') },
});
const createCallerId = createRoute({
  method: 'post',
  path: '/v1/caller-ids',
  tags,
  summary: 'Put a number on the registry; its category is checked against its digits',
  request: { body: jsonBody(contract.newCallerId) },
  responses: { 201: jsonAnswer(contract.callerId, 'Registered') },
});
const changeCallerId = createRoute({
  method: 'patch',
  path: '/v1/caller-ids/{id}',
  tags,
  summary: 'Change what is on record of a number; what is missing stays',
  request: { params: withId('callerid'), body: jsonBody(contract.callerIdChange) },
  responses: { 200: jsonAnswer(contract.callerId, 'Changed') },
});
const deleteCallerId = createRoute({
  method: 'delete',
  path: '/v1/caller-ids/{id}',
  tags,
  summary: 'Take a number off the registry; refused while a running campaign shows it',
  request: { params: withId('callerid') },
  responses: { 204: nothing('Removed; calls that showed it keep it') },
});
const getClient = createRoute({
  method: 'get',
  path: '/v1/client',
  tags: ['client'],
  summary: 'The client with what some laws ask of its size and business',
  responses: { 200: jsonAnswer(contract.client, 'The client') },
});
const changeClient = createRoute({
  method: 'patch',
  path: '/v1/client',
  tags: ['client'],
  summary: 'Change the client; what is missing stays',
  request: { body: jsonBody(contract.clientChange) },
  responses: { 200: jsonAnswer(contract.client, 'Changed') },
});

/** Which numbers a client may show, and who the client is before the law. */
export function callerIdRoutes(api: Api) {
  const { db } = api.database;
  const found = async (context: Context<Env>, id: CallerIdId) => {
    const callerId = await findCallerId(db, clientOf(context), id);
    if (!callerId) throw new Problem('not_found');
    return callerId;
  };
  const client = async (context: Context<Env>) => {
    const stored = await findClientFacts(db, clientOf(context));
    if (!stored) throw new Problem('not_found');
    return stored;
  };

  return makeRouter()
    .openapi(listCallerIds, async (context) => {
      const registry = await callerIdRegistry(db, clientOf(context));
      return context.json({ data: registry.map(show) }, 200);
    })
    .openapi(createCallerId, async (context) => {
      const callerId = context.req.valid('json');
      checkCallerId(context, callerId);
      const made = { ...callerId, id: api.ids.make('callerid'), clientId: clientOf(context) };
      const id = await insertCallerId(db, made);
      if (!id) throw new Problem('number_taken');
      return context.json(show({ ...callerId, id }), 201);
    })
    .openapi(changeCallerId, async (context) => {
      const { id } = context.req.valid('param');
      const change: CallerIdChange = context.req.valid('json');
      checkCallerId(context, { ...(await found(context, id)), ...given(change) });
      await storeCallerId(db, clientOf(context), id, change);
      return context.json(show(await found(context, id)), 200);
    })
    .openapi(deleteCallerId, async (context) => {
      const { id } = await found(context, context.req.valid('param').id);
      const clientId = clientOf(context);
      const atMs = api.clock.nowMs();
      await db.transaction().execute(async (tx) => {
        if (await isCallerIdInUse(tx, clientId, id)) throw new Problem('caller_id_in_use');
        await removeCallerId(tx, clientId, id, atMs);
      });
      return context.body(null, 204);
    })
    .openapi(getClient, async (context) => context.json(await client(context), 200))
    .openapi(changeClient, async (context) => {
      const change = context.req.valid('json');
      const clientId = clientOf(context);
      await storeClient(db, clientId, change);
      return context.json(await client(context), 200);
    });
}

type Checked = Pick<StoredCallerId, 'number' | 'category' | 'validFromMs' | 'validToMs'>;

/** Refuses a category that the digits contradict, and a validity that ends before it begins. */
function checkCallerId(context: Context<Env>, { number, category, validFromMs, validToMs }: Checked): void {
  if (!isCategoryOf(number, category)) throw new Problem('caller_id_category_wrong');
  if (validFromMs !== null && validToMs !== null && validToMs <= validFromMs) {
    throw faultAt('/validToMs', 'dates_reversed', context.var.language);
  }
}

/** The fields of a change that are given. */
function given({ category, validFromMs, validToMs }: CallerIdChange): Partial<Checked> {
  return {
    ...(category !== undefined && { category }),
    ...(validFromMs !== undefined && { validFromMs }),
    ...(validToMs !== undefined && { validToMs }),
  };
}

/** The contract's arrays are plain ones. */
function show({ allowedModes, ...callerId }: StoredCallerId) {
  return { ...callerId, allowedModes: allowedModes && [...allowedModes] };
}
