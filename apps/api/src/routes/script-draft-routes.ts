import { findDraft, findScriptVersion } from '@alize/db';
import type { ClientId, ScriptId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { scriptContract as contract } from '../contract/index.ts';
import { ifMatch, jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { tellVersion, versionMeant } from '../etag.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { publishable, workable } from '../scripts/checked-script.ts';
import { keepDraft, publishDraft } from '../scripts/script-draft.ts';

const tags = ['scripts'];
const getDraft = createRoute({
  method: 'get',
  path: '/v1/scripts/{id}/draft',
  tags,
  summary: 'The version that people work on; its document is null while there is none',
  request: { params: withId('script') },
  responses: { 200: jsonAnswer(contract.scriptDraft, 'The draft, with its ETag') },
});
const putDraft = createRoute({
  method: 'put',
  path: '/v1/scripts/{id}/draft',
  tags,
  summary: 'Keep the draft of a next version; it may still lack something',
  request: { params: withId('script'), headers: ifMatch, body: jsonBody(contract.draftChange) },
  responses: { 200: jsonAnswer(contract.scriptDraft, 'Kept, with its new ETag') },
});
const deleteDraft = createRoute({
  method: 'delete',
  path: '/v1/scripts/{id}/draft',
  tags,
  summary: 'Throw the draft away; versions stay',
  request: { params: withId('script'), headers: ifMatch },
  responses: { 204: nothing('Gone') },
});
const publish = createRoute({
  method: 'post',
  path: '/v1/scripts/{id}/draft/publish',
  tags,
  summary: 'Publish the draft as the next version; there is no draft then',
  request: { params: withId('script'), headers: ifMatch },
  responses: { 201: jsonAnswer(contract.scriptVersion, 'Published') },
});

/** Drafts of scripts, that two people may edit: every change says for which version of the draft it is meant. */
export function scriptDraftRoutes(api: Api) {
  const { db } = api.database;
  const show = async (context: Context<Env>, clientId: ClientId, id: ScriptId) => {
    const draft = await findDraft(db, clientId, id);
    if (!draft) throw new Problem('not_found');
    const { version, ...shown } = draft;
    tellVersion(context, version);
    return shown;
  };
  const changeOf = (context: Context<Env>, id: ScriptId) => ({
    ...{ clientId: clientOf(context), id, expected: versionMeant(context) },
    ...{ by: context.var.asker.userId, atMs: api.clock.nowMs() },
  });

  return makeRouter()
    .openapi(getDraft, async (context) => {
      return context.json(await show(context, clientOf(context), context.req.valid('param').id), 200);
    })
    .openapi(putDraft, async (context) => {
      const { id } = context.req.valid('param');
      const document = workable(context, context.req.valid('json').document);
      await keepDraft(db, { ...changeOf(context, id), document });
      return context.json(await show(context, clientOf(context), id), 200);
    })
    .openapi(deleteDraft, async (context) => {
      await keepDraft(db, { ...changeOf(context, context.req.valid('param').id), document: null });
      return context.body(null, 204);
    })
    .openapi(publish, async (context) => {
      const change = changeOf(context, context.req.valid('param').id);
      const versionId = api.ids.make('scriptversion');
      const check = (document: unknown) => publishable(context, document);
      await db.transaction().execute((tx) => publishDraft(tx, { ...change, versionId, check }));
      const version = await findScriptVersion(db, change.clientId, versionId);
      if (!version) throw new Error('a version is gone as soon as it is published');
      return context.json({ ...version, id: versionId }, 201);
    });
}
