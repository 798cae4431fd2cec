import { createRoute, z } from '@hono/zod-openapi';
import { common, agentContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, nothing } from '../contract/route.ts';
import { type ApiParts, makeRouter } from '../routing.ts';
import { todo } from './todo.ts';

const tags = ['agent'];
const ofAttempt = z.object({ attemptId: common.idOf('attempt') });
const signIn = createRoute({
  method: 'post',
  path: '/v1/agent/sign-in',
  tags,
  summary: 'Take a seat; a second sign-in takes over from the first',
  responses: { 200: jsonAnswer(contract.seat, 'The seat') },
});
const signOut = createRoute({
  method: 'post',
  path: '/v1/agent/sign-out',
  tags,
  summary: 'Leave the seat',
  responses: { 202: nothing('Asked of the dialer') },
});
const ready = createRoute({
  method: 'post',
  path: '/v1/agent/ready',
  tags,
  summary: 'Be called from now on',
  responses: { 202: nothing('Asked of the dialer') },
});
const pause = createRoute({
  method: 'post',
  path: '/v1/agent/pause',
  tags,
  summary: 'Pause; during a call, after its wrap-up',
  request: { body: jsonBody(contract.pauseBody) },
  responses: { 202: nothing('Asked of the dialer') },
});
const hangUp = createRoute({
  method: 'post',
  path: '/v1/agent/hang-up',
  tags,
  summary: 'Hang up on the person called',
  responses: { 202: nothing('Asked of the dialer') },
});
const getAgent = createRoute({
  method: 'get',
  path: '/v1/agent',
  tags,
  summary: 'The agent’s state, and the call they are in',
  responses: { 200: jsonAnswer(contract.agent, 'The agent') },
});
const saveDraft = createRoute({
  method: 'put',
  path: '/v1/agent/call/{attemptId}/draft',
  tags,
  summary: 'Keep answers, step and note as they are typed',
  request: { params: ofAttempt, body: jsonBody(contract.draftBody) },
  responses: { 204: nothing('Kept') },
});
const dispose = createRoute({
  method: 'post',
  path: '/v1/agent/call/{attemptId}/disposition',
  tags,
  summary: 'End the call by a disposition; while talking it hangs up too',
  request: { params: ofAttempt, body: jsonBody(contract.dispositionBody) },
  responses: { 204: nothing('Stored') },
});

/** The agent's own desk. */
export function agentRoutes(_api: ApiParts) {
  return makeRouter()
    .openapi(signIn, async () => todo())
    .openapi(signOut, async () => todo())
    .openapi(ready, async () => todo())
    .openapi(pause, async () => todo())
    .openapi(hangUp, async () => todo())
    .openapi(getAgent, async () => todo())
    .openapi(saveDraft, async () => todo())
    .openapi(dispose, async () => todo());
}
