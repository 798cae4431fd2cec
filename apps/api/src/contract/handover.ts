import { handoverStates, languages } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { arrayOf, atMs, idOf, pageOf, pageQuery, phoneNumber, queryMs } from './common.ts';
import { leadFields } from './lead-fields.ts';

const reason = z.string().trim().min(1).max(100);

/** How a campaign's qualified leads are handed over to the client. */
export const handoverDocument = z.strictObject({
  isOn: z.boolean(),
  emails: z.array(z.email().max(254)).max(20).default([]).describe('The client’s addresses'),
  hasCsvDrop: z.boolean().default(false).describe('Each lead is also a row of the day’s file'),
  rejectionReasons: z
    .array(reason)
    .max(30)
    .default([])
    .describe('What a rejection may give as its reason; empty: any words'),
  language: z.enum(languages).default('fr').describe('Of the e-mail and of the file’s headings'),
});

export const verdicts = ['accepted', 'rejected'] as const;

/** A qualified lead that was handed over, and what the client made of it. */
export const handover = z.object({
  id: idOf('handover'),
  campaignId: idOf('campaign'),
  campaignName: z.string(),
  leadId: idOf('lead'),
  leadName: z.string(),
  leadReference: z.string().nullable(),
  listId: idOf('list'),
  listName: z.string(),
  attemptId: idOf('attempt').nullable(),
  agentId: idOf('user').nullable(),
  agentName: z.string().nullable(),
  state: z.enum(handoverStates),
  points: z.number().nullable(),
  stageLabel: z.string().nullable(),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  handedOverAtMs: atMs,
  judgedAtMs: atMs.nullable(),
  judgedByName: z.string().nullable().describe('Null: by the client’s link, or not judged'),
});
export const handoverPage = pageOf(handover);
export const handoverFilter = z.object({
  campaignId: idOf('campaign').optional(),
  state: z.enum(handoverStates).optional(),
  agentId: idOf('user').optional(),
  listId: idOf('list').optional(),
  fromMs: queryMs.optional().describe('At or after, UTC milliseconds'),
  toMs: queryMs.optional().describe('Before, UTC milliseconds'),
});
export const handoverQuery = handoverFilter.extend(pageQuery.shape);

const lead = leadFields
  .omit({ priority: true, consent: true })
  .extend({ name: z.string(), phones: arrayOf(z.object({ phoneNumber, label: z.string().nullable() })) });
const answers = arrayOf(z.object({ questionId: z.string(), label: z.string(), value: z.string() }));
const scoreParts = arrayOf(
  z.object({
    questionId: z.string(),
    label: z.string(),
    points: z.number(),
    pointsMax: z.number().describe('What the best answer would have brought'),
    isDisqualifying: z.boolean(),
  }),
).describe('What makes up the points, question by question; empty once the person is forgotten');
const change = z.object({
  atMs,
  verdict: z.enum(verdicts),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  byName: z.string().nullable().describe('Null: by the client’s link'),
});
export const handoverDetail = handover.extend({
  lead,
  answers,
  scoreParts,
  verdicts: arrayOf(change).describe('Oldest first; the last one stands'),
  url: z.string().describe('The client’s link to this lead'),
});

export const verdict = z.strictObject({
  verdict: z.enum(verdicts),
  reason: reason.nullable().default(null).describe('Needed for a rejection'),
  comment: z.string().trim().max(1000).nullable().default(null),
});

/** accepted / (accepted + rejected) with its 95 % interval (Wilson 1927); null before the first verdict. */
const acceptance = z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable();
const rate = z.object({
  handedOver: z.number().int().describe('All of them, judged or not'),
  accepted: z.number().int(),
  rejected: z.number().int(),
  waiting: z.number().int(),
  acceptance,
});
export const ratesQuery = z.object({
  fromMs: queryMs.optional().describe('At or after, UTC milliseconds'),
  toMs: queryMs.optional().describe('Before, UTC milliseconds'),
});
export const rates = z.object({
  total: rate,
  byAgent: arrayOf(rate.extend({ agentId: idOf('user').nullable(), agentName: z.string().nullable() })),
  byList: arrayOf(rate.extend({ listId: idOf('list'), listName: z.string() })),
  byReason: arrayOf(z.object({ reason: z.string(), count: z.number().int() })).describe(
    'Most frequent first',
  ),
});

export const drop = z.object({
  name: z.string().describe('`2026-12-31.csv`: the day in UTC'),
  bytes: z.number().int(),
  changedAtMs: atMs,
});
export const dropList = z.object({ data: arrayOf(drop) });
export const dropPath = z.object({
  id: idOf('campaign'),
  name: z.string().regex(/^\d{4}-\d{2}-\d{2}\.csv$/),
});

export const publicParams = z.object({ token: z.string().max(200) });
/** What whoever has the link sees. */
export const publicHandover = z.object({
  clientName: z.string(),
  campaignName: z.string(),
  language: z.enum(languages),
  handedOverAtMs: atMs,
  lead,
  answers,
  points: z.number().nullable(),
  scoreParts,
  stageLabel: z.string().nullable(),
  state: z.enum(handoverStates),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  judgedAtMs: atMs.nullable(),
  rejectionReasons: arrayOf(z.string()),
});
