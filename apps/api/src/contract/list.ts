import { columnTargets } from '@alize/leads';
import { closedReasons, leadStates } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, atMs, idOf, pageOf, pageQuery, phoneNumber } from './common.ts';

/** A target for each column of the file, in the file's order. */
export const mapping = z.array(z.enum(columnTargets));

/** What the importer sees in a file, before anything is stored. */
export const preview = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  headings: z.array(z.string()),
  mapping,
  /** The first rows as they stand in the file. */
  rows: z.array(z.array(z.string())),
  /** The same rows as they will be stored: the lead's fields, or the name of the error. */
  leads: z.array(
    z.union([
      z.object({ kind: z.literal('lead'), phoneNumber, fields: z.record(z.string(), z.string()) }),
      z.object({
        kind: z.literal('error'),
        code: z.string(),
        column: z.string().nullable(),
        value: z.string().nullable(),
      }),
    ]),
  ),
});

export const list = z.object({
  id: idOf('list'),
  campaignId: idOf('campaign'),
  name: z.string(),
  fileName: z.string().nullable(),
  state: z.enum(['importing', 'ready', 'failed']),
  rowsTotal: z.number().int(),
  leadsCount: z.number().int(),
  errorsCount: z.number().int(),
  /** Why the whole file was refused, as a sentence. */
  failure: z.string().nullable(),
  createdAtMs: atMs,
  /** What the rules say of its open leads, as advice: each call is ruled on again when it is due. */
  outlook: z
    .object({
      judgedAtMs: atMs,
      packs: z.array(z.string()),
      callable: z.number().int(),
      refusals: z.array(
        z.object({
          rule: z.string(),
          strength: z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']),
          citation: z.string(),
          text: z.string(),
          leads: z.number().int(),
          never: z.number().int(),
          soonestMs: atMs.nullable(),
          latestMs: atMs.nullable(),
        }),
      ),
    })
    .nullable(),
});

export const listError = z.object({
  line: z.number().int(),
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  /** The sentence for people. */
  detail: z.string(),
});
export const listErrorPage = pageOf(listError);

export const lead = z.object({
  id: idOf('lead'),
  listId: idOf('list'),
  phoneNumber,
  name: z.string(),
  reference: z.string().nullable(),
  city: z.string().nullable(),
  state: z.enum(leadStates),
  nextTryAtMs: atMs.nullable(),
  attemptsCount: z.number().int(),
  closedReason: z.enum(closedReasons).nullable(),
});
export const leadPage = pageOf(lead);
export const listList = allOf(list);

/** The mapping travels as JSON in the query, because the body is the file itself. */
const mappingText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    const parsed = mapping.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'mapping' });
    return z.NEVER;
  });
export const previewQuery = z.object({ mapping: mappingText.optional() });
export const newListQuery = previewQuery.extend({
  name: z.string().trim().min(1).max(120),
  fileName: z.string().max(255).optional(),
  /** `true`: whoever consented was told how to withdraw and how to see the proof (C. conso. R.223-1); else not known. */
  consentsAreInformed: z.enum(['true', 'false']).optional(),
});
export const leadQuery = pageQuery.extend({ state: z.enum(leadStates).optional() });

/** What stands in the text; undefined when it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
