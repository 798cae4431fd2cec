import { campaignKinds, dispositions, endReasons, networkResults, progresses } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { answers } from './agent.ts';
import { atMs, idOf, pageOf, pageQuery, phoneNumber, queryMs } from './common.ts';

/** Filters of the results page; the CSV exports take the same. */
export const attemptFilter = z.object({
  campaignId: idOf('campaign').optional(),
  listId: idOf('list').optional(),
  leadId: idOf('lead').optional(),
  agentId: idOf('user').optional(),
  networkResult: z.enum(networkResults).optional(),
  disposition: z.enum(dispositions).optional(),
  fromMs: queryMs.optional().describe('At or after, UTC milliseconds'),
  toMs: queryMs.optional().describe('Before, UTC milliseconds'),
  search: z.string().max(100).optional().describe('Part of a name, a reference, or digits of a number'),
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
  numberOfLead: z.number().int().describe('Which call to its lead it is, from 1'),
  agentName: z.string().nullable(),
  progress: z.enum(progresses),
  networkResult: z
    .enum(networkResults)
    .nullable()
    .describe('What became of it in the network; null: not ended'),
  endReason: z.enum(endReasons).nullable(),
  isAbandoned: z.boolean().describe('Somebody answered, and no agent came within two seconds'),
  disposition: z
    .enum(dispositions)
    .nullable()
    .describe('What the agent chose; null: nobody was spoken to, or not yet'),
  note: z.string().nullable(),
  createdAtMs: atMs.describe('When it was dialled'),
  answeredAtMs: atMs.nullable(),
  connectedAtMs: atMs.nullable().describe('When an agent came'),
  endedAtMs: atMs.nullable(),
  talkMs: z.number().int().describe('From the agent’s coming to the end'),
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
        text: z.string().describe('What the rule says, in the asker’s language'),
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
  data: answers.describe('Question ids to answers'),
  answers: answersInWords.describe('The same as people read it, by the script of its call'),
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
