import {
  answersOf,
  appendCommand,
  callbacksOfAgent,
  campaignsOfAgent,
  findAgent,
  historyOfLead,
  saveDraft as keepDraft,
  markPresent,
  takeSeat,
} from '@alize/db';
import { leadName } from '@alize/leads';
import { type AttemptId, type ClientId, type Command, dispositions, type UserId } from '@alize/model';
import { seatNames, seatPassword } from '@alize/runtime';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { disposeCall } from '../calls/dispose-call.ts';
import { callRefusal, factsOf, type OpenCall, openCall, openCallIn } from '../calls/open-call.ts';
import { common, agentContract as contract } from '../contract/index.ts';
import { toPlain } from '../contract/plain.ts';
import { jsonAnswer, jsonBody, nothing } from '../contract/route.ts';
import { today } from '../day.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { withdrawInCall } from '../withdraw-consent.ts';

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
const withdraw = createRoute({
  method: 'post',
  path: '/v1/agent/call/{attemptId}/withdrawal',
  tags,
  summary:
    'The person takes their consent back, by word of mouth: they are not called again; the call goes on',
  request: { params: ofAttempt },
  responses: { 204: nothing('On record') },
});

/** The agent's own desk. */
export function agentRoutes(api: Api) {
  const { db } = api.database;
  /** Asks something of the dialer for an agent who has a seat. */
  const ask = async (context: Context<Env>, command: Command) => {
    const agent = await rowOf(api, context);
    if (!agent?.seat) throw new Problem('not_at_a_seat');
    const { userId } = context.var.asker;
    await appendCommand(db, { atMs: api.clock.nowMs(), clientId: clientOf(context), userId, command });
  };

  return makeRouter()
    .openapi(signIn, async (context) => {
      const { userId } = context.var.asker;
      const seat = await sitDown(api, clientOf(context), userId);
      return context.json(
        {
          socketPath: `/sip?ticket=${api.tickets.issue(userId)}`,
          uri: `sip:${seat}@alize`,
          password: seatPassword(api.settings.seatKey, seat),
          loginUri: 'sip:agent@alize',
          hasSound: api.settings.asterisk !== 'fake',
        },
        200,
      );
    })
    .openapi(signOut, async (context) => {
      await ask(context, { kind: 'agent.sign_out' });
      await markPresent(db, [context.var.asker.userId], 0);
      return context.body(null, 202);
    })
    .openapi(ready, async (context) => {
      await ask(context, { kind: 'agent.ready' });
      return context.body(null, 202);
    })
    .openapi(pause, async (context) => {
      await ask(context, { kind: 'agent.pause', reason: context.req.valid('json').reason });
      return context.body(null, 202);
    })
    .openapi(hangUp, async (context) => {
      const attemptId = (await rowOf(api, context))?.attemptId;
      if (!attemptId) throw new Problem('call_not_yours');
      await ask(context, { kind: 'call.hang_up', attemptId });
      return context.body(null, 202);
    })
    .openapi(getAgent, async (context) => context.json(await deskOf(api, context), 200))
    .openapi(saveDraft, async (context) => {
      const { attemptId } = context.req.valid('param');
      const call = { clientId: clientOf(context), userId: context.var.asker.userId, attemptId };
      const change = context.req.valid('json');
      const nowMs = api.clock.nowMs();
      const isKept = await db.transaction().execute(async (tx) => {
        return (await openCallIn(tx, call, nowMs)) !== null && keepDraft(tx, call, change, nowMs);
      });
      if (!isKept) throw await callRefusal(db, call);
      return context.body(null, 204);
    })
    .openapi(dispose, async (context) => {
      const { disposition, callbackAtMs, isCallbackMine } = context.req.valid('json');
      await disposeCall(api, {
        clientId: clientOf(context),
        userId: context.var.asker.userId,
        attemptId: context.req.valid('param').attemptId,
        disposition,
        callbackAtMs: callbackAtMs ?? null,
        isCallbackMine: isCallbackMine ?? false,
      });
      return context.body(null, 204);
    })
    .openapi(withdraw, async (context) => {
      const { attemptId } = context.req.valid('param');
      await withdrawInCall(api, {
        clientId: clientOf(context),
        userId: context.var.asker.userId,
        attemptId,
      });
      return context.body(null, 204);
    });
}

