import { describeRule } from '@alize/compliance';
import { appendEvents, campaignRefusals, reopenRefusedLeads, verifyChain } from '@alize/db';
import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { proofContract as contract } from '../contract/index.ts';
import { csvAnswer, jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { evidenceHeadings, evidencePages } from '../evidence/evidence-file.ts';
import { evidencePage } from '../evidence/evidence-page.ts';
import { monthlyEvidence, monthPeriod } from '../evidence/monthly-evidence.ts';
import { forgetPerson, takeOutPerson } from '../person-proof.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { csvResponse } from '../tables/csv.ts';

const tags = ['compliance'];
const getRefusals = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/refusals',
  tags,
  summary: 'The leads that rules keep a campaign from, by rule',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.refusals, 'By rule, most leads first') },
});
const reopenRefusals = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/refusals/reopen',
  tags,
  summary: 'Open the leads that a rule had closed: each is ruled on again when it is due',
  description:
    'Happens by itself when the campaign’s settings change, or when a consent or a relation is put on record. Ask for it after a register was brought up to date, or a rule set aside.',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.reopened, 'How many leads') },
});
const getChain = createRoute({
  method: 'get',
  path: '/v1/compliance/chain',
  tags,
  summary: 'Whether the log of rulings is as it was written; it is read whole',
  responses: { 200: jsonAnswer(contract.chain, 'What was found') },
});
const getEvidence = createRoute({
  method: 'get',
  path: '/v1/compliance/evidence',
  tags,
  summary: 'The evidence of a month, in figures',
  request: { query: contract.evidenceQuery },
  responses: { 200: jsonAnswer(contract.evidence, 'The evidence') },
});
const getEvidencePage = createRoute({
  method: 'get',
  path: '/v1/compliance/evidence.html',
  tags,
  summary: 'The same as a page to print',
  request: { query: contract.evidenceQuery },
  responses: {
    200: {
      description: 'One page that needs nothing else',
      content: { 'text/html': { schema: { type: 'string' } } },
    },
  },
});
const getEvidenceFile = createRoute({
  method: 'get',
  path: '/v1/compliance/evidence.csv',
  tags,
  summary: 'Each call and each refusal of a month; numbers are masked unless asked for whole',
  request: { query: contract.evidenceCsvQuery },
  responses: { 200: csvAnswer('One row for each ruling, oldest first') },
});
const postPersonFile = createRoute({
  method: 'post',
  path: '/v1/compliance/person-file',
  tags,
  summary: 'All that is on record of one person with this client (GDPR art. 15)',
  request: { body: jsonBody(contract.personQuestion) },
  responses: { 200: jsonAnswer(contract.personFile, 'The file, as an attachment') },
});
const postErasure = createRoute({
  method: 'post',
  path: '/v1/compliance/erasure',
  tags,
  summary: 'Erase one person, but for what a law wants kept (GDPR art. 17)',
  request: { body: jsonBody(contract.erasureQuestion) },
  responses: { 200: jsonAnswer(contract.erasure, 'What was done, and what was kept') },
});

/** What is shown to a person who asks, and to an inspector. */
export function proofRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(getRefusals, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, id);
      const found = await campaignRefusals(db, clientId, id);
      const data = found.map(({ rule, ...refusal }) => ({
        ...{ ruleId: rule, ...refusal, text: describeRule(rule, context.var.language) },
      }));
      return context.json({ data }, 200);
    })
    .openapi(reopenRefusals, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, id);
      const reopened = await reopenRefusedLeads(db, clientId, { campaignId: id }, api.clock.nowMs());
      return context.json({ reopened }, 200);
    })
    .openapi(getChain, async (context) => context.json(await verifyChain(db, clientOf(context)), 200))
    .openapi(getEvidence, async (context) => {
      return context.json(await monthlyEvidence(db, askedBy(api, context, context.req.valid('query'))), 200);
    })
    .openapi(getEvidencePage, async (context) => {
      const asked = askedBy(api, context, context.req.valid('query'));
      return context.html(evidencePage(await monthlyEvidence(db, asked), asked.language));
    })
    .openapi(getEvidenceFile, async (context) => {
      const { numbers, ...query } = context.req.valid('query');
      const { clientId, month, timeZone, language } = askedBy(api, context, query);
      const period = monthPeriod(month, timeZone);
      const { userId } = context.var.asker;
      if (numbers === 'full') {
        const event = { kind: 'audit.noted', deed: 'evidence_numbers', userId } as const;
        await appendEvents(db, api.clock.nowMs(), [{ clientId, event }]);
      }
      return csvResponse({
        name: `evidence-${month}`,
        language,
        headings: evidenceHeadings[language],
        pages: evidencePages(db, clientId, { ...period, numbers }),
      });
    })
    .openapi(postPersonFile, async (context) => {
      const { phoneNumber } = context.req.valid('json');
      const { asker, language } = context.var;
      const person = { clientId: clientOf(context), phoneNumber, userId: asker.userId, language };
      context.header('content-disposition', 'attachment; filename="person-file.json"');
      return context.json(await takeOutPerson(api, person), 200);
    })
    .openapi(postErasure, async (context) => {
      const { asker, language } = context.var;
      const person = { clientId: clientOf(context), userId: asker.userId, language };
      return context.json(await forgetPerson(api, { ...person, ...context.req.valid('json') }), 200);
    });
}

/** What is left open is the asker's: their language, and the zone of their site. */
function askedBy(api: Api, context: Context<Env>, query: z.output<typeof contract.evidenceQuery>) {
  const { asker, language } = context.var;
  return {
    ...{ clientId: clientOf(context), siteId: asker.siteId, month: query.month },
    timeZone: query.timeZone ?? asker.timeZone,
    language: query.language ?? language,
    nowMs: api.clock.nowMs(),
  };
}
