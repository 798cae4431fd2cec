import { deliveriesOfClient, findDelivery, resendDelivery } from '@alize/db';
import { createRoute } from '@hono/zod-openapi';
import { deliveryContract as contract } from '../contract/index.ts';
import { jsonAnswer, withId } from '../contract/route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';

const tags = ['webhooks'];
const listDeliveries = createRoute({
  method: 'get',
  path: '/v1/deliveries',
  tags,
  summary: 'What was told to the outside, or waits to be, newest first',
  request: { query: contract.deliveryQuery },
  responses: { 200: jsonAnswer(contract.deliveryPage, 'A page of deliveries') },
});
const getDelivery = createRoute({
  method: 'get',
  path: '/v1/deliveries/{id}',
  tags,
  summary: 'A delivery with what is sent, each try, and what the receiver said last',
  request: { params: withId('delivery') },
  responses: { 200: jsonAnswer(contract.deliveryDetail, 'The delivery') },
});
const resend = createRoute({
  method: 'post',
  path: '/v1/deliveries/{id}/resend',
  tags,
  summary: 'Send a delivery again, now, under the same id; one that waits is tried at once',
  request: { params: withId('delivery') },
  responses: { 202: jsonAnswer(contract.delivery, 'On its way') },
});
const getWays = createRoute({
  method: 'get',
  path: '/v1/delivery-ways',
  tags,
  summary: 'By which ways messages to people can leave',
  responses: { 200: jsonAnswer(contract.deliveryWaysShown, 'The ways') },
});

/** What leaves for the outside. */
export function deliveryRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(listDeliveries, async (context) => {
      const { cursor, limit, webhookId, ...filter } = context.req.valid('query');
      const page = { before: readCursor('delivery', cursor), limit: limit + 1 };
      const found = await deliveriesOfClient(db, clientOf(context), { ...filter, target: webhookId }, page);
      const data = found.slice(0, limit);
      return context.json({ data, next: found.length > limit ? writeCursor(data.at(-1)) : null }, 200);
    })
    .openapi(getDelivery, async (context) => {
      const found = await findDelivery(db, clientOf(context), context.req.valid('param').id);
      if (!found) throw new Problem('not_found');
      return context.json(found, 200);
    })
    .openapi(resend, async (context) => {
      const [clientId, { id }] = [clientOf(context), context.req.valid('param')];
      const isDue = await resendDelivery(db, clientId, id, api.clock.nowMs());
      const found = isDue && (await findDelivery(db, clientId, id));
      if (!found) throw new Problem('not_found');
      const { payload: _payload, answer: _answer, tries: _tries, ...row } = found;
      return context.json(row, 202);
    })
    .openapi(getWays, (context) => {
      const { mail, sms } = api.settings;
      return context.json(
        { email: { isConfigured: mail !== null }, sms: { isConfigured: sms !== null } },
        200,
      );
    });
}
