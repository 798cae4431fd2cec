import { campaignParts, findCampaign, pacingPointAt, pacingPoints } from '@alize/db';
import type { CampaignId } from '@alize/model';
import type { Snapshot } from '@alize/pacing';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { abandonTerms } from '../abandon-terms.ts';
import { refuseAimAboveLimit } from '../campaign-checks.ts';
import { pacingContract as contract, forecastContract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { demandCampaign } from '../demand-campaign.ts';
import type { ForecastBody, ForecastQuestion } from '../forecast/forecast-job.ts';
import { Problem, problems } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

const tags = ['pacing'];
const getPacing = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/pacing',
  tags,
  summary: 'How many calls the campaign placed when, and why',
  description: 'Decisions of the dialer, oldest first, thinned to 600; kept for 14 days.',
  request: { params: withId('campaign'), query: contract.stretchQuery },
  responses: { 200: jsonAnswer(contract.pacingPoints, 'The decisions') },
});
const getPacingAt = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/pacing/at',
  tags,
  summary: 'The decision that was in force at an instant, and what it rested on',
  request: { params: withId('campaign'), query: contract.instantQuery },
  responses: { 200: jsonAnswer(contract.pacingAt, 'The last decision by then; 404 when there is none') },
});
const postForecast = createRoute({
  method: 'post',
  path: '/v1/campaigns/{id}/forecast',
  tags,
  summary: 'What the campaign would come to with these agents, hours and modes; or a past day, had it run so',
  description:
    'Simulated days of a virtual centre that is fitted to the campaign’s own calls and paced by the dialer’s own rule. Nothing is stored; the same question over the same history has the same answer. Fields it does not know are refused by name.',
  request: { params: withId('campaign'), body: jsonBody(forecastContract.forecastQuestion) },
  responses: { 200: jsonAnswer(forecastContract.forecastAnswer, 'What to expect, by variant') },
});

const pointsMax = 600;

/** How a campaign is paced, was paced, and would go. */
export function pacingRoutes(api: Api) {
  const { db } = api.database;
  const checkCampaign = async (context: Context<Env>, id: CampaignId) => {
    await demandCampaign(db, clientOf(context), id);
  };
  return makeRouter()
    .openapi(getPacing, async (context) => {
      const { id: campaignId } = context.req.valid('param');
      const { fromMs, toMs } = context.req.valid('query');
      await checkCampaign(context, campaignId);
      const asked = { campaignId, fromMs, toMs, pointsMax };
      return context.json({ data: [...(await pacingPoints(db, clientOf(context), asked))] }, 200);
    })
    .openapi(getPacingAt, async (context) => {
      const { id: campaignId } = context.req.valid('param');
      const { atMs } = context.req.valid('query');
      await checkCampaign(context, campaignId);
      const point = await pacingPointAt(db, clientOf(context), { campaignId, atMs });
      if (!point) throw new Problem('not_found');
      const { snapshot, ...decided } = point;
      // Written by the dialer alone, from a Snapshot.
      return context.json({ ...decided, picture: pictureOf(snapshot as Snapshot | null) }, 200);
    })
    .openapi(postForecast, async (context) => {
      const { id } = context.req.valid('param');
      return context.json(await forecastOf(api, context, id, context.req.valid('json')), 200);
    });
}

/** The picture a decision was made from, in numbers: agents by state, calls by stage. */
function pictureOf(snapshot: Snapshot | null) {
  if (!snapshot) return null;
  const { agents, calls, limits, account } = snapshot;
  return {
    agents: counted(agents.map(({ state }) => state)).map(([state, count]) => ({ state, count })),
    calls: counted(calls.map(({ stage }) => stage)).map(([stage, count]) => ({ stage, count })),
    linesFree: limits.linesFree,
    trunkLinesFree: limits.trunkLinesFree,
    callsAllowedNow: limits.callsAllowedNow,
    account: account && {
      ...{ abandoned: account.abandoned, answered: account.answered },
      ...{ aim: account.aim, limit: account.limit },
    },
  };
}

function counted<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}

async function forecastOf(
  api: Api,
  context: Context<Env>,
  campaignId: CampaignId,
  question: ForecastQuestion,
): Promise<ForecastBody> {
  const { db } = api.database;
  const clientId = clientOf(context);
  const nowMs = api.clock.nowMs();
  const campaign = await findCampaign(db, clientId, campaignId, { nowMs, dayStartMs: nowMs });
  if (!campaign) throw new Problem('not_found');
  const { callerNumber } = await campaignParts(db, clientId, campaign);
  if (!callerNumber) throw new Problem('unknown_part');
  const terms = await abandonTerms(db, { clientId, campaignId, callerNumber, nowMs });
  for (const { abandonAim = 0 } of question.variants) {
    refuseAimAboveLimit(abandonAim, terms, context.var.language);
  }
  const job = { clientId, campaignId, question, terms };
  const answer = await api.forecasts.run(job, context.req.raw.signal);
  if (answer.kind === 'foretold') return answer.body;
  const detail = problems[answer.code][context.var.language];
  throw new Problem(answer.code, { errors: [{ pointer: answer.pointer, detail }] });
}
