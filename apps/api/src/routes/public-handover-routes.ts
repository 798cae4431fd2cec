import { clientOfHandover } from '@alize/db';
import { isId, type Language } from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import { handoverContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody } from '../contract/route.ts';
import { linkGoodMs } from '../handovers/hand-over.ts';
import { handoverSettings } from '../handovers/handover-settings.ts';
import { judge as judgeLead } from '../handovers/judge.ts';
import { showHandover } from '../handovers/show-handover.ts';
import { Problem } from '../problem.ts';
import { type Api, makeRouter } from '../routing.ts';
import { readLinkToken } from '../signed-link.ts';

const tags = ['public'];
const params = contract.publicParams;
const see = createRoute({
  method: 'get',
  path: '/v1/public/handovers/{token}',
  tags,
  summary: 'A lead handed over, for the client it was sent to',
  request: { params },
  responses: { 200: jsonAnswer(contract.publicHandover, 'The lead') },
});
const judge = createRoute({
  method: 'post',
  path: '/v1/public/handovers/{token}/verdict',
  tags,
  summary: 'The client says what they made of it',
  request: { params, body: jsonBody(contract.verdict) },
  responses: { 200: jsonAnswer(contract.publicHandover, 'Noted') },
});

/** What a client does behind the link that their e-mail bears. */
export function publicHandoverRoutes(api: Api) {
  const { db } = api.database;
  const open = async (token: string, language: Language) => {
    const handoverId = readLinkToken(api.settings, 'handover', token);
    const client = isId('handover', handoverId) ? await clientOfHandover(db, handoverId) : null;
    if (!isId('handover', handoverId) || !client) throw new Problem('not_found');
    const shown = await showHandover(api, client.id, handoverId, language);
    if (api.clock.nowMs() > shown.handedOverAtMs + linkGoodMs) throw new Problem('link_expired');
    return { client, handoverId, shown };
  };
  const show = async (token: string, language: Language) => {
    const { client, shown } = await open(token, language);
    const { settings } = await handoverSettings(db, client.id, shown.campaignId);
    const { campaignName, handedOverAtMs, lead, answers, points, scoreParts, stageLabel } = shown;
    const { state, reason, comment, judgedAtMs } = shown;
    return {
      ...{ clientName: client.name, campaignName, language: settings.language, handedOverAtMs },
      ...{ lead, answers, points, scoreParts, stageLabel, state, reason, comment, judgedAtMs },
      rejectionReasons: settings.rejectionReasons,
    };
  };
  return makeRouter()
    .openapi(see, async (context) =>
      context.json(await show(context.req.valid('param').token, context.var.language), 200),
    )
    .openapi(judge, async (context) => {
      const { token } = context.req.valid('param');
      const { client, handoverId } = await open(token, context.var.language);
      await judgeLead(api, { clientId: client.id, handoverId, by: null }, context.req.valid('json'));
      return context.json(await show(token, context.var.language), 200);
    });
}