/** A seat for the agent, with word to the dialer, in one transaction. Throws `no_free_seat`. */
async function sitDown(api: Api, clientId: ClientId, userId: UserId): Promise<string> {
  const nowMs = api.clock.nowMs();
  const seats = seatNames(api.settings.seatsCount);
  const seat = await api.database.db.transaction().execute(async (tx) => {
    const taken = await takeSeat(tx, { userId, clientId, seats, nowMs });
    if (taken) await appendCommand(tx, { atMs: nowMs, clientId, userId, command: { kind: 'agent.sign_in' } });
    return taken;
  });
  if (!seat) throw new Problem('no_free_seat');
  return seat;
}

function rowOf(api: Api, context: Context<Env>) {
  const { userId, timeZone } = context.var.asker;
  const { dayStartMs } = today(api.clock.nowMs(), timeZone);
  return findAgent(api.database.db, clientOf(context), userId, dayStartMs);
}

/** All that the agent's screen shows. */
async function deskOf(api: Api, context: Context<Env>) {
  const { db } = api.database;
  const clientId = clientOf(context);
  const { userId } = context.var.asker;
  const row = await rowOf(api, context);
  const callbacks = await callbacksOfAgent(db, clientId, userId);
  return {
    userId,
    state: row?.state ?? 'offline',
    pauseReason: row?.pauseReason ?? null,
    wishedPause: row?.wishedPause ?? null,
    sinceMs: row?.sinceMs ?? api.clock.nowMs(),
    connection: row?.connection ?? 'lost',
    call: await callOf(api, clientId, userId, row?.attemptId ?? null),
    campaigns: await campaignsOfAgent(db, clientId, userId),
    today: { calls: row?.calls ?? 0, successes: row?.successes ?? 0, talkMs: row?.talkMs ?? 0 },
    callbacks: callbacks.map(({ leadId, campaignName, atMs, ...lead }) => ({
      leadId,
      name: leadName(lead),
      campaignName,
      atMs: atMs ?? 0,
    })),
  };
}

/** The call on the agent's screen; null when it is over and done. */
async function callOf(api: Api, clientId: ClientId, userId: UserId, attemptId: AttemptId | null) {
  if (!attemptId) return null;
  const { db } = api.database;
  const call = await openCall(db, { clientId, userId, attemptId }, api.clock.nowMs());
  if (!call) return null;
  const history = await historyOfLead(db, clientId, call.leadId, attemptId);
  const { fields, seed } = factsOf(call);
  const from = history
    .map((earlier) => ({ attemptId: earlier.attemptId, atMs: earlier.atMs }))
    .find((earlier) => earlier.attemptId === call.answersFrom);
  return {
    attemptId,
    campaign: {
      id: call.campaignId,
      name: call.campaignName,
      kind: call.campaignKind,
      clientName: call.clientName,
    },
    progress: call.progress,
    answeredAtMs: call.answeredAtMs,
    endedAtMs: call.endedAtMs,
    wrapUpEndsAtMs: call.endedAtMs === null ? null : call.endedAtMs + call.wrapUpSeconds * 1000,
    lead: leadOf(call),
    history: history.map(({ attemptId: _, ...earlier }) => earlier),
    scriptVersionId: call.scriptVersionId,
    script: call.script,
    facts: { fields: { ...fields }, seed },
    stepId: call.stepId,
    answers: toPlain(call.answers),
    goesOnFrom: from ? { ...from, answers: toPlain(await answersOf(db, clientId, from.attemptId)) } : null,
    note: call.note ?? '',
    dispositions: dispositions.filter((disposition) => disposition !== 'none'),
  };
}

function leadOf(call: OpenCall) {
  const { leadId: id, phoneNumber, reference, civility, firstName, lastName, company, email } = call;
  const { birthDate, address, addressExtra, postalCode, city, country, region, comment, custom } = call;
  return {
    ...{ id, phoneNumber, reference, civility, firstName, lastName, company, email },
    ...{ birthDate, address, addressExtra, postalCode, city, country, region, comment, custom },
  };
}
