import type { CampaignId } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { surveyContract as contract } from '../contract/index.ts';
import { csvAnswer, ifMatch, jsonAnswer, jsonBody, textAnswer, withId } from '../contract/route.ts';
import { readIdCursor } from '../cursor.ts';
import { tellVersion, versionMeant } from '../etag.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { linksFile } from '../surveys/data-files.ts';
import { linkOf } from '../surveys/link.ts';
import { campaignOf, saveSurvey, seeSurvey } from '../surveys/survey-settings.ts';

const tags = ['surveys'];
const params = withId('campaign');
const getSurvey = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey',
  tags,
  summary: 'How a campaign surveys: quotas, weights, links',
  request: { params },
  responses: { 200: jsonAnswer(contract.survey, 'The document, its version in the ETag') },
});
const putSurvey = createRoute({
  method: 'put',
  path: '/v1/campaigns/{id}/survey',
  tags,
  summary: 'Say how a campaign surveys; leads are sorted into changed cells beside all other work',
  request: { params, headers: ifMatch, body: jsonBody(contract.surveyChange) },
  responses: { 200: jsonAnswer(contract.survey, 'Stored') },
});
const getQuotas = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/quotas',
  tags,
  summary: 'How full the cells are, and how many leads are left for them',
  request: { params },
  responses: { 200: jsonAnswer(contract.quotas, 'The cells') },
});
const getReport = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/report',
  tags,
  summary: 'What the interviews say, and how dependable it is',
  request: { params, query: contract.reportQuery },
  responses: { 200: jsonAnswer(contract.report, 'The report') },
});
const getVariables = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/variables',
  tags,
  summary: 'What may stand in a cross table',
  request: { params },
  responses: { 200: jsonAnswer(contract.tableVariables, 'The variables') },
});
const getTable = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/table',
  tags,
  summary: 'A cross table of two questions',
  request: { params, query: contract.tableQuery },
  responses: { 200: jsonAnswer(contract.table, 'The table') },
});
const getTexts = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/texts',
  tags,
  summary: 'What people answered in words to a question, the newest first',
  request: { params, query: contract.textsQuery },
  responses: { 200: jsonAnswer(contract.texts, 'The texts') },
});
const getData = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/data.csv',
  tags,
  summary: 'Every interview as a row, in the columns that data.sps reads',
  request: { params },
  responses: { 200: csvAnswer('The interviews') },
});
const getSyntax = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/data.sps',
  tags,
  summary: 'The SPSS syntax that reads data.csv and names its values',
  request: { params },
  responses: { 200: textAnswer('text/plain', 'The syntax') },
});
const getSystemFile = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/data.sav',
  tags,
  summary: 'The same as an SPSS system file',
  request: { params },
  responses: { 200: textAnswer('application/x-spss-sav', 'The file') },
});
const getCodebook = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/codebook.html',
  tags,
  summary: 'What every column and value of the data means',
  request: { params },
  responses: { 200: textAnswer('text/html', 'The codebook') },
});
const getLinks = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/survey/links.csv',
  tags,
  summary: 'The link of every lead that may still answer',
  request: { params },
  responses: { 200: csvAnswer('The links') },
});
const makeLink = createRoute({
  method: 'post',
  path: '/v1/leads/{id}/interview-link',
  tags,
  summary: 'The link by which this person answers, sent by e-mail if asked',
  request: { params: withId('lead'), body: jsonBody(contract.linkBody) },
  responses: { 200: jsonAnswer(contract.link, 'The link') },
});

/** Quotas, interviews and what they say. */
export function surveyRoutes(api: Api) {
  const askedOf = (context: Context<Env>, campaignId: CampaignId) => ({
    ...{ clientId: clientOf(context), campaignId },
    ...{ language: context.var.language, timeZone: context.var.asker.timeZone },
  });
  const show = async (context: Context<Env>, campaignId: CampaignId) => {
    const { settings, version, sorting } = await seeSurvey(api, askedOf(context, campaignId));
    tellVersion(context, version);
    return { ...plainOf(settings), sorting };
  };
  return makeRouter()
    .openapi(getSurvey, async (context) =>
      context.json(await show(context, context.req.valid('param').id), 200),
    )
    .openapi(putSurvey, async (context) => {
      const { id } = context.req.valid('param');
      const expected = versionMeant(context);
      const { sorting: _, ...settings } = context.req.valid('json');
      const by = context.var.asker.userId;
      await saveSurvey(api, { ...askedOf(context, id), settings, expected, by });
      return context.json(await show(context, id), 200);
    })
    .openapi(getQuotas, async (context) => {
      const asked = askedOf(context, context.req.valid('param').id);
      return context.json(await api.surveys.ask('quotas', asked), 200);
    })
    .openapi(getReport, async (context) => {
      const asked = askedOf(context, context.req.valid('param').id);
      await campaignOf(api, asked);
      const { weighted: isWeighted = false } = context.req.valid('query');
      return context.json(
        plainOf(
          await api.reports.get('report', {
            clientId: asked.clientId,
            campaignId: asked.campaignId,
            isWeighted,
          }),
        ),
        200,
      );
    })
    .openapi(getVariables, async (context) => {
      const asked = askedOf(context, context.req.valid('param').id);
      await campaignOf(api, asked);
      return context.json({ data: await api.surveys.ask('variables', asked) }, 200);
    })
    .openapi(getTable, async (context) => {
      const asked = askedOf(context, context.req.valid('param').id);
      await campaignOf(api, asked);
      const { row, column, weighted: isWeighted = false } = context.req.valid('query');
      const { timeZone: _, ...table } = { ...asked, row, column, isWeighted };
      return context.json(plainOf(await api.reports.get('table', table)), 200);
    })
    .openapi(getTexts, async (context) => {
      const { cursor: sent, ...query } = context.req.valid('query');
      const cursor = readIdCursor('interview', sent);
      const { timeZone: _, ...asked } = askedOf(context, context.req.valid('param').id);
      return context.json(await api.surveys.ask('texts', { ...asked, ...query, cursor }), 200);
    })
    .openapi(getData, (context) => api.surveys.file('data', askedOf(context, context.req.valid('param').id)))
    .openapi(getSyntax, (context) =>
      api.surveys.file('syntax', askedOf(context, context.req.valid('param').id)),
    )
    .openapi(getSystemFile, (context) =>
      api.surveys.file('system', askedOf(context, context.req.valid('param').id)),
    )
    .openapi(getCodebook, (context) =>
      api.surveys.file('codebook', askedOf(context, context.req.valid('param').id)),
    )
    .openapi(getLinks, (context) => linksFile(api, askedOf(context, context.req.valid('param').id)))
    .openapi(makeLink, async (context) => {
      const { id } = context.req.valid('param');
      const { byEmail } = context.req.valid('json');
      const asked = { clientId: clientOf(context), leadId: id, byEmail };
      return context.json(await linkOf(api, asked), 200);
    });
}

/** In the contract's plain arrays: the same values, told to be anybody's to change. */
function plainOf<T>(value: T): Plain<T> {
  return value as Plain<T>;
}
type Plain<T> = T extends readonly (infer U)[]
  ? Plain<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
