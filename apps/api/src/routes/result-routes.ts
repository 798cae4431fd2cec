import { describeRule } from '@alize/compliance';
import {
  type AttemptView,
  agentsNow,
  attemptsOfClient,
  type CampaignView,
  type CountedAt,
  callsNow,
  campaignsOfClient,
  type Db,
  dialerLease,
  dialerStanding,
  findAttemptDetail,
  outcomesOfClient,
  pacingPoints,
  type ResultFilter,
  todayByCampaign,
} from '@alize/db';
import { leadName } from '@alize/leads';
import {
  type CampaignId,
  type Citation,
  type ClientId,
  type Language,
  nextOpening,
  type PacingNow,
  type Script,
  type ScriptVersionId,
} from '@alize/model';
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answersShown, answerText } from '../answer-text.ts';
import { resultContract as contract, liveContract } from '../contract/index.ts';
import { toPlain } from '../contract/plain.ts';
import { jsonAnswer, tableAnswer, withId } from '../contract/route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { today } from '../day.ts';
import { Problem } from '../problem.ts';
import {
  attemptHeadings,
  attemptPages,
  type OutcomeFilter,
  type OutcomeView,
  outcomeHeadings,
  outcomePages,
  scriptsOf,
} from '../result-files.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { exportedTable } from '../tables/exported-table.ts';
import type { TableFile, TableFormat } from '../tables/table-file.ts';

const tags = ['results'];
const getLive = createRoute({
  method: 'get',
  path: '/v1/live',
  tags,
  summary: 'Campaigns, agents and calls at this instant',
  responses: { 200: jsonAnswer(liveContract.live, 'This instant') },
});
const listAttempts = createRoute({
  method: 'get',
  path: '/v1/attempts',
  tags,
  summary: 'Calls placed, newest first',
  request: { query: contract.attemptQuery },
  responses: { 200: jsonAnswer(contract.attemptPage, 'A page of attempts') },
});
const attemptsFile = <F extends TableFormat>(format: F) =>
  createRoute({
    method: 'get',
    path: `/v1/attempts.${format}`,
    tags,
    summary: 'The same as a file',
    request: { query: contract.attemptFilter },
    responses: { 200: tableAnswer(format, 'All attempts that fit') },
  });
const getAttempt = createRoute({
  method: 'get',
  path: '/v1/attempts/{id}',
  tags,
  summary: 'A call with its answers, its outcome and the ruling it was placed by',
  request: { params: withId('attempt') },
  responses: { 200: jsonAnswer(contract.attemptDetail, 'The attempt') },
});
const listOutcomes = createRoute({
  method: 'get',
  path: '/v1/outcomes',
  tags,
  summary: 'What the calls produced, newest first',
  request: { query: contract.outcomeQuery },
  responses: { 200: jsonAnswer(contract.outcomePage, 'A page of outcomes') },
});
const outcomesFile = <F extends TableFormat>(format: F) =>
  createRoute({
    method: 'get',
    path: `/v1/outcomes.${format}`,
    tags,
    summary: 'The same as a file',
    request: { query: contract.outcomeFilter },
    responses: { 200: tableAnswer(format, 'All outcomes that fit') },
  });

