import { campaignKinds, dispositions, endReasons, networkResults, progresses } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { answers } from './agent.ts';
import { atMs, idOf, pageOf, pageQuery, phoneNumber } from './common.ts';

/** Filters of the results page; the CSV exports take the same. */
export const attemptFilter = z.object({
  campaignId: idOf('campaign').optional(),
  listId: idOf('list').optional(),
  leadId: idOf('lead').optional(),
  agentId: idOf('user').optional(),
  networkResult: z.enum(networkResults).optional(),
  disposition: z.enum(dispositions).optional(),
  fromMs: z.coerce.number().int().optional(),
  toMs: z.coerce.number().int().optional(),
  /** Part of a name, a reference, or digits of a number. */
  search: z.string().max(100).optional(),
});
export const attemptQuery = attemptFilter.extend(pageQuery.shape);

export const attemptRow = z.object({
  id: idOf('attempt'),
  campaignId: idOf('campaign'),
  campaignName: z.string(),
  leadId: idOf('lead'),
  leadName: z.string(),
  leadReference: z.string().nullable(),
  phoneNumber,
  numberOfLead: z.number().int(),
  agentName: z.string().nullable(),
  progress: z.enum(progresses),
  networkResult: z.enum(networkResults).nullable(),
  endReason: z.enum(endReasons).nullable(),
  isAbandoned: z.boolean(),
  disposition: z.enum(dispositions).nullable(),
  note: z.string().nullable(),
  createdAtMs: atMs,
  answeredAtMs: atMs.nullable(),
  connectedAtMs: atMs.nullable(),
  endedAtMs: atMs.nullable(),
  talkMs: z.number().int(),
});
export const attemptPage = pageOf(attemptRow);

const answersInWords = z.array(z.object({ questionId: z.string(), label: z.string(), value: z.string() }));

export const attemptDetail = attemptRow.extend({
  answers: answersInWords,
  outcome: z.object({ kind: z.string(), data: answers }).nullable(),
  ruling: z.object({
    atMs,
    packVersion: z.string(),
    zoneDataVersion: z.string(),
    rules: z.array(
      z.object({
        rule: z.string(),
        strength: z.string(),
        citation: z.string(),
        /** What the rule says, in the asker's language. */
        text: z.string(),
      }),
    ),
  }),
});

/** What a successful call produced: an appointment, the answers of a survey, a qualified lead. */
export const outcomeRow = z.object({
  id: idOf('outcome'),
  attemptId: idOf('attempt'),
  campaignId: idOf('campaign'),
  campaignName: z.string(),
  leadId: idOf('lead'),
  leadName: z.string(),
  leadReference: z.string().nullable(),
  phoneNumber,
  agentName: z.string().nullable(),
  kind: z.enum(campaignKinds),
  /** Question ids to answers. */
  data: answers,
  /** The same as people read it, by the script of its call. */
  answers: answersInWords,
  createdAtMs: atMs,
});
export const outcomeFilter = attemptFilter.pick({
  campaignId: true,
  agentId: true,
  fromMs: true,
  toMs: true,
});
export const outcomeQuery = outcomeFilter.extend(pageQuery.shape);
export const outcomePage = pageOf(outcomeRow);
