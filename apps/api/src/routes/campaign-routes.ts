import { createHash } from 'node:crypto';
import {
  agentsOfClient,
  allSites,
  allTrunks,
  type CampaignSettings,
  type CampaignView,
  callerIdsOfClient,
  campaignsOfClient,
  findCampaign,
  scriptsOfClient,
} from '@alize/db';
import {
  availableDialModes,
  type CampaignId,
  type CampaignState,
  type ClientId,
  nextOpening,
} from '@alize/model';
import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { addCampaign, saveChange, setState } from '../campaign-changes.ts';
import { checkSettings, checkStart } from '../campaign-checks.ts';
import { campaignContract as contract } from '../contract/index.ts';
import { ifMatch, jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { today } from '../day.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

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
  request: { body: jsonBody(contract.newCampaign) },
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
  summary: 'Change a campaign; what is missing stays; with If-Match, unless somebody else has changed it',
  request: { params: withId('campaign'), headers: ifMatch, body: jsonBody(contract.campaignChange) },
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
export function campaignRoutes(api: Api) {
  const { db } = api.database;

  const demand = async (context: Context<Env>, id: CampaignId) => {
    const at = today(api.clock.nowMs(), context.var.asker.timeZone);
    const found = await findCampaign(db, clientOf(context), id, at);
    if (!found) throw new Problem('not_found');
    return found;
  };
  /** The campaign as it stands, with its counts. */
  const show = async (context: Context<Env>, id: CampaignId) => {
    const view = viewOf(await demand(context, id), api.clock.nowMs());
    context.header('etag', etagOf(view));
    return view;
  };
  const turn = async (context: Context<Env>, id: CampaignId, state: CampaignState) => {
    const before = await show(context, id);
    if (state === 'running') await checkStart(api, before, startOf(context, id));
    await setState(api, clientOf(context), before, state);
    return show(context, id);
  };

  return makeRouter()
    .openapi(getSetup, async (context) => context.json(await setupOf(api, clientOf(context)), 200))
    .openapi(listCampaigns, async (context) => {
      const campaigns = await campaignsOfClient(
        db,
        clientOf(context),
        today(api.clock.nowMs(), context.var.asker.timeZone),
      );
      return context.json({ data: campaigns.map((each) => viewOf(each, api.clock.nowMs())) }, 200);
    })
    .openapi(createCampaign, async (context) => {
      const settings = settingsOf(contract.campaignSettings.parse(context.req.valid('json')));
      const clientId = clientOf(context);
      const { language } = context.var;
      await checkSettings(api, settings, { clientId, campaignId: null, language });
      const id = await addCampaign(api, clientId, settings);
      return context.json(await show(context, id), 201);
    })
    .openapi(getCampaign, async (context) => {
      return context.json(await show(context, context.req.valid('param').id), 200);
    })
    .openapi(changeCampaign, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      const seen = await demand(context, id);
      const before = viewOf(seen, api.clock.nowMs());
      const meant = context.req.header('if-match');
      if (meant !== undefined && meant !== etagOf(before)) throw new Problem('version_stale');
      const change = context.req.valid('json');
      const settings = settingsOf(contract.campaignSettings.parse({ ...before, ...change }));
      await checkSettings(api, settings, startOf(context, id));
      if (before.state === 'running') await checkStart(api, settings, startOf(context, id));
      await saveChange(api, clientId, seen, settings);
      return context.json(await show(context, id), 200);
    })
    .openapi(startCampaign, async (context) => {
      return context.json(await turn(context, context.req.valid('param').id, 'running'), 200);
    })
    .openapi(pauseCampaign, async (context) => {
      return context.json(await turn(context, context.req.valid('param').id, 'paused'), 200);
    })
    .openapi(stopCampaign, async (context) => {
      return context.json(await turn(context, context.req.valid('param').id, 'stopped'), 200);
    });
}

/** Whose start is checked, and for whom it is put in words. */
function startOf(context: Context<Env>, campaignId: CampaignId) {
  return { clientId: clientOf(context), campaignId, language: context.var.language };
}

/** What was not said of sector and object is not known; what was not said of pacing is as usual. */
function settingsOf(sent: z.infer<typeof contract.campaignSettings>): CampaignSettings {
  const { powerRatio = usual.powerRatio, abandonAim = null, priority = usual.priority } = sent;
  return {
    ...sent,
    sector: sent.sector ?? null,
    object: sent.object ?? null,
    powerRatio,
    abandonAim,
    priority,
  };
}
const usual = { powerRatio: 1.5, priority: 5 };

/** Of the settings alone: a campaign that dials changes its counts all the time. */
function etagOf(campaign: z.infer<typeof contract.campaignSettings>): string {
  const settings = JSON.stringify(contract.campaignSettings.parse(campaign));
  return `"${createHash('sha256').update(settings).digest('base64url').slice(0, 22)}"`;
}

async function setupOf(api: Api, clientId: ClientId) {
  const { db } = api.database;
  const scripts = await scriptsOfClient(db, clientId);
  return {
    dialModes: [...availableDialModes],
    trunks: await allTrunks(db),
    callerIds: await callerIdsOfClient(db, clientId, api.clock.nowMs()),
    scripts: scripts.flatMap(({ id, name, newest }) =>
      newest ? [{ id, name, versionId: newest.versionId, version: newest.version }] : [],
    ),
    agents: await agentsOfClient(db, clientId),
    sites: await allSites(db),
  };
}

function viewOf(campaign: CampaignView, nowMs: number) {
  const { blockedSinceMs: _, changedAtMs: _changed, ...view } = campaign;
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const opening = nextOpening(campaign.schedule, now);
  const nextOpeningAtMs = opening && opening.epochMilliseconds > nowMs ? opening.epochMilliseconds : null;
  return {
    ...view,
    schedule: { ...view.schedule, windows: [...view.schedule.windows] },
    teamUserIds: [...view.teamUserIds],
    nextOpeningAtMs,
  };
}