/** What happens now, and what came of it. */
export function resultRoutes(api: Api) {
  const { db } = api.database;
  const attemptTable = (context: Context<Env>, filter: ResultFilter): TableFile => {
    const { language, asker } = context.var;
    const pages = attemptPages(db, clientOf(context), filter, asker.timeZone);
    return { name: 'attempts', language, headings: attemptHeadings[language], pages };
  };
  const outcomeTable = (context: Context<Env>, filter: OutcomeFilter): TableFile => {
    const { language, asker } = context.var;
    const pages = outcomePages(db, clientOf(context), filter, { language, timeZone: asker.timeZone });
    return { name: 'outcomes', language, headings: outcomeHeadings[language], pages };
  };
  return makeRouter()
    .openapi(getLive, async (context) => {
      const at = today(api.clock.nowMs(), context.var.asker.timeZone);
      return context.json(await liveOf(db, clientOf(context), at), 200);
    })
    .openapi(listAttempts, async (context) => {
      const { cursor, limit, ...filter } = context.req.valid('query');
      const page = { before: readCursor('attempt', cursor), limit: limit + 1 };
      const attempts = await attemptsOfClient(db, clientOf(context), filter, page);
      const data = attempts.slice(0, limit).map(toRow);
      return context.json({ data, next: attempts.length > limit ? writeCursor(data.at(-1)) : null }, 200);
    })
    .openapi(attemptsFile('csv'), (context) =>
      exportedTable('csv', attemptTable(context, context.req.valid('query'))),
    )
    .openapi(attemptsFile('xlsx'), (context) =>
      exportedTable('xlsx', attemptTable(context, context.req.valid('query'))),
    )
    .openapi(getAttempt, async (context) => {
      const found = await findAttemptDetail(db, clientOf(context), context.req.valid('param').id);
      if (!found) throw new Problem('not_found');
      const { attempt, script, answers, outcome, ruling } = found;
      return context.json(
        {
          ...toRow(attempt),
          answers: answers.map(({ questionId, value }) =>
            answerText(script, questionId, value, context.var.language),
          ),
          outcome: outcome && { kind: outcome.kind, data: toPlain(outcome.data) },
          ruling: { ...ruling, rules: ruling.rules.map((rule) => withText(rule, context.var.language)) },
        },
        200,
      );
    })
    .openapi(listOutcomes, async (context) => {
      const { cursor, limit, ...filter } = context.req.valid('query');
      const page = { before: readCursor('outcome', cursor), limit: limit + 1 };
      const outcomes = await outcomesOfClient(db, clientOf(context), filter, page);
      const scripts = await scriptsOf(db, clientOf(context), outcomes);
      const data = outcomes
        .slice(0, limit)
        .map((outcome) => toOutcomeRow(outcome, scripts, context.var.language));
      return context.json({ data, next: outcomes.length > limit ? writeCursor(data.at(-1)) : null }, 200);
    })
    .openapi(outcomesFile('csv'), (context) =>
      exportedTable('csv', outcomeTable(context, context.req.valid('query'))),
    )
    .openapi(outcomesFile('xlsx'), (context) =>
      exportedTable('xlsx', outcomeTable(context, context.req.valid('query'))),
    );
}

async function liveOf(db: Db, clientId: ClientId, at: CountedAt) {
  const now = Temporal.Instant.fromEpochMilliseconds(at.nowMs);
  const campaigns = await campaignsOfClient(db, clientId, at);
  const figures = await todayByCampaign(db, clientId, at.dayStartMs);
  const calls = await callsNow(db, clientId);
  const paces = await pacesNow(db, clientId, campaigns, at.nowMs);
  return {
    nowMs: at.nowMs,
    dialer: await dialerStanding(db, dialerLease, at.nowMs),
    campaigns: campaigns.map((campaign) => {
      const { id, name, state, isInSchedule, blockedReason, blockedDetail, blockedSinceMs } = campaign;
      const opening = nextOpening(campaign.schedule, now)?.epochMilliseconds ?? null;
      return {
        ...{ id, name, state, isInSchedule, blockedReason, blockedDetail, blockedSinceMs },
        nextOpeningAtMs: opening !== null && opening > at.nowMs ? opening : null,
        due: campaign.counts.due,
        open: campaign.counts.open,
        pacing: paces.get(id) ?? null,
        today: figures(id),
      };
    }),
    agents: await agentsNow(db, clientId, at.dayStartMs),
    calls: calls.map(({ phoneNumber, ...call }) => ({
      ...call,
      maskedNumber: `•••• ${phoneNumber.slice(-2)}`,
    })),
  };
}

/** A pace that nobody has confirmed for so long is no longer one. */
const paceFreshMs = 15_000;

/** How each running campaign is paced, by the last decision on record. */
async function pacesNow(
  db: Db,
  clientId: ClientId,
  campaigns: readonly Pick<CampaignView, 'id' | 'state'>[],
  nowMs: number,
): Promise<ReadonlyMap<CampaignId, PacingNow>> {
  const paces = new Map<CampaignId, PacingNow>();
  for (const { id } of campaigns.filter(({ state }) => state === 'running')) {
    const fresh = { campaignId: id, fromMs: nowMs - paceFreshMs, toMs: nowMs + 1, pointsMax: paceFreshMs };
    const last = (await pacingPoints(db, clientId, fresh)).at(-1);
    if (last) paces.set(id, last.decision);
  }
  return paces;
}

function withText(rule: Citation, language: Language) {
  return { ...rule, text: describeRule(rule.rule, language) };
}

function toRow({ lead, ...attempt }: AttemptView) {
  return { ...attempt, leadName: leadName(lead), leadReference: lead.reference };
}

function toOutcomeRow(
  { id, kind, data, createdAtMs, scriptVersionId, attempt }: OutcomeView,
  scripts: ReadonlyMap<ScriptVersionId, Script>,
  language: Language,
) {
  const script = scripts.get(scriptVersionId);
  const { campaignId, campaignName, leadId, phoneNumber, agentName, lead } = attempt;
  return {
    ...{ id, kind, createdAtMs, campaignId, campaignName, leadId, phoneNumber, agentName },
    attemptId: attempt.id,
    leadName: leadName(lead),
    leadReference: lead.reference,
    data: toPlain(data),
    answers: script ? answersShown(script, data, language) : [],
  };
}
