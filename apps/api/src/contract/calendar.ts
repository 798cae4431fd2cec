import { calendarKinds } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { appointmentRow } from './appointment.ts';
import { schedule } from './campaign.ts';
import { allOf, atMs, idOf } from './common.ts';

/** A day that there is: no 30th of February. */
const isoDay = z.iso.date();
const minutes = (min: number, max: number) => z.number().int().min(min).max(max);
const shortText = (max: number) => z.string().trim().min(1).max(max);

const settings = {
  name: shortText(120),
  kind: z.enum(calendarKinds),
  hours: z
    .strictObject({ ...schedule.shape, windows: schedule.shape.windows.max(50) })
    .describe('When appointments can be; its zone is the calendar’s'),
  holidaysOf: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .describe('Country whose public holidays are free days (ISO 3166); null: none are'),
  daysOff: z
    .array(z.strictObject({ from: isoDay, to: isoDay, reason: z.string().trim().max(200) }))
    .max(500)
    .describe('First and last day, both included, in the calendar’s zone'),
  durationMinutes: minutes(5, 720).describe('Of an appointment'),
  everyMinutes: minutes(5, 720).describe('Appointments begin at multiples of this from a window’s beginning'),
  bufferBeforeMinutes: minutes(0, 480).describe('Kept free before each appointment'),
  bufferAfterMinutes: minutes(0, 480).describe('Kept free after each appointment'),
  capacity: minutes(1, 100).describe('Appointments at the same time'),
  perDayMax: minutes(1, 1000).nullable().describe('Appointments in a day; null: no limit'),
  noticeMinutes: minutes(0, 90 * 24 * 60).describe('No slot sooner than this from now'),
  horizonDays: minutes(1, 365).describe('No slot later than this from now'),
  areas: z
    .array(z.string().trim().min(1).max(10))
    .max(2000)
    .describe('Beginnings of postal codes that are served; empty: all are'),
  skills: z.array(shortText(60)).max(50).describe('In the client’s own words; a campaign may ask for some'),
  address: z.string().trim().max(300).describe('Where people come to; empty: at theirs, or by telephone'),
  email: z.email().max(200).nullable().describe('Told of each booking; null: nobody'),
  isActive: z.boolean().describe('False: it takes no new appointment'),
};

export const newCalendar = z.strictObject({
  name: settings.name,
  kind: settings.kind.default('person'),
  hours: settings.hours,
  holidaysOf: settings.holidaysOf.default(null),
  daysOff: settings.daysOff.default([]),
  durationMinutes: settings.durationMinutes.default(60),
  everyMinutes: settings.everyMinutes.default(30),
  bufferBeforeMinutes: settings.bufferBeforeMinutes.default(0),
  bufferAfterMinutes: settings.bufferAfterMinutes.default(0),
  capacity: settings.capacity.default(1),
  perDayMax: settings.perDayMax.default(null),
  noticeMinutes: settings.noticeMinutes.default(120),
  horizonDays: settings.horizonDays.default(60),
  areas: settings.areas.default([]),
  skills: settings.skills.default([]),
  address: settings.address.default(''),
  email: settings.email.default(null),
  isActive: settings.isActive.default(true),
});
/** What is left out stays. */
export const calendarChange = z.strictObject(settings).partial();

export const inboundKinds = ['ics', 'caldav'] as const;
/** The feed, or the CalDAV collection, whose events make a calendar busy; null: none. */
export const inboundSettings = z
  .strictObject({
    kind: z.enum(inboundKinds),
    url: z.url().max(1000),
    user: z.string().max(200).optional(),
    password: z.string().max(500).optional().describe('Left out: the one that is kept, if any'),
  })
  .nullable();
const inbound = z.object({
  kind: z.enum(inboundKinds),
  url: z.string(),
  user: z.string().nullable(),
  hasPassword: z.boolean(),
  readAtMs: atMs.nullable().describe('When it was last read to its end'),
  failure: z
    .object({ code: z.string(), detail: z.string().describe('A sentence, in the asker’s language') })
    .nullable()
    .describe('Why the last reading failed; what it said before still counts'),
});

export const calendar = z.object({
  ...settings,
  id: idOf('calendar'),
  version: z.number().int().describe('The same as its ETag'),
  inbound: inbound.nullable(),
});
export const calendarList = allOf(
  calendar.extend({
    nextSlotAtMs: atMs
      .nullable()
      .describe('The soonest time that can be booked; null: none within its horizon'),
  }),
).extend({
  holidayCountries: z
    .array(z.string())
    .describe('Countries whose public holidays are known: what `holidaysOf` may be'),
});

/** Who knows the address may read the feed. */
export const feed = z.object({ url: z.string() });

export const weekQuery = z.object({
  from: isoDay.optional().describe('First of the seven days; left out: this week’s Monday'),
});
const span = { startsAtMs: atMs, endsAtMs: atMs };
/** Seven days of a calendar, in its own zone. */
export const week = z.object({
  timeZone: z.string(),
  days: z.array(
    z.object({
      date: z.string(),
      startsAtMs: atMs,
      endsAtMs: atMs,
      isHoliday: z.boolean(),
      dayOff: z.string().nullable().describe('Why it is a day off; null when it is none'),
      windows: z.array(z.object(span)).describe('Opening hours; none on holidays and days off'),
    }),
  ),
  busy: z.array(z.object(span)).describe('By the feed that is read'),
  appointments: z.array(appointmentRow),
});
