import { createRoute } from '@hono/zod-openapi';
import { cancelFor, confirmFor } from '../appointments/deeds.ts';
import { openLink, publicInvitation, publicView } from '../appointments/public-view.ts';
import { appointmentContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, textAnswer } from '../contract/route.ts';
import { type Api, makeRouter } from '../routing.ts';

const tags = ['public'];
const params = contract.publicParams;
const see = createRoute({
  method: 'get',
  path: '/v1/public/appointments/{token}',
  tags,
  summary: 'An appointment, for the person it is with',
  request: { params },
  responses: { 200: jsonAnswer(contract.publicAppointment, 'The appointment') },
});
const confirm = createRoute({
  method: 'post',
  path: '/v1/public/appointments/{token}/confirm',
  tags,
  summary: 'The person says that they will come',
  request: { params },
  responses: { 200: jsonAnswer(contract.publicAppointment, 'Confirmed') },
});
const cancel = createRoute({
  method: 'post',
  path: '/v1/public/appointments/{token}/cancel',
  tags,
  summary: 'The person cancels',
  request: { params, body: jsonBody(contract.cancelBody) },
  responses: { 200: jsonAnswer(contract.publicAppointment, 'Cancelled') },
});
const invitation = createRoute({
  method: 'get',
  path: '/v1/public/appointments/{token}/invitation.ics',
  tags,
  summary: 'The appointment as iCalendar (RFC 5545)',
  request: { params },
  responses: { 200: textAnswer('text/calendar', 'The invitation') },
});

/** What a person does behind the link that they were sent. */
export function publicAppointmentRoutes(api: Api) {
  return makeRouter()
    .openapi(see, async (context) =>
      context.json(await publicView(api, await openLink(api, context.req.valid('param').token)), 200),
    )
    .openapi(confirm, async (context) => {
      const opened = await openLink(api, context.req.valid('param').token);
      await confirmFor(api, { ...opened, by });
      return context.json(await publicView(api, opened), 200);
    })
    .openapi(cancel, async (context) => {
      const opened = await openLink(api, context.req.valid('param').token);
      await cancelFor(api, { ...opened, by, reason: context.req.valid('json').reason });
      return context.json(await publicView(api, opened), 200);
    })
    .openapi(invitation, async (context) => {
      const opened = await openLink(api, context.req.valid('param').token);
      const headers = {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="invitation.ics"',
        'cache-control': 'private, no-store',
      };
      return new Response(await publicInvitation(api, opened), { headers });
    });
}

const by = { whom: 'person', userId: null } as const;
