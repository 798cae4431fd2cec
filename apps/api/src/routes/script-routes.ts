import { findScript, scriptsOfClient, publishScript as storeScript } from '@alize/db';
import type { ClientId, ScriptId } from '@alize/model';
import { type ScriptCheck, validateScript } from '@alize/scripts';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { scriptContract as contract } from '../contract/index.ts';
import { toContract } from '../contract/plain.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

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
export function scriptRoutes(api: Api) {
  const { db } = api.database;
  const show = async (clientId: ClientId, id: ScriptId) => {
    const found = await findScript(db, clientId, id);
    if (!found) throw new Problem('not_found');
    return { ...found, document: toContract(found.document) };
  };

  return makeRouter()
    .openapi(listScripts, async (context) => {
      return context.json({ data: [...(await scriptsOfClient(db, clientOf(context)))] }, 200);
    })
    .openapi(publishScript, async (context) => {
      const { scriptId, name, document } = context.req.valid('json');
      const clientId = clientOf(context);
      if (scriptId) await show(clientId, scriptId);
      const check = validateScript(document);
      if (check.kind === 'invalid') throw new Problem('script_invalid', { errors: faults(context, check) });
      const id = scriptId ?? api.ids.make('script');
      const versionId = api.ids.make('scriptversion');
      const version = { id, clientId, name, versionId, document: check.script, atMs: api.clock.nowMs() };
      await db.transaction().execute((tx) => storeScript(tx, version));
      return context.json(await show(clientId, id), 201);
    })
    .openapi(getScript, async (context) => {
      return context.json(await show(clientOf(context), context.req.valid('param').id), 200);
    });
}

function faults(context: Context<Env>, check: Extract<ScriptCheck, { kind: 'invalid' }>) {
  return check.problems.map(({ path, sentence }) => ({
    pointer: `/document${path}`,
    detail: sentence[context.var.language],
  }));
}
