import {
  calendarsOfClient,
  findCalendar,
  findCalendarByFeedKey,
  insertCalendar,
  deleteCalendar as removeCalendar,
  saveCalendar,
  setFeedKey,
  setInbound as storeInbound,
} from '@alize/db';
import type { CalendarId } from '@alize/model';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { checkCalendar, inboundOf, settingsAfter } from '../appointments/calendar-settings.ts';
import { nextSlots, toCalendar, weekOf } from '../appointments/calendar-view.ts';
import { feedOf, feedUrl } from '../appointments/feed.ts';
import { holidayCountries } from '../appointments/free-days.ts';
import { readInbound } from '../appointments/inbound.ts';
import { calendarContract as contract } from '../contract/index.ts';
import { ifMatch, jsonAnswer, jsonBody, nothing, textAnswer, withId } from '../contract/route.ts';
import { tellVersion, versionMeant } from '../etag.ts';
import { Problem } from '../problem.ts';
import { randomKey } from '../random-key.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';

const tags = ['appointments'];
const listCalendars = createRoute({
  method: 'get',
  path: '/v1/calendars',
  tags,
  summary: 'The calendars of the client, by name',
  responses: { 200: jsonAnswer(contract.calendarList, 'The calendars') },
});
const createCalendar = createRoute({
  method: 'post',
  path: '/v1/calendars',
  tags,
  summary: 'Add a person or a place for whom appointments are booked',
  request: { body: jsonBody(contract.newCalendar) },
  responses: { 201: jsonAnswer(contract.calendar, 'Added') },
});
const getCalendar = createRoute({
  method: 'get',
  path: '/v1/calendars/{id}',
  tags,
  summary: 'A calendar',
  request: { params: withId('calendar') },
  responses: { 200: jsonAnswer(contract.calendar, 'The calendar, its version in the ETag') },
});
const changeCalendar = createRoute({
  method: 'patch',
  path: '/v1/calendars/{id}',
  tags,
  summary: 'Change a calendar; what is missing stays, and so does what is booked',
  request: { params: withId('calendar'), headers: ifMatch, body: jsonBody(contract.calendarChange) },
  responses: { 200: jsonAnswer(contract.calendar, 'Changed') },
});
const deleteCalendar = createRoute({
  method: 'delete',
  path: '/v1/calendars/{id}',
  tags,
  summary: 'Remove a calendar that nothing was ever booked in; others are made inactive',
  request: { params: withId('calendar') },
  responses: { 204: nothing('Removed') },
});
const setInbound = createRoute({
  method: 'put',
  path: '/v1/calendars/{id}/inbound',
  tags,
  summary: 'Say which iCalendar feed or CalDAV collection makes the calendar busy; null for none',
  request: { params: withId('calendar'), body: jsonBody(contract.inboundSettings) },
  responses: { 200: jsonAnswer(contract.calendar, 'Set; it is read within minutes') },
});
const readNow = createRoute({
  method: 'post',
  path: '/v1/calendars/{id}/inbound/read',
  tags,
  summary: 'Read the feed or the collection now',
  request: { params: withId('calendar') },
  responses: { 200: jsonAnswer(contract.calendar, 'Read, or why it could not be') },
});
const getFeed = createRoute({
  method: 'get',
  path: '/v1/calendars/{id}/feed',
  tags,
  summary: 'The private address at which other calendars read what is booked',
  request: { params: withId('calendar') },
  responses: { 200: jsonAnswer(contract.feed, 'The address') },
});
const renewFeed = createRoute({
  method: 'post',
  path: '/v1/calendars/{id}/feed/renew',
  tags,
  summary: 'Give the feed a new address; the old one answers no more',
  request: { params: withId('calendar') },
  responses: { 200: jsonAnswer(contract.feed, 'The new address') },
});
const getWeek = createRoute({
  method: 'get',
  path: '/v1/calendars/{id}/week',
  tags,
  summary: 'Seven days of a calendar: hours, what the feed says is busy, appointments',
  request: { params: withId('calendar'), query: contract.weekQuery },
  responses: { 200: jsonAnswer(contract.week, 'The week') },
});
const readFeed = createRoute({
  method: 'get',
  path: '/v1/public/calendars/{file}',
  tags,
  summary: 'What is booked in a calendar, as iCalendar (RFC 5545); its key is the right to read it',
  request: { params: z.object({ file: z.string().regex(/^[\w-]{43}\.ics$/) }) },
  responses: { 200: textAnswer('text/calendar', 'The feed') },
});

