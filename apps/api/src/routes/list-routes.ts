import { describeRule } from '@alize/compliance';
import {
  type Db,
  errorsOfList,
  leadsOfList as findLeads,
  findList,
  listsOfCampaign as findLists,
  hasCampaign,
  insertList,
  type StoredList,
} from '@alize/db';
import { describeFileError, describeRowError, type Preview } from '@alize/lead-import';
import { leadName } from '@alize/leads';
import { type ClientId, isId, type Language, type ListId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { common, listContract as contract } from '../contract/index.ts';
import { csvAnswer, jsonAnswer, withId } from '../contract/route.ts';
import { type Cell, csvResponse } from '../csv.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { readUpload, saveUpload } from '../upload.ts';

const tags = ['lists'];
/** The file itself is the body, as `application/octet-stream`; it is read by the handler, not by a schema. */
const previewFile = createRoute({
  method: 'post',
  path: '/v1/lists/preview',
  tags,
  summary: 'Read the start of a file as it would be imported; nothing is stored',
  request: { query: contract.previewQuery },
  responses: { 200: jsonAnswer(contract.preview, 'What the importer sees') },
});
const createList = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/lists',
  tags,
  summary: 'Import a file into a campaign; progress comes as list.changed events',
  request: { params: withId('campaign'), query: contract.newListQuery },
  responses: { 202: jsonAnswer(contract.list, 'Importing') },
});
const listsOfCampaign = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/lists',
  tags,
  summary: 'The lists of a campaign, newest first',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.listList, 'The lists') },
});
const getList = createRoute({
  method: 'get',
  path: '/v1/lists/{id}',
  tags,
  summary: 'A list',
  request: { params: withId('list') },
  responses: { 200: jsonAnswer(contract.list, 'The list') },
});
const listErrors = createRoute({
  method: 'get',
  path: '/v1/lists/{id}/errors',
  tags,
  summary: 'The rows of the file that became no lead, in the order of the file',
  request: { params: withId('list'), query: common.pageQuery },
  responses: { 200: jsonAnswer(contract.listErrorPage, 'A page of errors') },
});
const listErrorsCsv = createRoute({
  method: 'get',
  path: '/v1/lists/{id}/errors.csv',
  tags,
  summary: 'The same as a file',
  request: { params: withId('list') },
  responses: { 200: csvAnswer('All errors') },
});
const leadsOfList = createRoute({
  method: 'get',
  path: '/v1/lists/{id}/leads',
  tags,
  summary: 'The leads of a list',
  request: { params: withId('list'), query: contract.leadQuery },
  responses: { 200: jsonAnswer(contract.leadPage, 'A page of leads') },
});

