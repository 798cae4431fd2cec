import { createRoute } from '@hono/zod-openapi';
import { resultContract as contract, liveContract } from '../contract/index.ts';
import { csvAnswer, jsonAnswer, withId } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

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
const attemptsCsv = createRoute({
  method: 'get',
  path: '/v1/attempts.csv',
  tags,
  summary: 'The same as a file',
  request: { query: contract.attemptFilter },
  responses: { 200: csvAnswer('All attempts that fit') },
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
const outcomesCsv = createRoute({
  method: 'get',
  path: '/v1/outcomes.csv',
  tags,
  summary: 'The same as a file',
  request: { query: contract.outcomeFilter },
  responses: { 200: csvAnswer('All outcomes that fit') },
});

/** What happens now, and what came of it. */
export function resultRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(getLive, async () => todo())
    .openapi(listAttempts, async () => todo())
    .openapi(attemptsCsv, async () => todo())
    .openapi(getAttempt, async () => todo())
    .openapi(listOutcomes, async () => todo())
    .openapi(outcomesCsv, async () => todo());
}
