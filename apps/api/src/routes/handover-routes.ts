import { type HandoverFilter, handoverCounts, handoversOfClient, saveCampaignDocument } from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { handoverContract as contract } from '../contract/index.ts';
import { csvAnswer, ifMatch, jsonAnswer, jsonBody, tableAnswer, withId } from '../contract/route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { tellVersion, versionMeant } from '../etag.ts';
import { acceptanceRates } from '../handovers/acceptance.ts';
import { handoverTable } from '../handovers/handover-file.ts';
import { handoverSettings } from '../handovers/handover-settings.ts';
import { judge as judgeLead } from '../handovers/judge.ts';
import { handoverRow, showHandover } from '../handovers/show-handover.ts';
import { listDrops as dropsOf, readDrop } from '../outbox/drops.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { exportedTable } from '../tables/exported-table.ts';
import type { TableFile, TableFormat } from '../tables/table-file.ts';

const tags = ['handovers'];
const ofCampaign = withId('campaign');
const getDocument = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/handover',
  tags,
  summary: 'How a campaign’s qualified leads are handed over',
  request: { params: ofCampaign },
  responses: { 200: jsonAnswer(contract.handoverDocument, 'The document, its version in the ETag') },
});
const putDocument = createRoute({
  method: 'put',
  path: '/v1/campaigns/{id}/handover',
  tags,
  summary: 'Say how a campaign’s qualified leads are handed over',
  request: { params: ofCampaign, headers: ifMatch, body: jsonBody(contract.handoverDocument) },
  responses: { 200: jsonAnswer(contract.handoverDocument, 'Stored') },
});
const listHandovers = createRoute({
  method: 'get',
  path: '/v1/handovers',
  tags,
  summary: 'Leads handed over, newest first',
  request: { query: contract.handoverQuery },
  responses: { 200: jsonAnswer(contract.handoverPage, 'A page of them') },
});
const handoverFile = <F extends TableFormat>(format: F) =>
  createRoute({
    method: 'get',
    path: `/v1/handovers.${format}`,
    tags,
    summary: 'The same as a file',
    request: { query: contract.handoverFilter },
    responses: { 200: tableAnswer(format, 'All that fit') },
  });
const getHandover = createRoute({
  method: 'get',
  path: '/v1/handovers/{id}',
  tags,
  summary: 'A lead handed over, with its data, its answers and each verdict',
  request: { params: withId('handover') },
  responses: { 200: jsonAnswer(contract.handoverDetail, 'The hand-over') },
});
const judge = createRoute({
  method: 'post',
  path: '/v1/handovers/{id}/verdict',
  tags,
  summary:
    'Tell what the client made of a lead; a later verdict takes the place of an earlier one, which is kept',
  request: { params: withId('handover'), body: jsonBody(contract.verdict) },
  responses: { 200: jsonAnswer(contract.handoverDetail, 'Noted') },
});
const getRates = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/handovers/rates',
  tags,
  summary: 'How many leads the client accepts, by agent and by list',
  request: { params: ofCampaign, query: contract.ratesQuery },
  responses: { 200: jsonAnswer(contract.rates, 'The rates') },
});
const listDrops = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/handover/drops',
  tags,
  summary: 'The files of leads handed over, one a day, newest first, kept for 90 days',
  request: { params: ofCampaign },
  responses: { 200: jsonAnswer(contract.dropList, 'All of them') },
});
const getDrop = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/handover/drops/{name}',
  tags,
  summary: 'One day’s file',
  request: { params: contract.dropPath },
  responses: { 200: csvAnswer('The file') },
});

/** Qualified leads on their way to the client, and what the client says of them. */
export function handoverRoutes(api: Api) {
  const { db } = api.database;
  const tableOf = (context: Context<Env>, filter: HandoverFilter): TableFile => {
    const { language, asker } = context.var;
    return handoverTable(db, { clientId: clientOf(context), language, timeZone: asker.timeZone }, filter);
  };
  return makeRouter()
    .openapi(getDocument, async (context) => {
      const [clientId, { id }] = [clientOf(context), context.req.valid('param')];
      await demandCampaign(db, clientId, id);
      const { settings, version } = await handoverSettings(db, clientId, id);
      tellVersion(context, version);
      return context.json(settings, 200);
    })
    .openapi(putDocument, async (context) => {
      const [clientId, { id }] = [clientOf(context), context.req.valid('param')];
      await demandCampaign(db, clientId, id);
      const document = context.req.valid('json');
      const version = await saveCampaignDocument(db, {
        ...{ clientId, campaignId: id, kind: 'handover', document, expected: versionMeant(context) },
        ...{ by: context.var.asker.userId, atMs: api.clock.nowMs() },
      });
      if (version === null) throw new Problem('version_stale');
      tellVersion(context, version);
      return context.json(document, 200);
    })
    .openapi(listHandovers, async (context) => {
      const { cursor, limit, ...filter } = context.req.valid('query');
      const page = { before: readCursor('handover', cursor), limit: limit + 1 };
      const found = await handoversOfClient(db, clientOf(context), filter, page);
      const data = found.slice(0, limit).map(handoverRow);
      const last = found.length > limit ? data.at(-1) : undefined;
      const next = last && writeCursor({ createdAtMs: last.handedOverAtMs, id: last.id });
      return context.json({ data, next: next ?? null }, 200);
    })
    .openapi(handoverFile('csv'), (context) =>
      exportedTable('csv', tableOf(context, context.req.valid('query'))),
    )
    .openapi(handoverFile('xlsx'), (context) =>
      exportedTable('xlsx', tableOf(context, context.req.valid('query'))),
    )
    .openapi(getHandover, async (context) =>
      context.json(
        await showHandover(api, clientOf(context), context.req.valid('param').id, context.var.language),
        200,
      ),
    )
    .openapi(judge, async (context) => {
      const [clientId, { id: handoverId }] = [clientOf(context), context.req.valid('param')];
      await judgeLead(api, { clientId, handoverId, by: context.var.asker.userId }, context.req.valid('json'));
      return context.json(await showHandover(api, clientId, handoverId, context.var.language), 200);
    })
    .openapi(getRates, async (context) => {
      const [clientId, { id }] = [clientOf(context), context.req.valid('param')];
      await demandCampaign(db, clientId, id);
      const counts = await handoverCounts(db, clientId, id, context.req.valid('query'));
      return context.json(acceptanceRates(counts), 200);
    })
    .openapi(listDrops, async (context) => {
      const [clientId, { id }] = [clientOf(context), context.req.valid('param')];
      await demandCampaign(db, clientId, id);
      return context.json({ data: await dropsOf(api.settings, clientId, id) }, 200);
    })
    .openapi(getDrop, async (context) => {
      const { id: campaignId, name } = context.req.valid('param');
      const file = await readDrop(api.settings, clientOf(context), { campaignId, name });
      if (!file) throw new Problem('not_found');
      return new Response(new Uint8Array(file), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
        },
      });
    });
}
