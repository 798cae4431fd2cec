import { appointmentsOfClient, type ByWhom } from '@alize/db';
import type { AppointmentId } from '@alize/model';
import { createRoute, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answerOnce } from '../answer-once.ts';
import { appointmentHeadings, appointmentPages } from '../appointments/appointment-file.ts';
import { bookOutside, cancelFor, keptFor, missedFor, moveTo } from '../appointments/deeds.ts';
import { demandAppointment } from '../appointments/hold.ts';
import { toDetail, toRows } from '../appointments/view.ts';
import { appointmentContract as contract } from '../contract/index.ts';
import { idempotencyHeaders } from '../contract/lead.ts';
import { jsonAnswer, jsonBody, tableAnswer, withId } from '../contract/route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { exportedTable } from '../tables/exported-table.ts';
import type { TableFile, TableFormat } from '../tables/table-file.ts';

const tags = ['appointments'];
const listAppointments = createRoute({
  method: 'get',
  path: '/v1/appointments',
  tags,
  summary: 'Appointments, by when they begin',
  request: { query: contract.appointmentQuery },
  responses: { 200: jsonAnswer(contract.appointmentPage, 'A page of appointments') },
});
const appointmentsFile = <F extends TableFormat>(format: F) =>
  createRoute({
    method: 'get',
    path: `/v1/appointments.${format}`,
    tags,
    summary: 'The same as a file',
    request: { query: contract.appointmentFilter },
    responses: { 200: tableAnswer(format, 'All appointments that fit') },
  });
const getAppointment = createRoute({
  method: 'get',
  path: '/v1/appointments/{id}',
  tags,
  summary: 'An appointment with all that befell it',
  request: { params: withId('appointment') },
  responses: { 200: jsonAnswer(contract.appointmentDetail, 'The appointment') },
});
const book = createRoute({
  method: 'post',
  path: '/v1/appointments',
  tags,
  summary: 'Book an appointment outside a call, once for each Idempotency-Key',
  request: { headers: idempotencyHeaders, body: jsonBody(contract.newAppointment) },
  responses: { 201: jsonAnswer(contract.appointmentDetail, 'Booked') },
});
const move = createRoute({
  method: 'post',
  path: '/v1/appointments/{id}/move',
  tags,
  summary: 'Move a booked appointment to another time or calendar; the person is told',
  request: { params: withId('appointment'), body: jsonBody(contract.moveBody) },
  responses: { 200: jsonAnswer(contract.appointmentDetail, 'Moved') },
});
const cancel = createRoute({
  method: 'post',
  path: '/v1/appointments/{id}/cancel',
  tags,
  summary: 'Cancel a booked appointment; the person is told',
  request: { params: withId('appointment'), body: jsonBody(contract.cancelBody) },
  responses: { 200: jsonAnswer(contract.appointmentDetail, 'Cancelled') },
});
const kept = createRoute({
  method: 'post',
  path: '/v1/appointments/{id}/kept',
  tags,
  summary: 'The person was there',
  request: { params: withId('appointment') },
  responses: { 200: jsonAnswer(contract.appointmentDetail, 'Noted') },
});
const noShow = createRoute({
  method: 'post',
  path: '/v1/appointments/{id}/no-show',
  tags,
  summary: 'The person was not there: their lead takes the state that the campaign says',
  request: { params: withId('appointment'), body: jsonBody(contract.noShowBody) },
  responses: { 200: jsonAnswer(contract.appointmentDetail, 'Noted') },
});

/** Booked appointments and what becomes of them. */
export function appointmentRoutes(api: Api) {
  const { db } = api.database;
  const show = async (context: Context<Env>, id: AppointmentId) => {
    const clientId = clientOf(context);
    return toDetail(api, clientId, await demandAppointment(db, clientId, id));
  };
  const deed = (context: Context<Env>, id: AppointmentId) => ({
    clientId: clientOf(context),
    id,
    by: askerAs(context),
  });
  const table = (context: Context<Env>, filter: z.infer<typeof contract.appointmentFilter>): TableFile => {
    const { language, asker } = context.var;
    const pages = appointmentPages(db, clientOf(context), filter, language);
    return { name: 'appointments', language: asker.language, headings: appointmentHeadings[language], pages };
  };
  return makeRouter()
    .openapi(listAppointments, async (context) => {
      const { cursor, limit, sort, ...filter } = context.req.valid('query');
      const clientId = clientOf(context);
      const page = {
        after: readCursor('appointment', cursor),
        isLatestFirst: sort === '-startsAt',
        limit: limit + 1,
      };
      const found = await appointmentsOfClient(db, clientId, filter, page);
      const data = await toRows(db, clientId, found.slice(0, limit));
      const last = data.at(-1);
      const next =
        found.length > limit && last ? writeCursor({ id: last.id, createdAtMs: last.startsAtMs }) : null;
      return context.json({ data, next }, 200);
    })
    .openapi(appointmentsFile('csv'), (context) =>
      exportedTable('csv', table(context, context.req.valid('query'))),
    )
    .openapi(appointmentsFile('xlsx'), (context) =>
      exportedTable('xlsx', table(context, context.req.valid('query'))),
    )
    .openapi(getAppointment, async (context) =>
      context.json(await show(context, context.req.valid('param').id), 200),
    )
    .openapi(book, async (context) => {
      const asked = context.req.valid('json');
      const clientId = clientOf(context);
      const key = context.req.valid('header')['idempotency-key'];
      const by = askerAs(context);
      const { calendarId } = asked;
      const id = await answerOnce(api, { clientId, key, asked: { deed: 'book', ...asked } }, (tx) =>
        bookOutside(api, tx, { ...asked, clientId, by, calendarId }),
      );
      return context.json(await show(context, id), 201);
    })
    .openapi(move, async (context) => {
      const { id } = context.req.valid('param');
      const { startsAtMs, calendarId, reason } = context.req.valid('json');
      await moveTo(api, { ...deed(context, id), startsAtMs, calendarId, reason });
      return context.json(await show(context, id), 200);
    })
    .openapi(cancel, async (context) => {
      const { id } = context.req.valid('param');
      await cancelFor(api, { ...deed(context, id), reason: context.req.valid('json').reason });
      return context.json(await show(context, id), 200);
    })
    .openapi(kept, async (context) => {
      const { id } = context.req.valid('param');
      await keptFor(api, deed(context, id));
      return context.json(await show(context, id), 200);
    })
    .openapi(noShow, async (context) => {
      const { id } = context.req.valid('param');
      await missedFor(api, { ...deed(context, id), reason: context.req.valid('json').reason ?? null });
      return context.json(await show(context, id), 200);
    });
}

/** Who asks, as the history of an appointment names them. */
function askerAs({ var: { asker } }: Context<Env>): ByWhom {
  return { whom: asker.by.kind === 'key' ? 'api_key' : 'user', userId: asker.userId };
}
