import { createRoute } from '@hono/zod-openapi';
import { surveyContract as contract } from '../contract/index.ts';
import { toPlain } from '../contract/plain.ts';
import { jsonAnswer, jsonBody } from '../contract/route.ts';
import { type Api, makeRouter } from '../routing.ts';
import { completeInterview, keepAnswers, seeInterview } from '../surveys/web-interview.ts';

const tags = ['public'];
const params = contract.publicParams;
const see = createRoute({
  method: 'get',
  path: '/v1/public/interviews/{token}',
  tags,
  summary: 'A questionnaire, for the person it is for, where they stopped',
  request: { params },
  responses: { 200: jsonAnswer(contract.publicInterview, 'The questionnaire') },
});
const keep = createRoute({
  method: 'put',
  path: '/v1/public/interviews/{token}/answers',
  tags,
  summary: 'Keep answers as they are given',
  request: { params, body: jsonBody(contract.publicDraft) },
  responses: { 200: jsonAnswer(contract.publicEnd, 'Kept') },
});
const complete = createRoute({
  method: 'post',
  path: '/v1/public/interviews/{token}/complete',
  tags,
  summary: 'The person has answered to the end',
  request: { params },
  responses: { 200: jsonAnswer(contract.publicEnd, 'How it ended') },
});

/** What a person answers behind the link that they were sent. */
export function publicInterviewRoutes(api: Api) {
  return makeRouter()
    .openapi(see, async (context) => {
      const { answers, ...seen } = await seeInterview(api, context.req.valid('param').token);
      return context.json({ ...seen, answers: toPlain(answers) }, 200);
    })
    .openapi(keep, async (context) => {
      const { token } = context.req.valid('param');
      return context.json({ state: await keepAnswers(api, token, context.req.valid('json')) }, 200);
    })
    .openapi(complete, async (context) => {
      return context.json({ state: await completeInterview(api, context.req.valid('param').token) }, 200);
    });
}