/** Calendars of the client's people and places. */
export function calendarRoutes(api: Api) {
  const { db } = api.database;
  const demand = async (context: Context<Env>, id: CalendarId) => {
    const found = await findCalendar(db, clientOf(context), id);
    if (!found) throw new Problem('not_found');
    return found;
  };
  const show = async (context: Context<Env>, id: CalendarId) => {
    const found = await demand(context, id);
    tellVersion(context, found.version);
    return toCalendar(found, context.var.language);
  };

  return makeRouter()
    .openapi(listCalendars, async (context) => {
      const calendars = await calendarsOfClient(db, clientOf(context));
      const next = await nextSlots(api, calendars);
      const data = calendars.map((each) => ({
        ...toCalendar(each, context.var.language),
        nextSlotAtMs: next.get(each.id) ?? null,
      }));
      return context.json({ data, holidayCountries: [...holidayCountries] }, 200);
    })
    .openapi(createCalendar, async (context) => {
      const settings = context.req.valid('json');
      checkCalendar(settings, context.var.language);
      const calendar = {
        id: api.ids.make('calendar'),
        clientId: clientOf(context),
        feedKey: randomKey(api.random),
      };
      const isStored = await insertCalendar(db, calendar, settings, api.clock.nowMs());
      if (!isStored) throw new Problem('name_taken');
      return context.json(await show(context, calendar.id), 201);
    })
    .openapi(getCalendar, async (context) =>
      context.json(await show(context, context.req.valid('param').id), 200),
    )
    .openapi(changeCalendar, async (context) => {
      const { id } = context.req.valid('param');
      const before = await demand(context, id);
      const expected = versionMeant(context);
      const settings = settingsAfter(before, context.req.valid('json'));
      checkCalendar(settings, context.var.language);
      const saved = { id, clientId: clientOf(context), expected };
      const answer = await saveCalendar(db, saved, settings, api.clock.nowMs());
      if (answer === 'name_taken') throw new Problem('name_taken');
      if (answer === 'stale') throw new Problem('version_stale');
      return context.json(await show(context, id), 200);
    })
    .openapi(deleteCalendar, async (context) => {
      const { id } = await demand(context, context.req.valid('param').id);
      const clientId = clientOf(context);
      const isGone = await db.transaction().execute((tx) => removeCalendar(tx, clientId, id));
      if (!isGone) throw new Problem('calendar_in_use');
      return context.body(null, 204);
    })
    .openapi(setInbound, async (context) => {
      const before = await demand(context, context.req.valid('param').id);
      const inbound = inboundOf(api, context.req.valid('json'), before.inbound);
      const { id, clientId } = before;
      await db.transaction().execute((tx) => storeInbound(tx, clientId, id, inbound));
      return context.json(await show(context, id), 200);
    })
    .openapi(readNow, async (context) => {
      const { id } = context.req.valid('param');
      await readInbound(api, await demand(context, id));
      return context.json(await show(context, id), 200);
    })
    .openapi(getFeed, async (context) => {
      const found = await demand(context, context.req.valid('param').id);
      return context.json({ url: feedUrl(api, found) }, 200);
    })
    .openapi(renewFeed, async (context) => {
      const found = await demand(context, context.req.valid('param').id);
      const feedKey = randomKey(api.random);
      await setFeedKey(db, found.clientId, found.id, feedKey);
      return context.json({ url: feedUrl(api, { ...found, feedKey }) }, 200);
    })
    .openapi(getWeek, async (context) => {
      const found = await demand(context, context.req.valid('param').id);
      return context.json(await weekOf(api, found, context.req.valid('query').from), 200);
    })
    .openapi(readFeed, async (context) => {
      const key = context.req.valid('param').file.slice(0, -'.ics'.length);
      const found = await findCalendarByFeedKey(db, key);
      if (!found) throw new Problem('not_found');
      return calendarFile(await feedOf(api, found));
    });
}

/** A file of iCalendar, which nobody between us and its reader may keep. */
function calendarFile(text: string) {
  const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' };
  return new Response(text, { headers });
}
