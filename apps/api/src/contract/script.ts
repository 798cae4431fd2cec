import { campaignKinds, purposes } from '@alize/model';
import { findingSeverities } from '@alize/scripts';
import { z } from '@hono/zod-openapi';
import { allOf, atMs, idOf } from './common.ts';
import { script, scriptSent } from './script-document.ts';

const name = z.string().trim().min(1).max(120);
const usedBy = z
  .array(z.object({ id: idOf('campaign'), name: z.string() }))
  .openapi({ description: 'Campaigns that call with it' });

/** A script, whether published yet or not. */
export const scriptSummary = z.object({
  id: idOf('script'),
  name: z.string(),
  newest: z
    .object({ versionId: idOf('scriptversion'), version: z.number().int(), publishedAtMs: atMs })
    .nullable()
    .describe('Null while it is a draft alone'),
  hasDraft: z.boolean(),
  usedBy,
});
export const scriptList = allOf(scriptSummary);
/** With the document of its newest version; null while it is a draft alone. */
export const scriptDetail = scriptSummary.extend({ document: script.nullable() });
export const newScript = z.object({
  name,
  document: scriptSent,
  isDraft: z
    .boolean()
    .optional()
    .describe('Kept as a draft, which may still lack something, instead of published as version 1'),
});
export const scriptChange = z.object({ name });

/** One version; it never changes. */
export const versionSummary = z.object({
  id: idOf('scriptversion'),
  version: z.number().int(),
  publishedAtMs: atMs,
  usedBy,
});
export const versionList = allOf(versionSummary);
export const scriptVersion = z.object({
  id: idOf('scriptversion'),
  scriptId: idOf('script'),
  name: z.string(),
  version: z.number().int(),
  publishedAtMs: atMs,
  document: script,
});
export const newVersion = z.object({ document: scriptSent });

/** The version that people work on; its ETag moves with every save. */
export const scriptDraft = z.object({
  scriptId: idOf('script'),
  name: z.string(),
  document: script.nullable().describe('Null while nobody works on one'),
  changedAtMs: atMs.nullable(),
  changedBy: z.string().nullable(),
});
export const draftChange = z.object({ document: scriptSent });

/** For a campaign, or for what a campaign is to be. */
export const reviewAsked = z.union([
  z.object({ document: scriptSent, campaignId: idOf('campaign') }),
  z.object({
    document: scriptSent,
    kind: z.enum(campaignKinds),
    purpose: z.enum(purposes),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .describe('ISO 3166 code of the country whose people are called; left out: FR'),
  }),
]);
export const findings = allOf(
  z.object({
    path: z.string().describe('JSON pointer into the document'),
    code: z.string(),
    severity: z.enum(findingSeverities),
    sentence: z.object({ fr: z.string(), en: z.string() }),
  }),
);

/** What a script's text and conditions may name. */
export const scriptFields = allOf(
  z.object({
    placeholder: z
      .object({ fr: z.string(), en: z.string() })
      .describe('As a placeholder names it, in French and in English; the same for a client’s own column'),
    of: z.enum(['lead', 'agent', 'client', 'column']),
    conditionField: z.string().nullable().describe('As a condition names it; null where none can look at it'),
    filledShare: z
      .number()
      .nullable()
      .describe('Share of the campaign’s leads that have it, 0 to 1, from a sample; null without leads'),
  }),
);
export const fieldsAsked = z.object({ campaignId: idOf('campaign').optional() });

/** One correction of a lead's field. */
export const leadChanges = allOf(
  z.object({
    atMs,
    field: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    byWhom: z
      .enum(['agent', 'person', 'user', 'api_key', 'import'])
      .describe('agent: by an answer in a call. person: by an answer through their link'),
    byName: z.string().nullable(),
    attemptId: idOf('attempt').nullable(),
  }),
);
