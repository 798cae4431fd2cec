import { findList } from '@alize/db';
import type { CampaignId, ListId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { tableAnswer, withId } from '../contract/route.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { type LeadsAsked, leadTable } from '../lead-file.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { exportedTable } from '../tables/exported-table.ts';
import type { TableFormat } from '../tables/table-file.ts';

const tags = ['leads'];
const leadsOfCampaign = <F extends TableFormat>(format: F) =>
  createRoute({
    method: 'get',
    path: `/v1/campaigns/{id}/leads.${format}`,
    tags,
    summary: 'All leads of a campaign as a file that the importer reads back',
    request: { params: withId('campaign') },
    responses: { 200: tableAnswer(format, 'Own fields, numbers and columns; state and last result') },
  });
const leadsOfList = <F extends TableFormat>(format: F) =>
  createRoute({
    method: 'get',
    path: `/v1/lists/{id}/leads.${format}`,
    tags,
    summary: 'All leads of a list as a file that the importer reads back',
    request: { params: withId('list') },
    responses: { 200: tableAnswer(format, 'Own fields, numbers and columns; state and last result') },
  });

/** Leads as files. */
export function leadFileRoutes(api: Api) {
  const { db } = api.database;
  const send = (context: Context<Env>, format: TableFormat, asked: LeadsAsked) => {
    const { language, asker } = context.var;
    const reader = { language, timeZone: asker.timeZone, clientId: clientOf(context) };
    return exportedTable(format, leadTable(db, asked, reader));
  };
  const ofCampaign = async (context: Context<Env>, format: TableFormat, id: CampaignId) => {
    await demandCampaign(db, clientOf(context), id);
    return send(context, format, { campaignId: id });
  };
  const ofList = async (context: Context<Env>, format: TableFormat, id: ListId) => {
    const list = await findList(db, clientOf(context), id);
    if (!list) throw new Problem('not_found');
    return send(context, format, { campaignId: list.campaignId, listId: id });
  };
  return makeRouter()
    .openapi(leadsOfCampaign('csv'), (context) => ofCampaign(context, 'csv', context.req.valid('param').id))
    .openapi(leadsOfCampaign('xlsx'), (context) => ofCampaign(context, 'xlsx', context.req.valid('param').id))
    .openapi(leadsOfList('csv'), (context) => ofList(context, 'csv', context.req.valid('param').id))
    .openapi(leadsOfList('xlsx'), (context) => ofList(context, 'xlsx', context.req.valid('param').id));
}
