import { findLead, leadsOfCampaign, type StoredLead } from '@alize/db';
import { leadName } from '@alize/leads';
import type { LeadConsent } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import { addLeadBatch, readBatch } from '../add-leads.ts';
import { answerOnce } from '../answer-once.ts';
import { changeLead } from '../change-lead.ts';
import { leadContract as contract } from '../contract/index.ts';
import { toPhones } from '../contract/plain.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { readIdCursor } from '../cursor.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { Problem } from '../problem.ts';
import { type Api, authorOf, clientOf, makeRouter } from '../routing.ts';

const tags = ['leads'];
const addLeads = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/leads',
  tags,
  summary: 'Add leads, which may be called at once: the good ones go in, the others say why not',
  request: {
    params: withId('campaign'),
    headers: contract.idempotencyHeaders,
    body: jsonBody(contract.newLeads),
  },
  responses: { 200: jsonAnswer(contract.leadAnswers, 'What became of each, in their order') },
});
const listLeads = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/leads',
  tags,
  summary: 'The leads of a campaign',
  request: { params: withId('campaign'), query: contract.leadQuery },
  responses: { 200: jsonAnswer(contract.leadPage, 'A page of leads') },
});
const getLead = createRoute({
  method: 'get',
  path: '/v1/leads/{id}',
  tags,
  summary: 'A lead with all its numbers and fields',
  request: { params: withId('lead') },
  responses: { 200: jsonAnswer(contract.lead, 'The lead') },
});
const patchLead = createRoute({
  method: 'patch',
  path: '/v1/leads/{id}',
  tags,
  summary: 'Change what is given of a lead; values are read as a file’s are',
  request: { params: withId('lead'), body: jsonBody(contract.leadChange) },
  responses: { 200: jsonAnswer(contract.lead, 'The lead as it now is') },
});

/** Leads one by one: added, looked up, changed. */
export function leadRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(addLeads, async (context) => {
      const campaignId = context.req.valid('param').id;
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, campaignId);
      const key = context.req.valid('header')['idempotency-key'];
      const asked = { campaignId, ...context.req.valid('json') };
      const { asker, language } = context.var;
      const batch = readBatch({ ...asked, clientId, language, createdBy: asker.userId });
      const answers = await answerOnce(api, { clientId, key, asked }, (tx) => addLeadBatch(api, tx, batch));
      return context.json(answers, 200);
    })
    .openapi(listLeads, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, id);
      const { cursor, limit, ...filter } = context.req.valid('query');
      const page = { after: readIdCursor('lead', cursor), limit: limit + 1 };
      const leads = await leadsOfCampaign(db, clientId, id, filter, page);
      const data = leads.slice(0, limit).map((lead) => ({ ...lead, name: leadName(lead) }));
      return context.json({ data, next: leads.length > limit ? (data.at(-1)?.id ?? null) : null }, 200);
    })
    .openapi(getLead, async (context) => {
      const lead = await findLead(db, clientOf(context), context.req.valid('param').id);
      if (!lead) throw new Problem('not_found');
      return context.json(toContract(lead), 200);
    })
    .openapi(patchLead, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      const change = context.req.valid('json');
      const lead = await changeLead(api, {
        ...{ clientId, id, change, language: context.var.language },
        by: authorOf(context),
      });
      return context.json(toContract(lead), 200);
    });
}

/** Whose lead it is goes without saying. */
function toContract({ clientId, ...lead }: StoredLead & { readonly consent: LeadConsent | null }) {
  return { ...lead, phones: toPhones(lead.phones), name: leadName(lead) };
}
