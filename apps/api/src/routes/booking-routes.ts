import { findAppointment, wantedByCall } from '@alize/db';
import type { AttemptId } from '@alize/model';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bookingOf } from '../appointments/booking.ts';
import { callForBooking, holdSlot, letGoOfSlot } from '../appointments/hold.ts';
import { saveBooking } from '../appointments/save-booking.ts';
import { leadForSlots, slotsFor } from '../appointments/slots.ts';
import { toRowAlone } from '../appointments/view.ts';
import { common, appointmentContract as contract } from '../contract/index.ts';
import { ifMatch, jsonAnswer, jsonBody, nothing, withId } from '../contract/route.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { tellVersion, versionMeant } from '../etag.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

const tags = ['appointments'];
const ofAttempt = z.object({ attemptId: common.idOf('attempt') });
const getBooking = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/booking',
  tags,
  summary: 'How a campaign books its appointments',
  request: { params: withId('campaign') },
  responses: { 200: jsonAnswer(contract.booking, 'The document, its version in the ETag') },
});
const putBooking = createRoute({
  method: 'put',
  path: '/v1/campaigns/{id}/booking',
  tags,
  summary: 'Say how a campaign books its appointments',
  request: { params: withId('campaign'), headers: ifMatch, body: jsonBody(contract.booking) },
  responses: { 200: jsonAnswer(contract.booking, 'Stored') },
});
const campaignSlots = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/slots',
  tags,
  summary: 'Times that can be booked for a lead of a campaign',
  request: { params: withId('campaign'), query: contract.campaignSlotQuery },
  responses: { 200: jsonAnswer(contract.slotList, 'The times') },
});
const callSlots = createRoute({
  method: 'get',
  path: '/v1/agent/call/{attemptId}/slots',
  tags,
  summary: 'Times that can be offered to the person on the line',
  request: { params: ofAttempt, query: contract.slotQuery },
  responses: { 200: jsonAnswer(contract.slotList, 'The times') },
});
const hold = createRoute({
  method: 'post',
  path: '/v1/agent/call/{attemptId}/appointment',
  tags,
  summary: 'Hold a time while the call goes on, in place of the one it held; again renews it',
  request: { params: ofAttempt, body: jsonBody(contract.holdBody) },
  responses: { 200: jsonAnswer(contract.appointmentRow, 'Held') },
});
const letGo = createRoute({
  method: 'delete',
  path: '/v1/agent/call/{attemptId}/appointment',
  tags,
  summary: 'Let go of the time that the call holds',
  request: { params: ofAttempt },
  responses: { 204: nothing('Let go, or nothing was held') },
});

/** What a campaign books by, and the times an agent offers. */
export function bookingRoutes(api: Api) {
  const { db } = api.database;
  const callOf = (context: Context<Env>, attemptId: AttemptId) => ({
    clientId: clientOf(context),
    userId: context.var.asker.userId,
    attemptId,
  });
  return makeRouter()
    .openapi(getBooking, async (context) => {
      const { id } = context.req.valid('param');
      await demandCampaign(db, clientOf(context), id);
      const { booking, version } = await bookingOf(db, clientOf(context), id);
      tellVersion(context, version);
      return context.json(booking, 200);
    })
    .openapi(putBooking, async (context) => {
      const { id } = context.req.valid('param');
      await demandCampaign(db, clientOf(context), id);
      const booking = context.req.valid('json');
      const asked = { clientId: clientOf(context), campaignId: id, booking, by: context.var.asker.userId };
      const version = await saveBooking(api, { ...asked, expected: versionMeant(context) });
      tellVersion(context, version);
      return context.json(booking, 200);
    })
    .openapi(campaignSlots, async (context) => {
      const { id: campaignId } = context.req.valid('param');
      const { leadId, ...span } = context.req.valid('query');
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, campaignId);
      const lead = await leadForSlots(db, clientId, campaignId, leadId);
      const slots = await slotsFor(api, { clientId, campaignId, lead, ...span });
      return context.json({ ...slots, heldId: null, held: null }, 200);
    })
    .openapi(callSlots, async (context) => {
      const { attemptId } = context.req.valid('param');
      const call = callOf(context, attemptId);
      const { campaignId, where } = await callForBooking(db, call);
      const asked = { clientId: call.clientId, campaignId, lead: where };
      const slots = await slotsFor(api, { ...asked, ...context.req.valid('query') });
      const heldId = await wantedByCall(db, call.clientId, attemptId);
      const found = heldId && (await findAppointment(db, call.clientId, heldId));
      const held = found && (await toRowAlone(db, call.clientId, found));
      return context.json({ ...slots, heldId, held }, 200);
    })
    .openapi(hold, async (context) => {
      const call = callOf(context, context.req.valid('param').attemptId);
      const { startsAtMs, calendarId, note } = context.req.valid('json');
      const held = await holdSlot(api, { ...call, startsAtMs, calendarId, note });
      return context.json(await toRowAlone(db, call.clientId, held), 200);
    })
    .openapi(letGo, async (context) => {
      await letGoOfSlot(api, callOf(context, context.req.valid('param').attemptId));
      return context.body(null, 204);
    });
}
