import { createRoute } from '@hono/zod-openapi';
import { campaignContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

const tags = ['campaigns'];
const getSetup = createRoute({
  method: 'get',
  path: '/v1/setup',
  tags,
  summary: 'What a campaign can be put together from',
  responses: { 200: jsonAnswer(contract.setup, 'The parts') },
});
const listCampaigns = createRoute({
  method: 'get',
  path: '/v1/campaigns',
  tags,
  summary: 'The campaigns of the client, newest first',
  responses: { 200: jsonAnswer(contract.campaignList, 'The campaigns') },
});
const createCampaign = createRoute({
  method: 'post',
  path: '/v1/campaigns',
  tags,
  summary: 'Create a campaign, as a draft',
  request: { body: jsonBody(contract.campaignSettings) },
  responses: { 201: jsonAnswer(contract.campaign, 'Created') },
});
const getCampaign = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}',
  tags,
  summary: 'A campaign',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.campaign, 'The campaign') },
});
const changeCampaign = createRoute({
  method: 'patch',
  path: '/v1/campaigns/{id}',
  tags,
  summary: 'Change a campaign; what is missing stays',
  request: { params: withId('campaign'), body: jsonBody(contract.campaignChange) },
  responses: { 200: jsonAnswer(contract.campaign, 'Changed') },
});
const startCampaign = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/start',
  tags,
  summary: 'Let the campaign dial whenever its schedule is open',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.campaign, 'Running') },
});
const pauseCampaign = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/pause',
  tags,
  summary: 'Place no further call for now',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.campaign, 'Paused') },
});
const stopCampaign = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/stop',
  tags,
  summary: 'End the campaign; it can be started again',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.campaign, 'Stopped') },
});

/** Campaigns: put together, changed, started, paused, stopped. */
export function campaignRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(getSetup, async () => todo())
    .openapi(listCampaigns, async () => todo())
    .openapi(createCampaign, async () => todo())
    .openapi(getCampaign, async () => todo())
    .openapi(changeCampaign, async () => todo())
    .openapi(startCampaign, async () => todo())
    .openapi(pauseCampaign, async () => todo())
    .openapi(stopCampaign, async () => todo());
}
