import {
  findImport,
  findList,
  importErrors,
  importsOfCampaign,
  importsOfList,
  insertImport,
  touchMappingTemplate,
  wasAnyCalled,
} from '@alize/db';
import { describeRowError } from '@alize/lead-import';
import type { CampaignId, ClientId, ImportId } from '@alize/model';
import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { badRowsResponse } from '../bad-rows.ts';
import { completeSettings } from '../complete-settings.ts';
import { common, importContract as contract } from '../contract/index.ts';
import { csvAnswer, jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { readLineCursor } from '../cursor.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { describeImport } from '../describe-import.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

const tags = ['imports'];
const createImport = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/imports',
  tags,
  summary: 'Begin the dry run of an uploaded file: the whole report, and nothing stored',
  request: { params: withId('campaign'), body: jsonBody(contract.newImport) },
  responses: { 202: jsonAnswer(contract.importRow, 'Being checked; import.changed events tell how far') },
});
const importsOfCampaignRoute = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/imports',
  tags,
  summary: 'The imports of a campaign, newest first',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.importList, 'The imports') },
});
const importsOfListRoute = createRoute({
  method: 'get',
  path: '/v1/lists/{id}/imports',
  tags,
  summary: 'What came into a list, newest first, what was undone included',
  request: { params: withId('list') },
  responses: { 200: jsonAnswer(contract.importList, 'The imports') },
});
const getImport = createRoute({
  method: 'get',
  path: '/v1/imports/{id}',
  tags,
  summary: 'An import, with its report as soon as there is one',
  request: { params: withId('import') },
  responses: { 200: jsonAnswer(contract.importDetail, 'The import') },
});
const commitImport = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/commit',
  tags,
  summary: 'Store what was checked: all of it or nothing',
  request: { params: withId('import') },
  responses: { 202: jsonAnswer(contract.importRow, 'Being stored') },
});
const cancelImport = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/cancel',
  tags,
  summary: 'Give an import up; what is stored of it is taken out again',
  request: { params: withId('import') },
  responses: { 202: jsonAnswer(contract.importRow, 'Given up') },
});
const undoImport = createRoute({
  method: 'post',
  path: '/v1/imports/{id}/undo',
  tags,
  summary: 'Take the leads of an import out again, and put back what it changed, as long as none was called',
  request: { params: withId('import') },
  responses: { 202: jsonAnswer(contract.importRow, 'Being undone') },
});
const errorsOfImport = createRoute({
  method: 'get',
  path: '/v1/imports/{id}/errors',
  tags,
  summary: 'The rows that became no lead, in the order of the file',
  request: { params: withId('import'), query: common.pageQuery },
  responses: { 200: jsonAnswer(contract.importErrorPage, 'A page of errors') },
});
const badRowsCsv = createRoute({
  method: 'get',
  path: '/v1/imports/{id}/bad-rows.csv',
  tags,
  summary: 'Just these rows as they stood, with line and reason added: to be corrected and sent again',
  request: { params: withId('import') },
  responses: { 200: csvAnswer('The columns of the file itself') },
});

/** Files on their way to leads: checked, stored, given up, undone. */
export function importRoutes(api: Api) {
  const { db } = api.database;
  const found = async (context: Context<Env>, id: ImportId) => {
    const one = await findImport(db, clientOf(context), id);
    if (!one) throw new Problem('not_found');
    return one;
  };
  const answer = async (context: Context<Env>, id: ImportId) =>
    describeImport(await found(context, id), context.var.language);

  return makeRouter()
    .openapi(createImport, async (context) => {
      const campaignId = context.req.valid('param').id;
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, campaignId);
      const body = context.req.valid('json');
      const upload = await api.uploads.find(clientId, body.uploadId);
      if (upload.bytesReceived < upload.bytesAll) throw new Problem('upload_incomplete');
      const id = api.ids.make('import');
      await insertImport(
        db,
        {
          ...{ id, clientId, campaignId, ...(await targetOf(clientId, campaignId, body)) },
          uploadId: upload.id,
          fileName: upload.fileName,
          fileSha256: null,
          settings: completeSettings(body.settings),
          createdBy: context.var.asker.userId,
        },
        api.clock.nowMs(),
      );
      if (body.templateId) await touchMappingTemplate(db, clientId, body.templateId, api.clock.nowMs());
      api.imports.check(clientId, id);
      return context.json(await answer(context, id), 202);
    })
    .openapi(importsOfCampaignRoute, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, id);
      const imports = await importsOfCampaign(db, clientId, id);
      return context.json({ data: imports.map((one) => describeImport(one, context.var.language)) }, 200);
    })
    .openapi(importsOfListRoute, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      if (!(await findList(db, clientId, id))) throw new Problem('not_found');
      const imports = await importsOfList(db, clientId, id);
      return context.json({ data: imports.map((one) => describeImport(one, context.var.language)) }, 200);
    })
    .openapi(getImport, async (context) => {
      const one = await found(context, context.req.valid('param').id);
      const isUndoable = one.state === 'imported' && !(await wasAnyCalled(db, one.id));
      return context.json({ ...describeImport(one, context.var.language), isUndoable }, 200);
    })
    .openapi(commitImport, async (context) => {
      const { id, state } = await found(context, context.req.valid('param').id);
      // The engine would store what is still being checked; a person decides by the whole report.
      if (state === 'checking') throw new Problem('import_not_checked');
      const { kind } = await api.imports.commit(clientOf(context), id);
      if (kind === 'refused')
        throw new Problem(isBegun(state) ? 'import_already_imported' : 'import_not_checked');
      return context.json(await answer(context, id), 202);
    })
    .openapi(cancelImport, async (context) => {
      const { id } = await found(context, context.req.valid('param').id);
      const { kind } = await api.imports.cancel(clientOf(context), id);
      if (kind === 'refused') throw new Problem('import_over');
      return context.json(await answer(context, id), 202);
    })
    .openapi(undoImport, async (context) => {
      const { id } = await found(context, context.req.valid('param').id);
      const undone = await api.imports.undo(clientOf(context), id);
      if (undone.kind === 'refused') {
        throw new Problem(undone.why === 'lead_called' ? 'import_called' : 'import_not_imported');
      }
      return context.json(await answer(context, id), 202);
    })
    .openapi(errorsOfImport, async (context) => {
      const { id } = await found(context, context.req.valid('param').id);
      const { cursor, limit } = context.req.valid('query');
      const page = { afterLine: readLineCursor(cursor), limit: limit + 1 };
      const errors = await importErrors(db, clientOf(context), id, page);
      const data = errors.slice(0, limit).map(({ line, code, column, value }) => ({
        ...{ line, code, column, value },
        detail: describeRowError(code, context.var.language),
      }));
      return context.json({ data, next: errors.length > limit ? String(data.at(-1)?.line) : null }, 200);
    })
    .openapi(badRowsCsv, async (context) => {
      const one = await found(context, context.req.valid('param').id);
      return badRowsResponse(db, one, context.var.language);
    });

  /** The list that an import goes to. Throws `not_found` when the campaign has none of that id. */
  async function targetOf(clientId: ClientId, campaignId: CampaignId, asked: Asked) {
    if ('listName' in asked) return { listId: null, listName: asked.listName };
    const list = await findList(db, clientId, asked.listId);
    if (list?.campaignId !== campaignId) throw new Problem('not_found');
    return { listId: list.id, listName: list.name };
  }
}

type Asked = z.infer<typeof contract.newImport>;

const isBegun = (state: string) => state !== 'refused' && state !== 'cancelled' && state !== 'cancelling';
