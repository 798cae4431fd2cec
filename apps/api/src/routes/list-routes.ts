import { createRoute } from '@hono/zod-openapi';
import { common, listContract as contract } from '../contract/index.ts';
import { csvAnswer, jsonAnswer, withId } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

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
export function listRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(previewFile, async () => todo())
    .openapi(createList, async () => todo())
    .openapi(listsOfCampaign, async () => todo())
    .openapi(getList, async () => todo())
    .openapi(listErrors, async () => todo())
    .openapi(listErrorsCsv, async () => todo())
    .openapi(leadsOfList, async () => todo());
}
