import { appointmentStates, calendarChoices, languages } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { atMs, idOf, pageOf, pageQuery, phoneNumber, queryMs } from './common.ts';

/** How a campaign books: which calendars, who of them, what is sent. */
export const booking = z.strictObject({
  calendarIds: z.array(idOf('calendar')).max(500),
  choice: z.enum(calendarChoices).describe('Who takes a time that several calendars are free at'),
  needsSkills: z
    .array(z.string().trim().min(1).max(60))
    .max(20)
    .describe('Only calendars that have every one of them'),
  usesAreas: z.boolean().describe('Only calendars that serve the lead’s postal code'),
  holdMinutes: z.number().int().min(1).max(60).describe('How long a time is held during a call'),
  emailConfirmation: z.boolean(),
  smsConfirmation: z.boolean(),
  reminders: z
    .array(
      z.strictObject({
        minutesBefore: z
          .number()
          .int()
          .min(5)
          .max(30 * 24 * 60),
        way: z.enum(['email', 'sms']),
      }),
    )
    .max(6),
  language: z
    .enum(languages)
    .nullable()
    .default(null)
    .describe('Of what is sent to people; null: as spoken where their number is from'),
  afterNoShow: z
    .enum(['close', 'call_again'])
    .default('close')
    .describe('Whether a lead that did not come is called again'),
});

export const slotQuery = z.object({
  fromMs: queryMs.optional().describe('From when on, UTC milliseconds; left out: now'),
  days: z.coerce.number().int().min(1).max(31).default(14).describe('How many days are looked at'),
});
export const campaignSlotQuery = slotQuery.extend({ leadId: idOf('lead') });
const slot = z.object({
  calendarId: idOf('calendar'),
  calendarName: z.string(),
  address: z.string().describe('Where the appointment takes place; empty: at the person’s, or by telephone'),
  startsAtMs: atMs,
  endsAtMs: atMs,
  timeZone: z.string().describe('The calendar’s own'),
  placesLeft: z.number().int().describe('How many more appointments it takes at this time'),
});

const note = z.string().trim().max(1000);
const reason = z.string().trim().min(1).max(300);
export const holdBody = z.strictObject({
  startsAtMs: atMs,
  calendarId: idOf('calendar').optional().describe('Left out: as the campaign chooses'),
  note: note.optional(),
});

export const appointmentRow = z.object({
  id: idOf('appointment'),
  state: z.enum(appointmentStates),
  startsAtMs: atMs,
  endsAtMs: atMs,
  timeZone: z.string().describe('Of the place where it happens'),
  calendarId: idOf('calendar'),
  calendarName: z.string(),
  campaignId: idOf('campaign'),
  campaignName: z.string(),
  leadId: idOf('lead'),
  leadName: z.string(),
  phoneNumber,
  attemptId: idOf('attempt').nullable(),
  agentName: z.string().nullable(),
  heldUntilMs: atMs.nullable(),
  bookedAtMs: atMs.nullable(),
  confirmedAtMs: atMs.nullable(),
  reason: z.string().nullable().describe('Of the last move, cancellation or no-show'),
  note: z.string().describe('The agent’s, for the calendar'),
});

/** Times that can be booked, soonest first, each with the calendar that would take it. */
export const slotList = z.object({
  data: z.array(slot),
  timeZone: z.string().describe('In which to tell the times to the person'),
  heldId: idOf('appointment').nullable().describe('The appointment that this call holds; null for none'),
  held: appointmentRow.nullable().describe('The same with its time, for a desk that was loaded anew'),
});

export const appointmentDetail = appointmentRow.extend({
  address: z
    .string()
    .describe('Where it takes place: the calendar’s address, or the lead’s; empty when neither is known'),
  link: z.string().describe('The page on which the person confirms or cancels'),
  changes: z.array(
    z.object({
      number: z.number().int(),
      atMs,
      kind: z.enum(['held', 'booked', 'moved', 'confirmed', 'cancelled', 'released', 'kept', 'no_show']),
      byWhom: z.enum(['user', 'person', 'api_key', 'system']),
      byName: z.string().nullable(),
      before: z
        .object({ startsAtMs: atMs, endsAtMs: atMs, calendarId: idOf('calendar') })
        .nullable()
        .describe('Of a move: where it was'),
      reason: z.string().nullable(),
    }),
  ),
});

export const appointmentFilter = z.object({
  campaignId: idOf('campaign').optional(),
  calendarId: idOf('calendar').optional(),
  leadId: idOf('lead').optional(),
  state: z.enum(appointmentStates).optional(),
  fromMs: queryMs.optional().describe('Begins at or after, UTC milliseconds'),
  toMs: queryMs.optional().describe('Begins before, UTC milliseconds'),
});
export const appointmentQuery = appointmentFilter.extend({
  sort: z.enum(['startsAt', '-startsAt']).default('startsAt'),
  ...pageQuery.shape,
});
export const appointmentPage = pageOf(appointmentRow);

export const newAppointment = z.strictObject({
  campaignId: idOf('campaign'),
  leadId: idOf('lead'),
  startsAtMs: atMs,
  calendarId: idOf('calendar').optional().describe('Left out: as the campaign chooses'),
  note: note.default(''),
});
export const moveBody = z.strictObject({
  startsAtMs: atMs,
  calendarId: idOf('calendar').optional().describe('Left out: the same'),
  reason,
});
export const cancelBody = z.strictObject({ reason });
export const noShowBody = z.strictObject({ reason: reason.optional() });

/** What the page behind a person’s link shows; nothing that they do not know. */
export const publicAppointment = z.object({
  state: z.enum(appointmentStates),
  startsAtMs: atMs,
  endsAtMs: atMs,
  timeZone: z.string(),
  clientName: z.string(),
  calendarName: z.string().describe('The person or the place'),
  address: z.string().describe('The calendar’s own; empty when it takes place at the person’s'),
  confirmedAtMs: atMs.nullable(),
  canConfirm: z.boolean(),
  canCancel: z.boolean(),
  language: z.enum(languages),
});
export const publicParams = z.object({ token: z.string().min(1).max(200) });
