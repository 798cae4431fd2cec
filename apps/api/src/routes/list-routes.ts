import {
  countsOfLists,
  findList,
  listsOfCampaign as findLists,
  importsOfCampaign,
  importsOfList,
  insertImport,
  insertList,
  leadsOfCampaign,
  type StoredImport,
  type StoredList,
  saveListSettings,
} from '@alize/db';
import { leadName } from '@alize/leads';
import type { ImportState, Language, ListId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { completeSettings } from '../complete-settings.ts';
import { listContract as contract } from '../contract/index.ts';
import { fileBody, jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { readIdCursor } from '../cursor.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { describeFailure, describeOutlook } from '../describe-import.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

const tags = ['lists'];
const createList = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/lists',
  tags,
  summary: 'Import a file without a question, by its headings; list.changed tells when it is in',
  request: { params: withId('campaign'), query: contract.newListQuery, body: fileBody('The file') },
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
const changeList = createRoute({
  method: 'patch',
  path: '/v1/lists/{id}',
  tags,
  summary: 'Rename a list, switch it on or off, give it another share of the calls',
  request: { params: withId('list'), body: jsonBody(contract.listChange) },
  responses: { 200: jsonAnswer(contract.list, 'The list as it now is') },
});
const leadsOfList = createRoute({
  method: 'get',
  path: '/v1/lists/{id}/leads',
  tags,
  summary: 'The leads of a list',
  request: { params: withId('list'), query: contract.leadQuery },
  responses: { 200: jsonAnswer(contract.leadPage, 'A page of leads') },
});

/** What the leads of a campaign stand in. */
export function listRoutes(api: Api) {
  const { db } = api.database;
  const found = async (context: Context<Env>, id: ListId) => {
    const list = await findList(db, clientOf(context), id);
    if (!list) throw new Problem('not_found');
    return list;
  };
  const answer = async (context: Context<Env>, id: ListId) => {
    const list = await found(context, id);
    const imports = await importsOfList(db, clientOf(context), id);
    return toContract(list, imports, context.var.language);
  };

  return makeRouter()
    .openapi(createList, async (context) => {
      const campaignId = context.req.valid('param').id;
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, campaignId);
      const { name, fileName = name, consentsAreInformed, duplicates } = context.req.valid('query');
      const createdBy = context.var.asker.userId;
      const upload = await api.uploads.receive({ clientId, fileName, createdBy }, context.req.raw.body);
      const id = api.ids.make('list');
      await insertList(db, { id, clientId, campaignId, name, fileName, createdBy }, api.clock.nowMs());
      const settings = completeSettings({
        consentsAreInformed: consentsAreInformed === 'true',
        ...(duplicates && { duplicates: { action: duplicates } }),
      });
      const importId = api.ids.make('import');
      const target = { clientId, campaignId, listId: id, listName: name };
      const file = { uploadId: upload.id, fileName, fileSha256: null };
      await insertImport(db, { id: importId, ...target, ...file, settings, createdBy }, api.clock.nowMs());
      await api.imports.commit(clientId, importId);
      return context.json(await answer(context, id), 202);
    })
    .openapi(listsOfCampaign, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, id);
      const lists = await findLists(db, clientId, id);
      const imports = Map.groupBy(await importsOfCampaign(db, clientId, id), ({ listId }) => listId);
      const counts = await countsOfLists(db, clientId, id);
      const data = lists.map((list) => ({
        ...toContract(list, imports.get(list.id) ?? [], context.var.language),
        counts: counts.get(list.id) ?? { open: 0, calling: 0 },
      }));
      return context.json({ data }, 200);
    })
    .openapi(getList, async (context) =>
      context.json(await answer(context, context.req.valid('param').id), 200),
    )
    .openapi(changeList, async (context) => {
      const { id } = await found(context, context.req.valid('param').id);
      await saveListSettings(db, clientOf(context), id, context.req.valid('json'));
      return context.json(await answer(context, id), 200);
    })
    .openapi(leadsOfList, async (context) => {
      const list = await found(context, context.req.valid('param').id);
      const { cursor, limit, state } = context.req.valid('query');
      const page = { after: readIdCursor('lead', cursor), limit: limit + 1 };
      const filter = { list: list.id, state };
      const leads = await leadsOfCampaign(db, clientOf(context), list.campaignId, filter, page);
      const data = leads.slice(0, limit).map((lead) => ({ ...lead, name: leadName(lead) }));
      return context.json({ data, next: leads.length > limit ? (data.at(-1)?.id ?? null) : null }, 200);
    });
}

const liveStates: readonly ImportState[] = ['checking', 'importing', 'cancelling', 'undoing'];

/** A list with how its files stand, newest first: one on its way in, or the only one refused, is the list's own state. */
function toContract(list: StoredList, imports: readonly StoredImport[], language: Language) {
  const [newest] = imports;
  const isLive = imports.some(({ state }) => liveStates.includes(state));
  const isFailed = newest?.state === 'refused' && list.leadsCount === 0;
  const failure = list.failure ?? (isFailed ? newest.failure : null);
  return {
    ...list,
    state: isLive ? ('importing' as const) : isFailed ? ('failed' as const) : list.state,
    failure: failure === null ? null : describeFailure(failure, language),
    outlook: list.outlook && describeOutlook(list.outlook, language),
  };
}
