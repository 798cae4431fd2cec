import { duplicateActions } from '@alize/leads';
import { leadStates } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, atMs, idOf, pageOf, pageQuery } from './common.ts';
import { leadRow } from './lead.ts';
import { outlook } from './outlook.ts';

const listName = z.string().trim().min(1).max(120);

/** A set of leads of a campaign: imports and the api add to it. */
export const list = z.object({
  id: idOf('list'),
  campaignId: idOf('campaign'),
  name: z.string(),
  fileName: z.string().nullable(),
  state: z.enum(['importing', 'ready', 'failed']),
  isActive: z.boolean().describe('Whether its leads are called'),
  share: z.number().int().describe('Lists of a campaign are called in these proportions, 1 to 100'),
  rowsTotal: z.number().int(),
  leadsCount: z.number().int(),
  errorsCount: z.number().int(),
  failure: z.string().nullable().describe('Why the whole file was refused, as a sentence'),
  createdAtMs: atMs,
  outlook: outlook.nullable(),
});
/** Leads that may still be called, and that are being called; the others are closed. */
export const countedList = list.extend({
  counts: z.object({ open: z.number().int(), calling: z.number().int() }),
});
export const listList = allOf(countedList);

export const listChange = z.object({
  name: listName.optional(),
  isActive: z.boolean().optional(),
  share: z.number().int().min(1).max(100).optional(),
});

/** The shortcut: the body is the file, read by its headings and imported without a question. */
export const newListQuery = z.object({
  name: listName,
  fileName: z.string().max(255).optional(),
  consentsAreInformed: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      '`true`: whoever consented was told how to withdraw and how to see the proof (C. conso. R.223-1); else not known',
    ),
  duplicates: z
    .enum(duplicateActions)
    .optional()
    .describe('What becomes of people who are known; left out: they are skipped'),
});

export const leadPage = pageOf(leadRow);
export const leadQuery = pageQuery.extend({ state: z.enum(leadStates).optional() });