/** Files of leads: looked at, imported, gone through. */
export function listRoutes(api: Api) {
  const { db } = api.database;
  const found = async (context: Context<Env>, id: ListId) => {
    const list = await findList(db, clientOf(context), id);
    if (!list) throw new Problem('not_found');
    return list;
  };

  return makeRouter()
    .openapi(previewFile, async (context) => {
      const bytes = await readUpload(context.req.raw);
      const answer = await api.imports.preview({
        bytes,
        mapping: context.req.valid('query').mapping ?? null,
      });
      if (answer.kind === 'previewed') return context.json(toPreview(answer.preview), 200);
      const code = answer.kind === 'refused' ? answer.code : 'not_text';
      const detail = describeFileError(code, context.var.language);
      throw new Problem('file_unreadable', { errors: [{ pointer: `/${code}`, detail }] });
    })
    .openapi(createList, async (context) => {
      const campaignId = context.req.valid('param').id;
      const clientId = clientOf(context);
      if (!(await hasCampaign(db, clientId, campaignId))) throw new Problem('not_found');
      const { name, fileName, mapping, consentsAreInformed } = context.req.valid('query');
      const id = api.ids.make('list');
      const file = await saveUpload(context.req.raw, api.settings.dataFolder, `${id}.csv`);
      const createdBy = context.var.asker.userId;
      await insertList(
        db,
        { id, clientId, campaignId, name, fileName: fileName ?? null, createdBy },
        api.clock.nowMs(),
      );
      const list = await found(context, id);
      api.imports.start({
        list: { listId: id, clientId, campaignId },
        file,
        mapping: mapping ?? null,
        consentsAreInformed: consentsAreInformed === 'true',
      });
      return context.json(withSentences(list, context.var.language), 202);
    })
    .openapi(listsOfCampaign, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      if (!(await hasCampaign(db, clientId, id))) throw new Problem('not_found');
      const lists = await findLists(db, clientId, id);
      return context.json({ data: lists.map((list) => withSentences(list, context.var.language)) }, 200);
    })
    .openapi(getList, async (context) => {
      const list = await found(context, context.req.valid('param').id);
      return context.json(withSentences(list, context.var.language), 200);
    })
    .openapi(listErrors, async (context) => {
      const { id } = context.req.valid('param');
      const { cursor, limit } = context.req.valid('query');
      await found(context, id);
      const page = { afterLine: Number(cursor ?? 0) || 0, limit: limit + 1 };
      const errors = await errorsOfList(db, clientOf(context), id, page);
      const data = errors
        .slice(0, limit)
        .map((error) => ({ ...error, detail: describeRowError(error.code, context.var.language) }));
      const next = errors.length > limit ? String(data.at(-1)?.line) : null;
      return context.json({ data, next }, 200);
    })
    .openapi(listErrorsCsv, async (context) => {
      const list = await found(context, context.req.valid('param').id);
      const { language } = context.var;
      const clientId = clientOf(context);
      return csvResponse(
        { name: `${list.id}-errors.csv`, language, headings: errorHeadings[language] },
        errorPages(db, clientId, list.id, language),
      );
    })
    .openapi(leadsOfList, async (context) => {
      const { id } = context.req.valid('param');
      const { cursor, limit, state } = context.req.valid('query');
      await found(context, id);
      const page = { after: isId('lead', cursor) ? cursor : null, limit: limit + 1, state };
      const leads = await findLeads(db, clientOf(context), id, page);
      const data = leads.slice(0, limit).map((lead) => ({ ...lead, name: leadName(lead) }));
      return context.json({ data, next: leads.length > limit ? (data.at(-1)?.id ?? null) : null }, 200);
    });
}

const errorHeadings = {
  fr: ['Ligne', 'Code', 'Colonne', 'Valeur', 'Explication'],
  en: ['Line', 'Code', 'Column', 'Value', 'Explanation'],
} as const;

async function* errorPages(db: Db, clientId: ClientId, id: ListId, language: Language) {
  let afterLine = 0;
  for (;;) {
    const errors = await errorsOfList(db, clientId, id, { afterLine, limit: 500 });
    if (errors.length === 0) return;
    afterLine = errors.at(-1)?.line ?? afterLine;
    yield errors.map(({ line, code, column, value }): Cell[] => [
      line,
      code,
      column,
      value,
      describeRowError(code, language),
    ]);
  }
}

/** Why the file was refused, and which rules keep its leads from being called, as sentences. */
function withSentences(list: StoredList, language: Language) {
  const { outlook, failure } = list;
  return {
    ...list,
    failure: failure && failureSentence(failure, language),
    outlook: outlook && {
      ...outlook,
      packs: [...outlook.packs],
      refusals: outlook.refusals.map((one) => ({ ...one, text: describeRule(one.rule, language) })),
    },
  };
}

function failureSentence(code: string, language: Language): string {
  return code === 'interrupted' ? interrupted[language] : describeFileError(code, language);
}

const interrupted = {
  fr: 'L’import a été interrompu et annulé en entier : envoyez le fichier à nouveau.',
  en: 'The import was cut off and undone as a whole: upload the file again.',
} as const;

/** The contract's arrays are plain ones. */
function toPreview(preview: Preview) {
  const { encoding, delimiter, headings, mapping, rows, leads } = preview;
  return {
    encoding,
    delimiter,
    headings: [...headings],
    mapping: [...mapping],
    rows: rows.map((row) => [...row]),
    leads: [...leads],
  };
}
