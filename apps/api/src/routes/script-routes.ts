import {
  changesOfLead,
  findScript,
  findScriptVersion,
  insertScript,
  publishVersion,
  deleteScript as removeScript,
  renameScript,
  scriptsOfClient,
  versionsOfScript,
} from '@alize/db';
import type { ClientId, ScriptId, ScriptVersionId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import { scriptContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';
import { publishable, workable } from '../scripts/checked-script.ts';
import { reviewOf } from '../scripts/review-for-campaign.ts';
import { keepDraft } from '../scripts/script-draft.ts';
import { fieldsForScripts } from '../scripts/script-fields.ts';

const tags = ['scripts'];
const listScripts = createRoute({
  method: 'get',
  path: '/v1/scripts',
  tags,
  summary: 'The scripts of the client, each with its newest version and the campaigns that use it',
  responses: { 200: jsonAnswer(contract.scriptList, 'The scripts') },
});
const makeScript = createRoute({
  method: 'post',
  path: '/v1/scripts',
  tags,
  summary: 'Make a script: published as version 1, or kept as a draft',
  request: { body: jsonBody(contract.newScript) },
  responses: { 201: jsonAnswer(contract.scriptDetail, 'Made') },
});
const getScript = createRoute({
  method: 'get',
  path: '/v1/scripts/{id}',
  tags,
  summary: 'A script with its newest document',
  request: { params: withId('script') },
  responses: { 200: jsonAnswer(contract.scriptDetail, 'The script') },
});
const changeScript = createRoute({
  method: 'patch',
  path: '/v1/scripts/{id}',
  tags,
  summary: 'Rename a script; its versions stay as they are',
  request: { params: withId('script'), body: jsonBody(contract.scriptChange) },
  responses: { 200: jsonAnswer(contract.scriptDetail, 'Renamed') },
});
const deleteScript = createRoute({
  method: 'delete',
  path: '/v1/scripts/{id}',
  tags,
  summary: 'Remove a script of which nothing was published, with its draft',
  request: { params: withId('script') },
  responses: { 204: nothing('Removed') },
});
const listVersions = createRoute({
  method: 'get',
  path: '/v1/scripts/{id}/versions',
  tags,
  summary: 'The versions of a script, newest first',
  request: { params: withId('script') },
  responses: { 200: jsonAnswer(contract.versionList, 'The versions') },
});
const addVersion = createRoute({
  method: 'post',
  path: '/v1/scripts/{id}/versions',
  tags,
  summary: 'Publish a new version; calls under way keep theirs, campaigns too until they are given this one',
  request: { params: withId('script'), body: jsonBody(contract.newVersion) },
  responses: { 201: jsonAnswer(contract.scriptVersion, 'Published') },
});
const getVersion = createRoute({
  method: 'get',
  path: '/v1/script-versions/{id}',
  tags,
  summary: 'One version of a script with its document',
  request: { params: withId('scriptversion') },
  responses: { 200: jsonAnswer(contract.scriptVersion, 'The version') },
});
const review = createRoute({
  method: 'post',
  path: '/v1/scripts/review',
  tags,
  summary: 'What is wrong or doubtful with a document for a campaign; a draft may be looked at too',
  request: { body: jsonBody(contract.reviewAsked) },
  responses: { 200: jsonAnswer(contract.findings, 'What was found; empty when all is well') },
});
const listFields = createRoute({
  method: 'get',
  path: '/v1/script-fields',
  tags,
  summary: 'What placeholders and conditions of a script may name',
  request: { query: contract.fieldsAsked },
  responses: { 200: jsonAnswer(contract.scriptFields, 'The fields') },
});
const listLeadChanges = createRoute({
  method: 'get',
  path: '/v1/leads/{id}/changes',
  tags: ['leads'],
  summary: 'What was corrected of a lead, newest first: by whom, from what to what',
  request: { params: withId('lead') },
  responses: { 200: jsonAnswer(contract.leadChanges, 'The corrections') },
});

/** Scripts and their versions. */
export function scriptRoutes(api: Api) {
  const { db } = api.database;
  const show = async (clientId: ClientId, id: ScriptId) => found(await findScript(db, clientId, id));
  const showVersion = async (clientId: ClientId, id: ScriptVersionId) => {
    const { versionId, ...version } = found(await findScriptVersion(db, clientId, id));
    return { id: versionId, ...version };
  };

  return makeRouter()
    .openapi(listScripts, async (context) => {
      return context.json({ data: [...(await scriptsOfClient(db, clientOf(context)))].map(plain) }, 200);
    })
    .openapi(makeScript, async (context) => {
      const { name, document: sent, isDraft = false } = context.req.valid('json');
      const clientId = clientOf(context);
      const document = isDraft ? workable(context, sent) : publishable(context, sent);
      const id = api.ids.make('script');
      const atMs = api.clock.nowMs();
      await db.transaction().execute(async (tx) => {
        if (!(await insertScript(tx, { id, clientId, name }))) throw new Problem('name_taken');
        const by = context.var.asker.userId;
        if (isDraft) await keepDraft(tx, { clientId, id, expected: 0, document, by, atMs });
        else
          await publishVersion(tx, {
            id,
            clientId,
            versionId: api.ids.make('scriptversion'),
            document,
            atMs,
          });
      });
      return context.json(plain(await show(clientId, id)), 201);
    })
    .openapi(getScript, async (context) => {
      return context.json(plain(await show(clientOf(context), context.req.valid('param').id)), 200);
    })
    .openapi(changeScript, async (context) => {
      const { id } = context.req.valid('param');
      const { name } = context.req.valid('json');
      const clientId = clientOf(context);
      const answer = await renameScript(db, clientId, id, name);
      if (answer === 'name_taken') throw new Problem('name_taken');
      if (answer === 'missing') throw new Problem('not_found');
      return context.json(plain(await show(clientId, id)), 200);
    })
    .openapi(deleteScript, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      const answer = await db.transaction().execute((tx) => removeScript(tx, clientId, id));
      if (answer === 'missing') throw new Problem('not_found');
      if (answer === 'published') throw new Problem('script_published');
      return context.body(null, 204);
    })
    .openapi(listVersions, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      await show(clientId, id);
      const versions = await versionsOfScript(db, clientId, id);
      const data = versions.map(({ versionId, usedBy, ...rest }) => ({
        id: versionId,
        ...rest,
        usedBy: [...usedBy],
      }));
      return context.json({ data }, 200);
    })
    .openapi(addVersion, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      const document = publishable(context, context.req.valid('json').document);
      const versionId = api.ids.make('scriptversion');
      const version = { id, clientId, versionId, document, atMs: api.clock.nowMs() };
      if (!(await db.transaction().execute((tx) => publishVersion(tx, version))))
        throw new Problem('not_found');
      return context.json(await showVersion(clientId, versionId), 201);
    })
    .openapi(getVersion, async (context) => {
      return context.json(await showVersion(clientOf(context), context.req.valid('param').id), 200);
    })
    .openapi(review, async (context) => {
      const asked = context.req.valid('json');
      const document = workable(context, asked.document);
      return context.json(
        { data: [...(await reviewOf(api, clientOf(context), { ...asked, document }))] },
        200,
      );
    })
    .openapi(listFields, async (context) => {
      const { campaignId = null } = context.req.valid('query');
      return context.json({ data: [...(await fieldsForScripts(db, clientOf(context), campaignId))] }, 200);
    })
    .openapi(listLeadChanges, async (context) => {
      const changes = await changesOfLead(db, clientOf(context), context.req.valid('param').id);
      return context.json({ data: [...found(changes)] }, 200);
    });
}

function found<T>(value: T | null): T {
  if (value === null) throw new Problem('not_found');
  return value;
}

/** In the contract's plain arrays. */
function plain<T extends { readonly usedBy: readonly unknown[] }>(script: T) {
  return { ...script, usedBy: [...script.usedBy] as T['usedBy'][number][] };
}
